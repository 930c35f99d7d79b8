import assert from "node:assert/strict";
import { definePlugin, element, failure, type XmlInput } from "wsmanor/sdk";
import { decodeXml } from "../../../src/protocol/xml/decode-xml.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { requestEnvelope } from "../../support/operation-messages.js";
import { AppHarness, pluginSettings } from "../../unit/apps/wsman/app-harness.js";
import { makeEnvelope } from "../envelope-seeds.js";
import type { FuzzTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";

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
const wideType = "application/soap+xml;charset=UTF-16";
const contentTypes = [usualType, wideType, "application/soap+xml", "Application/SOAP+XML; action=\"x;y\"; charset=\"utf-8\"", "application/soap+xml;charset=us-ascii", "application/soap+xml;charset=", "text/xml", ""];

/** The answer as text, in the charset its byte order mark tells. */
function textOf(body: string | Uint8Array | undefined): string {
  if (body === undefined || typeof body === "string") return body ?? "";
  const decoded = decodeXml(body, undefined);
  assert.ok(decoded.ok);
  return decoded.value.text;
}

async function startHarness(): Promise<AppHarness> {
  const every = ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate"];
  const settings = ["text", "XmlReader"].map((xmlRenderingType, index) => pluginSettings({
    name: `echo-${xmlRenderingType}`, filename: `/plugins/echo-${index}.js`, xmlRenderingType: xmlRenderingType as "text",
    resources: (index === 0 ? ["http://", "urn:test"] : ["urn:x", "urn:"]).map((resourceUri) => ({
      resourceUri, exactMatch: false, supportsOptions: index === 0, capabilities: every.map((type) => ({ type: type as never, supportsFragment: false, supportsFiltering: true })),
    })),
  }));
  return AppHarness.start({ plugins: settings.map((each) => [each, echo] as const), settings: { quotaSystemWindowOperations: 1_000_000_000 } });
}

/** The first octet chooses the Content-Type, the second whether somebody asks who needs no name. */
export const application: FuzzTarget<Uint8Array> = {
  name: "application",
  promise: "Every message is answered by an envelope or a status of the closed list, and none meets a mistake of the host's own; afterwards nothing is left open.",
  cases: 10_000,
  least: { read: 0.05, refused: 0.2 },
  open: async () => {
    const harness = await startHarness();
    let sent = 0;
    return {
      make: (random) => {
        const text = makeEnvelope(random);
        const isWide = random.oneIn(8);
        const octets = isWide ? Buffer.from(`\ufeff${text}`, "utf16le") : Buffer.from(text);
        const type = isWide ? 1 : random.oneIn(8) ? random.below(contentTypes.length) : 0;
        return Buffer.concat([Buffer.from([type, random.oneIn(20) ? 1 : 0]), random.oneIn(4) ? mutateOctets(octets, random) : octets]);
      },
      check: async (input) => {
        const type = contentTypes[(input[0] ?? 0) % contentTypes.length]!;
        const isAnonymous = input[1] === 1;
        const answer = await harness.post(input.subarray(2), { headers: { "content-type": type, ...(isAnonymous ? { wsmanidentify: "unauthenticated" } : {}) }, ...(isAnonymous ? { user: undefined } : {}) });
        const story = `${type}: ${answer.status} ${answer.text}`;
        assert.ok(statuses.has(answer.status), story);
        if (answer.status === 200 || answer.status === 500) {
          assert.ok(readElement(textOf(answer.response.body), { ...wireLimits, depth: 80, namespaces: 256 }).ok, story);
          assert.match(answer.response.headers.find(([name]) => name === "Content-Type")![1], /^application\/soap\+xml;charset=UTF-(?:8|16)$/u, story);
        } else assert.equal(answer.text, "", story);
        const mistakes = harness.logger.lines.filter(({ level }) => level === "error");
        assert.deepEqual(mistakes, [], story);
        harness.logger.lines.length = 0;
        harness.audit.length = 0;
        // Enumerations that were left open idle out, as they do in the world.
        if (++sent % 500 === 0) await harness.advance(120_000);
        return answer.status === 200;
      },
      close: async () => {
        const last = await harness.post(requestEnvelope());
        assert.equal(last.status, 200, last.text);
        await harness.advance(120_000);
        const { requestsInFlight, openEnumerations, openShells, shells } = harness.app.status();
        assert.deepEqual([requestsInFlight, openEnumerations, openShells, shells], [0, 0, 0, []]);
      },
    };
  },
};
