import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { HttpExchange } from "../support/http-exchange.js";
import { runProgram } from "../support/run-program.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { actions, identifyEnvelope, soapEnvelope } from "../support/soap-envelope.js";

const skip = debianPackage("libxml2-utils", "command -v xmllint");
const REGISTRY = "urn:wsmanor:registry";
const CONFIG = "http://schemas.microsoft.com/wbem/wsman/1/config";

/** As they stand in a message: what a host must not let out again as it came in. */
const hostile: Readonly<Record<string, string>> = {
  markup: "&lt;/s:Envelope&gt;&lt;evil a=&quot;1&quot;&gt;", cdata: "<![CDATA[]]&gt;<a>&amp;]]>]]&gt;", quotes: "&quot;'&apos;`", controls: "a&#9;b&#10;c&#13;d", "line ends": "a\r\nb\rc",
  emoji: "😀𝄞", "right to left": "\u202eabc\u202c", "no-break": "a&#160;b&#8232;c&#133;d", "last of the planes": "&#xFFFD;&#x10FFFF;", reference: "&amp;lt;&amp;#0;",
};

describe("libxml2 reads every answer", { skip }, () => {
  let host: RunningHost;
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-xmllint-"));
  before(async () => {
    host = await startRunningHost();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await host.stop();
  });

  const send = async (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Buffer> => (await HttpExchange.post(host.urls[0]!, body, { Authorization: host.authorization, ...headers })).body;

  /** Well-formed by another's reader; @returns what `xpath` finds in each, one a line */
  async function lint(answers: readonly Buffer[], xpath: string): Promise<string[]> {
    const files = answers.map((_, index) => join(folder, `${index}.xml`));
    answers.forEach((answer, index) => writeFileSync(files[index]!, answer));
    const checked = await runProgram("xmllint", ["--nonet", "--noout", ...files]);
    assert.equal(checked.status, 0, checked.stderr);
    const found: string[] = [];
    for (const file of files) {
      const ran = await runProgram("xmllint", ["--nonet", "--xpath", `string(${xpath})`, file]);
      assert.equal(ran.status, 0, ran.stderr);
      found.push(ran.stdout.toString().replace(/\n$/u, ""));
    }
    return found;
  }

  it("of every kind", async () => {
    const enumerate = (mode: string): string => `<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>20</w:MaxElements>${mode}</n:Enumerate>`;
    const answers = await Promise.all([
      send(identifyEnvelope),
      send(soapEnvelope({ action: actions.get, resourceUri: CONFIG })),
      send(soapEnvelope({ action: actions.enumerate, resourceUri: `${CONFIG}/plugin`, body: enumerate("") })),
      send(soapEnvelope({ action: actions.enumerate, resourceUri: `${CONFIG}/listener`, body: enumerate("<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode>") })),
      send(soapEnvelope({ action: actions.enumerate, resourceUri: `${CONFIG}/listener`, body: enumerate("<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>") })),
      send(soapEnvelope({ action: actions.get, resourceUri: "urn:nobody" })),
      send(soapEnvelope({ action: actions.get, resourceUri: CONFIG, headers: '<q:Odd xmlns:q="urn:q" s:mustUnderstand="true"/>' })),
      send("<a"),
      send(""),
    ]);
    const bodies = await lint(answers, "local-name(/*/*[local-name()='Body']/*)");
    assert.deepEqual(bodies, ["IdentifyResponse", "Config", "EnumerateResponse", "EnumerateResponse", "EnumerateResponse", "Fault", "Fault", "Fault", "Fault"]);
  });

  it("with strangers' characters in it, and finds in them what was sent", async () => {
    const sent = Object.values(hostile);
    const answers: Buffer[] = [];
    for (const [index, text] of sent.entries()) {
      const selectors = { Key: "Hostile", Value: `v${index}` };
      const body = `<Value><Type>String</Type><Data>${text}</Data></Value>`;
      const created = (await send(soapEnvelope({ action: actions.create, resourceUri: REGISTRY, selectors, body }))).toString();
      assert.match(created, /ResourceCreated/u, created);
      answers.push(await send(soapEnvelope({ action: actions.get, resourceUri: REGISTRY, selectors })));
    }
    // Each request is read by libxml2 too: both readers must see the same text in what was sent and in what came back.
    const wanted = await lint(sent.map((text) => Buffer.from(`<a>${text}</a>`)), "/a");
    assert.deepEqual(await lint(answers, "//*[local-name()='Data']"), wanted);
  });

  it("that echoes strangers' names, identifiers and addresses in headers and faults", async () => {
    const answers: Buffer[] = [];
    const sent = Object.values(hostile);
    for (const text of sent) {
      const message = soapEnvelope({ action: actions.get, resourceUri: "urn:nobody" }).replace(/<a:MessageID>.*?</u, () => `<a:MessageID>${text}<`);
      answers.push(await send(message));
      await lint([
        await send(soapEnvelope({ action: `urn:nobody/${text}`, resourceUri: "urn:nobody" })),
        await send(soapEnvelope({ action: actions.get, resourceUri: REGISTRY, selectors: { Key: text } })),
        await send(soapEnvelope({ action: actions.get, resourceUri: CONFIG, headers: `<w:OperationTimeout>${text}</w:OperationTimeout>` })),
        await send(soapEnvelope({ action: actions.get, resourceUri: CONFIG, headers: `<w:MaxEnvelopeSize>${text}</w:MaxEnvelopeSize>` })),
      ], "local-name(/*)");
    }
    const wanted = await lint(sent.map((text) => Buffer.from(`<a>${text}</a>`)), "/a");
    assert.deepEqual(await lint(answers, "//*[local-name()='RelatesTo']"), wanted);
  });

  it("in UTF-16", async () => {
    const message = soapEnvelope({ action: actions.get, resourceUri: REGISTRY, selectors: { Key: "ÅÄÖ 😀" } });
    const answer = await send(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(message, "utf16le")]), { "Content-Type": "application/soap+xml;charset=UTF-16" });
    const [text] = await lint([answer], "//*[local-name()='WSManFault']");
    assert.match(text!, /ÅÄÖ 😀/u);
  });
});
