import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { describeAnswer } from "../support/describe-answer.js";
import { parseXml, textIn } from "../support/envelope-shape.js";
import { HttpExchange } from "../support/http-exchange.js";
import { fixtures, withoutFixtures } from "../support/project-root.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

const folder = join(fixtures, "winrm");

/** Requests of whole sessions that Windows once answered: in YAML one a line, in files one each. */
const sources: readonly { readonly title: string; readonly requests: () => readonly string[] }[] = [
  {
    title: "pypsrp",
    requests: () => readdirSync(join(folder, "pypsrp")).filter((name) => name.endsWith(".yml")).flatMap((file) =>
      [...readFileSync(join(folder, "pypsrp", file), "utf8").matchAll(/request: (<s:Envelope .*<\/s:Envelope>)$/gmu)].map(([, body]) => body!)),
  },
  {
    title: "pywinrm",
    requests: () => readdirSync(join(folder, "pywinrm")).filter((name) => name.endsWith(".xml")).map((file) => readFileSync(join(folder, "pywinrm", file), "utf8")).filter((text) => !/Action>[^<]*Response</u.test(text)),
  },
  {
    title: "winrm4j",
    requests: () => [...readFileSync(join(folder, "winrm4j", "win12.xml"), "utf8").matchAll(/<request [^>]*>\s*(<soap:Envelope[\s\S]*?<\/soap:Envelope>)\s*<\/request>/gu)].map(([, body]) => body!),
  },
];

describe("recorded sessions", { skip: withoutFixtures }, () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost();
  });
  after(() => host.stop());

  for (const { title, requests } of sources) {
    it(`of ${title}: each request is understood, and refused because there is no shell`, async () => {
      const connection = await HttpExchange.open(host.port);
      const kinds = new Map<string, number>();
      for (const body of requests()) {
        const head = `POST /wsman HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${host.authorization}\r\nContent-Type: application/soap+xml; charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
        const answer = await connection.send(head + body);
        const [request, envelope] = [parseXml(body), parseXml(answer.body.toString())];
        const config = textIn(request, "ResourceURI")?.trim() === "http://schemas.microsoft.com/wbem/wsman/1/config";
        assert.equal(describeAnswer(answer), config ? "200 GetResponse cfg:Config" : "500 a:DestinationUnreachable 2150858752 InvalidResourceURI", body);
        assert.equal(textIn(envelope, "RelatesTo"), textIn(request, "MessageID"));
        const action = textIn(request, "Action")!.split("/").at(-1)!;
        kinds.set(action, (kinds.get(action) ?? 0) + 1);
      }
      connection.close();
      for (const action of ["Create", "Command", "Receive", "Delete"]) if (title !== "pywinrm" || action === "Create") assert.ok(kinds.has(action), `${action} is among ${JSON.stringify([...kinds])}`);
    });
  }
});
