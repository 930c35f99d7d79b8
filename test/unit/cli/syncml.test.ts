import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { projectRoot } from "../../support/project-root.js";
import { runLine } from "./test-terminal.js";

const golden = (name: string): string => join(projectRoot, "test", "golden", "syncml", name);
const folder = mkdtempSync(join(tmpdir(), "wsmanor-syncml-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const hexOf = (name: string): string => readFileSync(golden(`${name}.wbxml.hex`), "utf8").replaceAll(/\s/gu, "");

describe("wsmanor syncml", () => {
  it("decode prints what a message says, the same for both encodings", async () => {
    const wbxml = join(folder, "commands.wbxml");
    writeFileSync(wbxml, Buffer.from(hexOf("commands"), "hex"));
    const [one, other] = [await runLine(["syncml", "decode", wbxml]), await runLine(["syncml", "decode", golden("commands.xml")])];
    assert.deepEqual([one.status, one.err, other.status], [0, "", 0]);
    assert.equal(one.out, other.out);
    assert.match(one.out, /^<SyncML xmlns="SYNCML:SYNCML1\.2">\n {2}<SyncHdr>\n {4}<VerDTD>1\.2<\/VerDTD>/u);
    assert.match(one.out, /\n {4}<Bogus>\n {6}<CmdID>10<\/CmdID>\n {4}<\/Bogus>\n {2}<\/SyncBody>\n<\/SyncML>\n$/u);
  });

  it("decode --json prints the model, from standard input too", async () => {
    const ran = await runLine(["syncml", "decode", "-", "--json"], { octets: Buffer.from(hexOf("answers"), "hex") });
    assert.deepEqual([ran.status, ran.err], [0, ""]);
    assert.deepEqual(JSON.parse(ran.out), JSON.parse(readFileSync(golden("answers.json"), "utf8")));
  });

  it("decode prints pieces of messages and descriptions as they stand", async () => {
    const piece = join(folder, "piece.xml");
    writeFileSync(piece, "<Alert><CmdID>1</CmdID></Alert>");
    assert.equal((await runLine(["syncml", "decode", piece])).out, "<Alert>\n  <CmdID>1</CmdID>\n</Alert>\n");
  });

  it("encode makes WBXML, in a file or in digits; a description becomes one of its own", async () => {
    const out = join(folder, "out.wbxml");
    const ran = await runLine(["syncml", "encode", golden("serialised-tree.xml"), "-o", out]);
    assert.deepEqual([ran.status, ran.out, ran.err, readFileSync(out, "hex")], [0, "", "", hexOf("serialised-tree")]);
    assert.equal((await runLine(["syncml", "encode", golden("package-1.xml"), "--hex"])).out, `${hexOf("package-1")}\n`);
    const tree = join(folder, "tree.xml");
    writeFileSync(tree, '<MgmtTree xmlns="syncml:dmddf1.2">\n  <VerDTD>1.2</VerDTD>\n</MgmtTree>');
    const description = await runLine(["syncml", "encode", tree, "--hex"]);
    assert.match(description.out, /^0200006a1b/u);
    writeFileSync(out, Buffer.from(description.out.trim(), "hex"));
    assert.equal((await runLine(["syncml", "decode", out])).out, '<MgmtTree xmlns="syncml:dmddf1.2">\n  <VerDTD>1.2</VerDTD>\n</MgmtTree>\n');
  });

  it("--tolerate-nul takes NUL characters out of XML", async () => {
    const nul = join(folder, "nul.xml");
    writeFileSync(nul, "<Alert><CmdID>1\0</CmdID></Alert>");
    assert.match((await runLine(["syncml", "decode", nul])).err, /at character 15: The character U\+0000 is forbidden/u);
    assert.equal((await runLine(["syncml", "decode", nul, "--tolerate-nul"])).status, 0);
  });

  it("says what is wrong, where, and never with a stack", async () => {
    const broken = join(folder, "broken.wbxml");
    writeFileSync(broken, Buffer.from("02016a0045c384808080006101", "hex"));
    const whole = join(folder, "headless.xml");
    writeFileSync(whole, '<SyncML xmlns="SYNCML:SYNCML1.2"><SyncBody/></SyncML>');
    const cases: readonly (readonly [words: readonly string[], status: number, said: RegExp])[] = [
      [[], 2, /^Error: say what to do: decode or encode, and a file\.\n {7}Type "wsmanor syncml --help"/u],
      [["show", "x"], 2, /^Error: "show" \(argument 2\) is neither decode nor encode\./u],
      [["decode"], 2, /^Error: the file is missing; - is standard input\./u],
      [["decode", "a", "b"], 2, /^Error: .*"b" \(argument 4\)/u],
      [["decode", "a", "--hex"], 2, /-hex goes with encode/u],
      [["encode", "a"], 2, /needs one of -out:FILE and -hex/u],
      [["encode", "a", "--hex", "--json"], 2, /-json goes with decode|json/u],
      [["decode", join(folder, "nowhere")], 1, /nowhere cannot be read: there is no such file\.\n$/u],
      [["decode", broken], 1, /^Error: .*broken\.wbxml, at octet 11: The document says that 1073741824 octets follow, and 2 do\.\n$/u],
      [["decode", whole], 1, /^Error: .*headless\.xml, which is no message of OMA DM: SyncML has no SyncHdr\.\n$/u],
      [["encode", golden("package-1.xml"), "-o", join(folder, "no", "where")], 1, /cannot be written: its folder is not there\.\n$/u],
      [["encode", "-", "--hex"], 1, /^Error: standard input, at character 0: /u],
    ];
    for (const [words, status, said] of cases) {
      const ran = await runLine(["syncml", ...words]);
      assert.equal(ran.status, status, `${words.join(" ")}: ${ran.err}`);
      assert.match(ran.err, said);
      assert.doesNotMatch(ran.err, /\n {4}at /u);
    }
    const json = await runLine(["syncml", "decode", broken, "--json"]);
    assert.match((JSON.parse(json.err) as { error: { message: string } }).error.message, /at octet 11/u);
  });
});
