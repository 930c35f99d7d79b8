import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileMatch, withOneSpace } from "../../../src/mock/scripted/compile-match.js";
import { encodedCommand } from "../../../src/mock/scripted/encoded-command.js";
import type { TextMatch } from "../../../src/mock/script/mock-script.js";

const rows: readonly (readonly [TextMatch, fits: readonly string[], fitsNot: readonly string[]])[] = [
  ["hostname", ["hostname", "  hostname\r\n"], ["hostname -f", "HOSTNAME", ""]],
  [{ equals: "hostname", ignoreCase: true }, ["HostName"], ["hostnames"]],
  [{ startsWith: "net " }, ["net use"], ["internet use", "NET use"]],
  [{ contains: "Get-Service" }, ["powershell Get-Service -Name x"], ["get-service"]],
  [{ contains: "get-service", ignoreCase: true }, ["Get-Service"], ["Get-Process"]],
  [{ regex: "^a.b$" }, ["a\nb"], ["xab"]],
  [{ regex: "^A$", ignoreCase: true }, ["a"], ["b"]],
  [/^dir\b/giu, ["dir c:\\", "DIR"], ["mkdir"]],
  [(text) => text.length === 3, [" abc "], ["ab"]],
];

describe("a match", () => {
  for (const [match, fits, fitsNot] of rows) {
    it(`${match instanceof RegExp ? String(match) : JSON.stringify(match) ?? "a function"}`, () => {
      const matches = compileMatch(match);
      for (const text of [...fits, ...fits]) assert.ok(matches(text), text);
      for (const text of fitsNot) assert.ok(!matches(text), text);
    });
  }

  it("sees runs of white space as one space where queries are compared", () => {
    assert.ok(compileMatch("SELECT *\n  FROM X", withOneSpace)("  SELECT * FROM   X "));
  });
});

const encoded = (script: string): string => Buffer.from(script, "utf16le").toString("base64");

describe("an encoded command", () => {
  const script = "Get-Service | ? { $_.Name -eq 'Grüße' }";
  for (const line of [
    `powershell -encodedcommand ${encoded(script)}`,
    `PowerShell.exe -NoProfile -NonInteractive -ExecutionPolicy Unrestricted -EncodedCommand ${encoded(script)}`,
    `powershell -e ${encoded(script)}`, `powershell.exe /enc ${encoded(script)}`, `pwsh -ec "${encoded(script)}"`,
    `"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" -EncodedCommand ${encoded(script)}`,
    `chcp.com 65001 > $null & powershell -enc ${encoded(script)} -OutputFormat Text`,
  ]) it(`is found in ${line.replace(encoded(script), "…")}`, () => assert.equal(encodedCommand(line), script));

  for (const line of [
    "powershell -ExecutionPolicy Bypass -File x.ps1", "powershell -Command Get-Service", `myprogram -e ${encoded(script)}`, "powershell -enc !!!", "powershell -enc QQ==", "hostname", "",
  ]) it(`is not found in ${JSON.stringify(line.slice(0, 40))}`, () => assert.equal(encodedCommand(line), undefined));

  it("is looked for in time that grows with the line only", () => {
    assert.equal(encodedCommand(`powershell ${"-e ".repeat(200_000)}`), undefined);
    assert.equal(encodedCommand(`${"powershell ".repeat(100_000)}`), undefined);
  });
});
