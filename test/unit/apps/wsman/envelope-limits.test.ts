import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { element } from "../../../../src/sdk/element.js";
import { failure } from "../../../../src/sdk/failure.js";
import { parseXml } from "../../../support/envelope-shape.js";
import { AppHarness, enumerate, envelope, get, optimized, pull, type Answer, type MessageOptions } from "./app-harness.js";

const octets = ({ response: { body } }: Answer): number => (typeof body === "string" ? Buffer.byteLength(body) : (body?.length ?? 0));
const item = (text: string) => element("", "i", text);

/** Gives one text, and a list of items, both as the test says. */
function source(given: { text?: string; items?: readonly string[] }) {
  return definePlugin({
    declaration: { name: "source", sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
    operations: { get: () => item(given.text ?? ""), enumerate: () => (given.items ?? []).map(item) },
  });
}

const utf16 = (message: MessageOptions): { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> } => ({
  body: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(envelope(message), "utf16le")]),
  headers: { "content-type": "application/soap+xml;charset=UTF-16" },
});

describe("the size of an answer", () => {
  for (const [charset, filler] of [["utf-8", "x"], ["utf-8", "é"], ["utf-8", "😀"], ["utf-16", "x"], ["utf-16", "😀"]] as const) {
    it(`may be exactly MaxEnvelopeSize and not one octet more: ${charset}, ${filler}`, async () => {
      const given: { text?: string } = {};
      const app = await AppHarness.start({ plugin: source(given) });
      const ask = (maxEnvelopeSize?: number): Promise<Answer> => {
        const message = get(maxEnvelopeSize === undefined ? {} : { maxEnvelopeSize });
        if (charset === "utf-8") return app.send(message);
        const { body, headers } = utf16(message);
        return app.post(body, { headers });
      };
      given.text = filler.repeat(9000);
      const whole = octets((await ask()).ok());
      assert.equal(octets((await ask(whole)).ok()), whole);
      assert.equal(octets((await ask(whole + 1)).ok()), whole);
      const refused = (await ask(whole - 1)).fault("w:EncodingLimit", { code: 2150858824, detail: "MaxEnvelopeSize" });
      assert.match(refused.text, new RegExp(`${whole - 1} octets`, "u"));
    });
  }

  it("may be exactly MaxEnvelopeSizeKB, which is named when it is less than an answer needs", async () => {
    const given: { text?: string } = { text: "x" };
    const app = await AppHarness.start({ plugin: source(given), settings: { maxEnvelopeSizeKB: 32 } });
    const frame = octets((await app.send(get())).ok()) - 1;
    for (const [length, fits] of [[32 * 1024 - frame - 1, true], [32 * 1024 - frame, true], [32 * 1024 - frame + 1, false]] as const) {
      given.text = "x".repeat(length);
      const answer = await app.send(get());
      if (fits) assert.equal(octets(answer.ok()), frame + length);
      else answer.fault("w:EncodingLimit", { code: 2150858825, detail: "ServiceEnvelopeLimit" });
    }
  });

  for (const [charset, encode] of [["utf-8", undefined], ["utf-16", utf16]] as const) {
    it(`takes as many items as fit, and never cuts one: ${charset}`, async () => {
      const items = Array.from({ length: 400 }, (_, n) => `${n}:${"é".repeat(n % 90)}`);
      const app = await AppHarness.start({ plugin: source({ items }) });
      const send = (message: MessageOptions): Promise<Answer> => {
        if (encode === undefined) return app.send(message);
        const { body, headers } = encode(message);
        return app.post(body, { headers });
      };
      const got: string[] = [];
      for (let answer = (await send(optimized(1000, { maxEnvelopeSize: 8192 }))).ok(); ; answer = (await send(pull(answer.context, 1000, "", { maxEnvelopeSize: 8192 }))).ok()) {
        assert.ok(octets(answer) <= 8192, `${octets(answer)}`);
        got.push(...answer.items);
        if (answer.ended) break;
        // The longest item takes 197 octets of UTF-8; room for an estimate and a longer context is kept.
        assert.ok(octets(answer) > 8192 - (charset === "utf-8" ? 500 : 1000), `${octets(answer)}`);
      }
      assert.deepEqual(got, items);
    });
  }
});

describe("a fault", () => {
  const texts = { message: "", extended: "" };
  const refusing = definePlugin({
    declaration: { name: "refusing", sdkVersion: 1, capabilities: ["Get"] },
    operations: { get: () => failure("invalid-selectors", { detail: "unexpected", message: texts.message, ...(texts.extended === "" ? {} : { extended: `<e>${texts.extended}</e>` }) }) },
  });
  const kept = { code: 2150858843, detail: "UnexpectedSelectors" };

  for (const [what, message, extended, options] of [
    ["with much extended information", "no such thing", "x".repeat(9000), {}],
    ["with a long message", "<no & such>".repeat(2000), "", {}],
    ["with both, in UTF-16", "😀".repeat(5000), "é".repeat(9000), { utf16: true }],
  ] as const) {
    it(`fits the envelope too, with its names and codes: ${what}`, async () => {
      Object.assign(texts, { message, extended });
      const app = await AppHarness.start({ plugin: refusing });
      const ask = async (maxEnvelopeSize: number): Promise<Answer> => {
        const request = get({ maxEnvelopeSize });
        if (!("utf16" in options)) return app.send(request);
        const { body, headers } = utf16(request);
        return app.post(body, { headers });
      };
      const small = (await ask(8192)).fault("w:InvalidSelectors", kept);
      assert.ok(octets(small) <= 8192, `${octets(small)}`);
      parseXml(small.text);
      assert.match(small.text, /<a:RelatesTo>uuid:1<.*provider="Thing"/u);
      const whole = (await ask(150_000)).fault("w:InvalidSelectors", kept);
      assert.ok(octets(whole) > 8192);
    });
  }

  it("of the host's own fits, however long the names in it are", async () => {
    const app = await AppHarness.start({ plugin: refusing });
    const uri = `urn:${"&lt;".repeat(2000)}`;
    const answer = (await app.send(get({ uri, maxEnvelopeSize: 8192 }), { host: `${"a".repeat(9000)}.example` })).fault("a:DestinationUnreachable", { code: 2150858752 });
    assert.ok(octets(answer) <= 8192, `${octets(answer)}`);
    assert.match(answer.text, /Machine="machine"/u);
  });
});

describe("MaxCharacters", () => {
  it("bounds the characters of a batch: one less, exactly, one more", async () => {
    const app = await AppHarness.start({ plugin: source({ items: ["12345", "12345", "12345"] }) });
    // `<i>12345</i>` has 12 characters.
    for (const [characters, count] of [[12, 1], [23, 1], [24, 2], [25, 2], [36, 3], [9999, 3]] as const) {
      const { context } = (await app.send(enumerate())).ok();
      const answer = (await app.send(pull(context, 10, `<n:MaxCharacters>${characters}</n:MaxCharacters>`))).ok();
      assert.equal(answer.items.length, count, `${characters}`);
    }
    const { context } = (await app.send(enumerate())).ok();
    (await app.send(pull(context, 10, "<n:MaxCharacters>11</n:MaxCharacters>"))).fault("w:EncodingLimit");
    assert.equal((await app.send(pull(context, 10))).ok().items.length, 3, "no item is lost by it");
  });

  it("and MaxElements and MaxTime are refused when they are no such numbers, and the enumeration stays", async () => {
    const app = await AppHarness.start({ plugin: source({ items: ["1"] }) });
    const { context } = (await app.send(enumerate())).ok();
    for (const [name, value] of [["MaxCharacters", "0"], ["MaxCharacters", "-1"], ["MaxElements", "x"], ["MaxTime", "PT0S"], ["MaxTime", "10"]] as const) {
      (await app.send(pull(context, 1, `<n:${name}>${value}</n:${name}>`))).fault("w:SchemaValidationError");
    }
    assert.deepEqual((await app.send(pull(context, 1))).ok().items, ["1"]);
  });
});

describe("MaxElements", () => {
  it("is 1 when it is left out, for Pull and for the optimized Enumerate", async () => {
    const app = await AppHarness.start({ plugin: source({ items: ["1", "2", "3"] }) });
    const first = (await app.send(enumerate("<w:OptimizeEnumeration/>"))).ok();
    assert.deepEqual(first.items, ["1"]);
    const { action, body } = pull(first.context, 1);
    assert.deepEqual((await app.send({ action, body: body!.replace(/<n:MaxElements>.*<\/n:MaxElements>/u, "") })).ok().items, ["2"]);
  });

  it("is capped by the host's largest batch", async () => {
    const app = await AppHarness.start({ plugin: source({ items: Array.from({ length: 10 }, (_, n) => `${n}`) }), settings: { maxBatchItems: 4 } });
    const first = (await app.send(optimized(1_000_000))).ok();
    assert.equal(first.items.length, 4);
    assert.equal((await app.send(pull(first.context, 1_000_000))).ok().items.length, 4);
  });
});
