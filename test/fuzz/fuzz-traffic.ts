import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { definePlugin, element, failure, type XmlInput } from "wsmanor/sdk";
import { decodeXml } from "../../src/protocol/xml/decode-xml.js";
import { readElement } from "../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";
import { fixtures, projectRoot } from "../support/project-root.js";
import { operationMessages, requestEnvelope } from "../support/operation-messages.js";
import { AppHarness, pluginSettings } from "../unit/apps/wsman/app-harness.js";
import { mutate } from "./mutate-xml.js";
import { mutateEnvelope } from "./mutate-envelope.js";
import { mutateOctets } from "./mutate-octets.js";
import { createRandom } from "./random.js";

/** Our own golden requests, one of each operation, and what real clients sent where the recordings are there. */
function trafficSeeds(): readonly string[] {
  const golden = join(projectRoot, "test", "golden", "wsman");
  const ours = readdirSync(golden).filter((name) => name.endsWith(".xml") && !/^(?:bad|answer)-/u.test(name)).map((name) => readFileSync(join(golden, name), "utf8"));
  const clients = join(fixtures, "winrm", "client-requests");
  const openwsman = join(fixtures, "winrm", "openwsman-requests");
  const recorded = !existsSync(clients) ? [] : [
    ...readdirSync(clients).flatMap((name) => (JSON.parse(readFileSync(join(clients, name), "utf8")) as { body: string }[]).map(({ body }) => body)),
    ...readdirSync(openwsman).filter((name) => name.endsWith(".xml")).map((name) => readFileSync(join(openwsman, name), "utf8")),
  ];
  return [...ours, ...Object.values(operationMessages), ...recorded].filter((text) => text.length > 0 && text.length < 20_000);
}

/** Looks at everything it is given, and gives back what it was given. */
const echo = definePlugin({
  declaration: { name: "echo", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate"] },
  operations: {
    get: ({ selectors, options }) => element("urn:echo", "Got", [...selectors.entries()].map(([name]) => name).join(), [...options.entries()].map(({ name }) => name).join()),
    put: ({ body }) => body.element(),
    create: ({ body, selectors }) => (body.element().children.length > 50 ? failure("quota") : { selectors: [...selectors.entries()].map(([name]) => [name, "1"] as const) }),
    delete: () => undefined,
    invoke: ({ body }: { body?: XmlInput | undefined }) => body?.element(),
    enumerate: function* () {
      for (let index = 0; index < 20; index++) yield { object: element("urn:echo", "Item", String(index)), epr: { selectors: [["Index", String(index)] as const] } };
    },
  },
});

/** Below SOAP nothing else is ever said. */
const statuses = new Set([200, 401, 405, 413, 415, 500]);
const usualType = "application/soap+xml;charset=UTF-8";
const contentTypes = [usualType, "application/soap+xml", "application/soap+xml;charset=UTF-16", "Application/SOAP+XML; action=\"x;y\"; charset=\"utf-8\"", "application/soap+xml;charset=us-ascii", "application/soap+xml;charset=", "text/xml", ""];

/** The answer as text, in the charset its byte order mark tells. */
function textOf(body: string | Uint8Array | undefined): string {
  if (body === undefined || typeof body === "string") return body ?? "";
  const decoded = decodeXml(body, undefined);
  assert.ok(decoded.ok);
  return decoded.value.text;
}

/**
 * Sends mutants of the seeds through the application: every one is answered by an envelope or a status of the closed list, and none of
 * them meets a mistake of the host's own.
 * @returns how many were answered 200
 */
export async function fuzzTraffic(runs: number, seed: number): Promise<number> {
  const random = createRandom(seed);
  const seeds = trafficSeeds();
  const every = ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate"];
  const settings = ["text", "XmlReader"].map((xmlRenderingType, index) => pluginSettings({
    name: `echo-${xmlRenderingType}`, filename: `/plugins/echo-${index}.js`, xmlRenderingType: xmlRenderingType as "text",
    resources: (index === 0 ? ["http://", "urn:test"] : ["urn:x", "urn:"]).map((resourceUri) => ({
      resourceUri, exactMatch: false, supportsOptions: index === 0, capabilities: every.map((type) => ({ type: type as never, supportsFragment: false, supportsFiltering: true })),
    })),
  }));
  const harness = await AppHarness.start({ plugins: settings.map((each) => [each, echo] as const), settings: { quotaSystemWindowOperations: 1_000_000_000 } });
  let served = 0;
  for (let run = 0; run < runs; run++) {
    const source = random.pick(seeds);
    const text = run % 3 === 0 ? mutate(source, random) : run % 3 === 1 ? mutateEnvelope(source, seeds, random) : source;
    const wide = random.below(8) === 0;
    const octets = wide ? Buffer.from(`\ufeff${text}`, "utf16le") : Buffer.from(text);
    const body = run % 3 === 2 ? mutateOctets(octets, random) : octets;
    const contentType = wide ? "application/soap+xml;charset=UTF-16" : random.below(5) === 0 ? random.pick(contentTypes) : usualType;
    const anonymous = random.below(20) === 0;
    const answer = await harness.post(body, { headers: { "content-type": contentType, ...(anonymous ? { wsmanidentify: "unauthenticated" } : {}) }, ...(anonymous ? { user: undefined } : {}) });
    const story = (): string => `seed ${seed}, run ${run}, ${contentType}\n${Buffer.from(body).toString("latin1")}\n${answer.status} ${answer.text}`;
    assert.ok(statuses.has(answer.status), story());
    if (answer.status === 200 || answer.status === 500) {
      assert.ok(readElement(textOf(answer.response.body), { ...wireLimits, depth: 80, namespaces: 256 }).ok, story());
      assert.match(answer.response.headers.find(([name]) => name === "Content-Type")![1], /^application\/soap\+xml;charset=UTF-(?:8|16)$/u, story());
    } else assert.equal(answer.text, "", story());
    assert.ok(!harness.logger.lines.some(({ level }) => level === "error"), `${story()}\n${JSON.stringify(harness.logger.lines.filter(({ level }) => level === "error"))}`);
    if (answer.status === 200) served++;
    harness.logger.lines.length = 0;
    harness.audit.length = 0;
    // Enumerations that the mutants left open idle out, as they do in the world.
    if (run % 500 === 499) await harness.advance(120_000);
  }
  const last = await harness.post(requestEnvelope());
  assert.equal(last.status, 200, last.text);
  await harness.advance(120_000);
  assert.deepEqual(harness.app.status(), { requestsInFlight: 0, openEnumerations: 0 });
  return served;
}
