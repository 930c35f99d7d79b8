import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { definePlugin, type PutRequest, type XmlOutput } from "wsmanor/sdk";
import { startTestHost, WsmanFault } from "wsmanor/testing";

const body = '<a xmlns="urn:a" x="1"><b/>one<c></c><d>two<!-- three --><![CDATA[&]]></d> <e/><f/></a>';

/** Sends a body to a plug-in and gives back what it answered, without white space and prefixes. */
async function put(xmlRenderingType: "text" | "XmlReader", answer: (request: PutRequest) => XmlOutput): Promise<string> {
  const plugin = definePlugin({ declaration: { name: "forms", sdkVersion: 1, capabilities: ["Put"] }, operations: { put: answer } });
  const host = await startTestHost({ plugins: [{ plugin, xmlRenderingType }] });
  try {
    return JSON.stringify(await host.put({ body }), (key, value: unknown) => (key === "prefix" ? undefined : value));
  } finally {
    await host.stop();
  }
}

describe("XML of a plug-in", () => {
  it("arrives and leaves as text, as element and through a reader, and is the same", async () => {
    const asText = await put("text", (request) => (request.body.renderingType === "text" ? request.body.text : assert.fail("it came as XmlReader")));
    const asElement = await put("text", ({ body: input }) => input.element());
    const asReader = await put("XmlReader", ({ body: input }) => (input.renderingType === "XmlReader" ? input.reader() : assert.fail("it came as text")));
    assert.equal(asElement, asText);
    assert.equal(asReader, asText);
    assert.match(asText, /"children":\["two&"\]/u);
  });

  it("arrives as the exact text, with the namespaces it inherits", async () => {
    let text = "";
    await put("text", ({ body: input }) => {
      text = input.renderingType === "text" ? input.text : "";
      return input.element();
    });
    assert.ok(text.endsWith(body.slice(body.indexOf("<b/>"))), text);
    assert.match(text, /^<a [^>]*xmlns:w="http:\/\/schemas\.dmtf\.org/u);
  });

  it("that is none is the plug-in's failure, with an id that client and log share", async () => {
    for (const wrong of ["<a>", "<a/><b/>", "", "text", "<!DOCTYPE a><a/>", '<a b="1" b="2"/>', "<p:a/>"]) {
      const plugin = definePlugin({ declaration: { name: "forms", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => wrong } });
      const host = await startTestHost({ plugins: [plugin] });
      await assert.rejects(host.get(), (error) => {
        assert.ok(error instanceof WsmanFault && error.kind === "internal" && error.plugin === "forms", wrong);
        const [line] = host.logger.find("cannot be sent", "error");
        assert.ok(error.message.includes(String(line?.fields["errorId"])), error.message);
        return true;
      });
      await host.stop();
    }
  });
});
