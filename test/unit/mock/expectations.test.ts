import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { describeResults } from "../../../src/mock/expectations/describe-results.js";
import { evaluateExpectations } from "../../../src/mock/expectations/evaluate-expectations.js";
import { parseExpectation } from "../../../src/mock/expectations/parse-expectation.js";
import { writeJunit } from "../../../src/mock/expectations/write-junit.js";
import type { Expectation } from "../../../src/mock/script/mock-script.js";
import { Journal } from "../../../src/mock/scripted/journal.js";

const service = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Service";

/** Two commands, one of them encoded; a query without an answer; one Get; a shell deleted, one left open, one that idled out. */
function journal(): Journal {
  const made = new Journal();
  for (const id of ["A", "B", "C"]) made.openShell(id, "vagrant");
  const shell = { shellId: "A", environment: {}, workingDirectory: undefined, user: "vagrant" };
  made.addCommand({ kind: "command", line: "hostname", script: undefined, commandId: "1", ...shell }, true);
  made.addCommand({ kind: "command", line: "powershell -enc …", script: "Get-Service", commandId: "2", ...shell }, true);
  made.addQuery({ kind: "query", query: "SELECT  * FROM X", resourceUri: service, user: "vagrant" }, false);
  made.addResource({ kind: "resource", operation: "get", resourceUri: service, method: undefined, selectors: { Name: "spooler" }, body: undefined, user: "vagrant" }, true);
  made.closeShell("A", "deleted");
  made.closeShell("C", "idle");
  return made;
}

const rows: readonly (readonly [Expectation, title: string, reason?: string])[] = [
  [{ ran: "hostname" }, 'ran "hostname" at least once'],
  [{ ran: "Get-Service", times: 1 }, 'ran "Get-Service" once'],
  [{ ran: "hostname", times: 2 }, 'ran "hostname" 2 times', 'It was once. What was run: "hostname", "Get-Service".'],
  [{ ran: { contains: "rm" }, times: 0 }, 'ran containing "rm" 0 times'],
  [{ ran: /name$/u, atLeast: 1, atMost: 3 }, "ran matching /name$/u at least once and at most 3 times"],
  [{ ran: "hostname", atMost: 0 }, 'ran "hostname" at most 0 times', 'It was once. What was run: "hostname", "Get-Service".'],
  [{ queried: "SELECT * FROM X" }, 'queried "SELECT * FROM X" at least once'],
  [{ called: { uri: service, operation: "get", selectors: { name: "spooler" } } }, `called get of ${service} name=spooler at least once`],
  [{ called: { operation: "delete" } }, "called delete at least once", `It was 0 times. What was called: "get of ${service} Name=spooler".`],
  [{ noShellLeaked: true }, "no shell leaked", "2 shells were not deleted by its client: B of vagrant is still open; C of vagrant ended by itself (idle)."],
  [{ nothingUnmatched: true }, "everything had an answer in the script", 'Without one: "SELECT  * FROM X".'],
];

describe("an expectation", () => {
  for (const [expectation, title, reason] of rows) {
    it(`${title}: ${reason ?? "passes"}`, () => {
      assert.deepEqual(evaluateExpectations([expectation], journal()), [reason === undefined ? { title, passed: true } : { title, passed: false, reason }]);
    });
  }

  it("passes for a journal in which nothing went wrong", () => {
    assert.ok(evaluateExpectations([{ noShellLeaked: true }, { nothingUnmatched: true }, { ran: "x", times: 0 }], new Journal()).every(({ passed }) => passed));
  });

  it("is read from what people say", () => {
    const said = (text: string): unknown => {
      const parsed = parseExpectation(text);
      return parsed.ok ? parsed.value : parsed.error;
    };
    assert.deepEqual(said("ran hostname"), { ran: "hostname" });
    assert.deepEqual(said("ran 2x net use x:"), { ran: "net use x:", times: 2 });
    assert.deepEqual(said("Ran 0x /^del /"), { ran: { regex: "^del " }, times: 0 });
    assert.deepEqual(said("queried 1x SELECT * FROM X"), { queried: "SELECT * FROM X", times: 1 });
    assert.deepEqual(said("no shell leaked"), { noShellLeaked: true });
    assert.deepEqual(said("nothing unmatched"), { nothingUnmatched: true });
    assert.match(said("run hostname") as string, /^"run hostname" is not an expectation; one of "ran hostname"/u);
    assert.match(said("ran /(/") as string, /^\/\(\/ is not a regular expression/u);
  });

  it("is told to people and to CI", () => {
    const results = evaluateExpectations([{ ran: "hostname" }, { ran: "a<b", times: 1 }], journal());
    assert.equal(describeResults(results), 'ok      ran "hostname" at least once\nFAILED  ran "a<b" once\n        It was 0 times. What was run: "hostname", "Get-Service".\n2 expectations, 1 failed\n');
    assert.equal(writeJunit("answers.yaml", results), `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="1">
  <testsuite name="answers.yaml" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="wsmanor.mock" name="ran &quot;hostname&quot; at least once"/>
    <testcase classname="wsmanor.mock" name="ran &quot;a&lt;b&quot; once">
      <failure message="It was 0 times. What was run: &quot;hostname&quot;, &quot;Get-Service&quot;." type="ExpectationFailed">It was 0 times. What was run: "hostname", "Get-Service".</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
    assert.equal(describeResults([]), "");
  });
});
