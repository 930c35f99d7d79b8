import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { OperationFailure } from "wsmanor/sdk";
import { codePage, type CodePage } from "./code-page.js";
import { FakeClient, outcome, refused } from "./fake-client.js";

async function pageOf(number: number): Promise<CodePage> {
  const page = await codePage(String(number));
  assert.ok(!(page instanceof OperationFailure), `${number} is not known`);
  return page;
}

const octets = (hex: string): Buffer => Buffer.from(hex.replaceAll(" ", ""), "hex");

/** What code charts say. */
const charts: readonly (readonly [page: number, text: string, hex: string])[] = [
  [437, "é─Ω", "82 c4 ea"], [850, "éø§", "82 9b f5"], [852, "ąőł", "a5 8b 88"], [858, "€", "d5"], [866, "Привет", "8f e0 a8 a2 a5 e2"], [1250, "šŁő", "9a a3 f5"], [1251, "Привет", "cf f0 e8 e2 e5 f2"],
  [1252, "é€Œ", "e9 80 8c"], [1253, "λ", "eb"], [1254, "ğ", "f0"], [1255, "א", "e0"], [1256, "س", "d3"], [1257, "ž", "fe"], [1258, "đ", "f0"], [932, "日本ｱ", "93 fa 96 7b b1"], [936, "中文", "d6 d0 ce c4"],
  [949, "한글", "c7 d1 b1 db"], [950, "中文", "a4 a4 a4 e5"], [20127, "plain", "70 6c 61 69 6e"], [28591, "é", "e9"], [28592, "ł", "b3"], [28605, "€", "a4"], [20866, "Ж", "f6"], [51932, "日", "c6 fc"],
  [51949, "한", "c7 d1"], [54936, "中😀", "d6 d0 94 39 fc 36"], [65001, "é日😀", "c3 a9 e6 97 a5 f0 9f 98 80"],
];

describe("code pages", () => {
  for (const [number, text, hex] of charts) {
    it(`${number}: both ways, in one piece and octet by octet`, async () => {
      const page = await pageOf(number);
      for (const [converter, from, to] of [[page.fromPrograms, Buffer.from(text), octets(hex)], [page.toPrograms, octets(hex), Buffer.from(text)]] as const) {
        const whole = converter();
        assert.deepEqual(Buffer.concat([whole.write(from), whole.end()]), to);
        const split = converter();
        assert.deepEqual(Buffer.concat([...[...from].map((octet) => split.write(Buffer.of(octet))), split.end()]), to);
      }
    });
  }

  it("has one question mark for a character that a page does not have", async () => {
    for (const number of [437, 850, 1252, 932, 936, 949, 950, 20127, 28591]) {
      const converter = (await pageOf(number)).fromPrograms();
      assert.equal(Buffer.concat([converter.write(Buffer.from("a😀b\u0e01c")), converter.write(Buffer.of(0xff)), converter.write(Buffer.of(0xe6, 0x97)), converter.end()]).toString("latin1"), "a?b?c??", String(number));
    }
  });

  it("leaves 65001 as it is, also what is no UTF-8 and a byte order mark", async () => {
    const converter = (await pageOf(65001)).fromPrograms();
    assert.deepEqual(converter.write(octets("ef bb bf ff fe 80")), octets("ef bb bf ff fe 80"));
    assert.deepEqual((await pageOf(1252)).fromPrograms().write(octets("ef bb bf 61")), Buffer.from("?a"));
  });

  it("shows what is no character of a page, wherever a piece ends", async () => {
    const given = octets("81 20 61 ff 81");
    for (const number of [932, 936, 949, 950, 54936]) {
      const [whole, split] = [(await pageOf(number)).toPrograms(), (await pageOf(number)).toPrograms()];
      const expected = Buffer.concat([whole.write(given), whole.end()]).toString();
      assert.match(expected, /^\ufffd a.*\ufffd$/u, String(number));
      assert.equal(Buffer.concat([...[...given].map((octet) => split.write(Buffer.of(octet))), split.end()]).toString(), expected, String(number));
    }
  });

  it("refuses what is none with Windows' code", async () => {
    for (const text of ["0", "1", "99999", "1200", "65000", "utf8", "-437", "437.0", "", "0x1b5", "100000"]) {
      const { kind, code, message } = refused(await codePage(text));
      assert.deepEqual([kind, code], ["invalid-options", 2150859072], text);
      assert.match(message, /WINRS_CODEPAGE/u);
    }
  });
});

describe("a shell with WINRS_CODEPAGE", { skip: process.platform === "win32" && "a console of Windows converts itself" }, () => {
  for (const [number, text, hex] of charts.filter(([page]) => [437, 850, 1252, 65001].includes(page))) {
    it(`${number}: what programs say and read`, async () => {
      const client = await FakeClient.start();
      const shell = await client.open({ options: { winrs_codepage: String(number) } });
      const said = await outcome(shell, `printf %s '${text}'; printf %s '${text}' >&2`);
      assert.deepEqual([said.output.octets("stdout"), said.output.octets("stderr")], [octets(hex), octets(hex)]);
      const read = await outcome(shell, "od -An -tx1", {}, octets(hex));
      assert.equal(read.output.out.replaceAll(/\s/gu, ""), Buffer.from(text).toString("hex"));
      await shell.close("deleted");
      client.shutdown();
    });
  }

  it("and one without, where octets pass as they are", async () => {
    const client = await FakeClient.start();
    const shell = await client.open();
    const all = Buffer.from(Array.from({ length: 256 }, (_, octet) => octet));
    assert.deepEqual((await outcome(shell, "cat", {}, all)).output.octets("stdout"), all);
    await shell.close("deleted");
    client.shutdown();
  });
});
