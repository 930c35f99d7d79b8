import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnumerateBody } from "../../../src/protocol/wsman/read-enumerate-body.js";
import { readPullBody } from "../../../src/protocol/wsman/read-pull-body.js";
import { readReleaseBody } from "../../../src/protocol/wsman/read-release-body.js";
import { readRequest } from "../../../src/protocol/wsman/read-request.js";
import type { WsmanRequest } from "../../../src/protocol/wsman/request.js";
import { fixtures, withoutFixtures } from "../../support/project-root.js";

const folder = join(fixtures, "winrm");
const skip = withoutFixtures;

const shell = "Create Command Receive Receive Signal Delete";
const twice = (names: string): string => names.split(" ").map((name) => `${name} ${name}`).join(" ");

/** What every recorded request is, in order; `!name` for the fault it gets. */
const clients: Readonly<Record<string, string>> = {
  "masterzen-winrm.json": shell,
  "pypsrp-0.9.1-options.json": "Create Command Send Receive Receive Signal Delete Create Receive",
  "pypsrp-0.9.1-winrs.json": shell,
  "pywinrm-0.3.0.json": shell,
  "pywinrm-git.json": shell,
  "winrb-powershell.json": "Get Get Create Receive",
  "winrb.json": "Create Create Command Receive Receive Signal Delete Enumerate",
  "winrm-client-0.0.11.json": "Create Command Receive Delete",
  "wsmancli-2.8.1.json":
    `${twice("Identify Get Enumerate")} Pull ${twice("Enumerate Enumerate")} Pull ${twice("Enumerate")} Pull ${twice("Enumerate")} Pull ` +
    `${twice("Put Get")} Put ${twice("Create Delete Get Invoke Subscribe Subscribe RenewSubscription Unsubscribe Pull Release")}`,
};

const openwsman: Readonly<Record<string, string>> = {
  "action_001.xml": "Unknown",
  "from_001.xml": "Enumerate",
  "mu_001.xml": "Enumerate",
  "mu_002.xml": "Enumerate",
  "rt_001.xml": "!messageInformationHeaderRequired",
};

function outcome(text: string): string {
  const read = readRequest(text);
  if (!read.ok) return `!${read.error.name}`;
  checkAgainstSource(read.value, text);
  checkBody(read.value);
  return read.value.operation;
}

/** Looks the values up in the text, without any parser. */
function checkAgainstSource(request: WsmanRequest, text: string): void {
  if (request.operation === "Identify") return;
  const inside = (name: string): string | undefined => new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>\\s*([^<]*?)\\s*<`).exec(text)?.[1];
  assert.equal(request.action, inside("Action"));
  assert.equal(request.resourceUri, inside("ResourceURI"));
  assert.equal(request.messageId, inside("MessageID"));
  const headers = text.slice(0, text.search(/<\/(\w+:)?Header>/));
  assert.equal(request.selectors.length, headers.match(/<(?:\w+:)?Selector\b/g)?.length ?? 0);
  assert.equal(request.options.length, headers.match(/<(?:\w+:)?Option\b/g)?.length ?? 0);
}

function checkBody(request: WsmanRequest): void {
  const readers: Partial<Record<string, (of: WsmanRequest) => { ok: boolean }>> = { Enumerate: readEnumerateBody, Pull: readPullBody, Release: readReleaseBody };
  const read = readers[request.operation]?.(request);
  assert.ok(read === undefined || read.ok, JSON.stringify(read));
}

describe("requests as clients really send them", { skip }, () => {
  for (const [file, expected] of Object.entries(clients)) {
    it(file, () => {
      const requests = JSON.parse(readFileSync(join(folder, "client-requests", file), "utf8")) as { body: string }[];
      assert.deepEqual(requests.map(({ body }) => outcome(body)).join(" "), expected);
    });
  }

  it("leaves no recording out", () => assert.deepEqual(readdirSync(join(folder, "client-requests")).sort(), Object.keys(clients).sort()));

  for (const [file, expected] of Object.entries(openwsman)) {
    it(`openwsman ${file}`, () => assert.equal(outcome(readFileSync(join(folder, "openwsman-requests", file), "utf8")), expected));
  }

  it("pypsrp against Windows, every session", () => {
    const seen = new Map<string, number>();
    for (const file of readdirSync(join(folder, "pypsrp")).filter((name) => name.endsWith(".yml"))) {
      for (const [, body] of readFileSync(join(folder, "pypsrp", file), "utf8").matchAll(/request: (<s:Envelope .*<\/s:Envelope>)$/gm)) {
        const operation = outcome(body!);
        seen.set(operation, (seen.get(operation) ?? 0) + 1);
      }
    }
    assert.deepEqual([...seen.keys()].filter((name) => name.startsWith("!")), []);
    for (const operation of ["Create", "Get", "Delete", "Enumerate", "Command", "Send", "Receive", "Signal", "Disconnect", "Reconnect", "Connect"]) assert.ok(seen.has(operation), operation);
  });
});
