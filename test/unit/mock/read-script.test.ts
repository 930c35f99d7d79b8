import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkScript, readScript } from "../../../src/mock/script/read-script.js";

/** Every problem as `line:column rule, underlined, message`, with what was probably meant. */
function problems(text: string): readonly string[] {
  return readScript(text, "answers.yaml").diagnostics.map(({ place, rule, message, didYouMean, sourceLine, length }) => {
    const underlined = sourceLine?.slice(place!.column - 1, place!.column - 1 + length!);
    return `${place?.line}:${place?.column} ${rule} [${underlined}] ${message}${didYouMean === undefined ? "" : ` Did you mean ${didYouMean}?`}`;
  });
}

const command = (reply: string): string => `commands:\n  - match: hostname\n    reply: ${reply}\n`;

/** A script, and all that is said about it. */
const wrong: readonly (readonly [text: string, ...said: readonly string[]])[] = [
  ["comands: []", '1:1 unknown-key [comands] "comands" is not a key that is known here. Did you mean commands?'],
  ["preset: windows-2020", '1:9 unknown-word [windows-2020] "windows-2020" is not a value of "preset". Did you mean windows-2022?'],
  ["preset: [omi]", '1:1 wrong-kind [preset] "preset" is a list; it takes one of windows-2022, windows-2016, omi.'],
  ["users: { vagrant: 1234 }", '1:19 wrong-kind [1234] "vagrant" is a number; it takes text.'],
  ["users: vagrant", '1:8 wrong-kind [vagrant] "users" is text; it takes a map.'],
  ["commands: { match: x }", '1:1 wrong-kind [commands] "commands" is a map; it takes a list.'],
  ["commands:\n  - match: x\n", '2:5 missing-key [match: x] One of "reply", "replies" is missing.'],
  ["commands:\n  - reply: {}\n", '2:5 missing-key [reply: {}] "match" is missing.'],
  ["commands:\n  - match: x\n    reply: {}\n    replies: [{}]\n", '4:5 too-many-keys [replies] Only one of "reply", "replies" can be given.'],
  ["commands:\n  - match: x\n    replies: []\n", '3:5 empty-list [replies] "replies" is an empty list.'],
  ["commands:\n  - match: 5\n    reply: {}\n", '2:12 wrong-kind [5] "match" is a number; it takes text.'],
  ["commands:\n  - match: { regexp: x }\n    reply: {}\n", '2:5 missing-key [match] One of "equals", "startsWith", "contains", "regex" is missing.', '2:14 unknown-key [regexp] "regexp" is not a key that is known here. Did you mean regex?'],
  ["commands:\n  - match: { regex: '(' }\n    reply: {}\n", "2:21 wrong-regex ['('] \"(\" is not a regular expression: Invalid regular expression: /(/su: Unterminated group."],
  ["commands:\n  - match: { contains: a, equals: b }\n    reply: {}\n", '2:14 too-many-keys [contains] Only one of "equals", "startsWith", "contains", "regex" can be given.'],
  [command("{ exitcode: 1 }"), '3:14 unknown-key [exitcode] "exitcode" is not a key that is known here. Did you mean exitCode?'],
  [command("{ exitCode: -1 }"), '3:24 wrong-number [-1] "exitCode" is a whole number from 0 to 4294967295.'],
  [command("{ delay: soon }"), '3:21 wrong-duration [soon] "delay" is a duration: 250ms, 1.5s, 2m, or a number of milliseconds.'],
  [command("{ stdout: 5 }"), '3:22 wrong-kind [5] "stdout" is a number; it takes text.'],
  [command("{ stdout: { base64: '*' } }"), "3:32 wrong-base64 ['*'] This is not base64."],
  [command("{ stdout: a, output: [ { stderr: b } ] }"), '3:14 too-many-keys [stdout] Only one of "output", "stdout" can be given.'],
  [command("{ output: [ { stdout: a, delay: 1s } ] }"), '3:37 too-many-keys [delay] Only one of "stdout", "stderr", "delay" can be given.'],
  [command("{ fault: quota }"), '3:21 unknown-word [quota] "quota" is not a value of "fault".'],
  [command("{ fault: acces-denied }"), '3:21 unknown-word [acces-denied] "acces-denied" is not a value of "fault". Did you mean access-denied?'],
  [command("{ fault: { subcode: QuotaLimit } }"), '3:32 wrong-subcode [QuotaLimit] "QuotaLimit" is not a subcode.'],
  [command("{ fault: { preset: timed-out, subcode: 'w:X' } }"), '3:42 too-many-keys [subcode] Only one of "preset", "subcode" can be given.'],
  ["queries:\n  - match: SELECT\n    reply: { items: [ { class: X } ] }\n", '3:23 missing-key [{ class: X }] One of "properties", "xml" is missing.'],
  ["queries:\n  - match: SELECT\n    reply: { fault: connection-reset }\n", '3:21 fault-not-here [connection-reset] "connection-reset" is done to a connection, which a reply has no hold on.'],
  ["resources:\n  - uri: http://a/*/b\n    reply: {}\n", '2:10 wrong-uri [http://a/*/b] In "http://a/*/b" something follows the star.'],
  ["resources:\n  - uri: http://a\n    operation: Get\n    reply: {}\n", '3:16 unknown-word [Get] "Get" is not a value of "operation". Did you mean get?'],
  ["faults:\n  - on: recieve\n    fault: timed-out\n", '2:9 unknown-word [recieve] "recieve" is not a value of "on". Did you mean receive?'],
  ["expect:\n  - { times: 2 }\n", '2:5 missing-key [{ times: 2 }] One of "ran", "queried", "called", "noShellLeaked", "nothingUnmatched" is missing.'],
  ["expect:\n  - { ran: x, times: 2, atLeast: 1 }\n", '2:25 too-many-keys [atLeast] Only one of "times", "atLeast" can be given.'],
  ["expect:\n  - noShellLeaked: false\n", '2:20 wrong-kind [false] "noShellLeaked" is a truth value; it takes true.'],
  ["a: [\n", "2:1 not-yaml [] This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ["preset: omi\npreset: omi\n", "2:1 not-yaml [p] This is not YAML: Map keys must be unique"],
  ["- 1", '1:1 wrong-kind [- 1] "the script" is a list; it takes a map with "preset", "identify", "users", "commands", "queries", "resources", "faults", "otherwise", "expect".'],
  ["otherwise: *nobody", "1:12 not-yaml [*nobody] This is not YAML: nothing before the alias *nobody is called &nobody."],
];

describe("the reader of scripts", () => {
  for (const [text, ...said] of wrong) it(`says what is wrong with ${JSON.stringify(text)}`, () => assert.deepEqual(problems(text), said));

  it("says everything at once, in order", () => {
    assert.equal(problems("presett: omi\nusers: 1\ncommands: [{ match: x, reply: { exitCode: a } }]").length, 3);
  });

  it("names a place inside what an alias brings in", () => {
    assert.deepEqual(problems("otherwise: &it { exitCode: 1, exitcod: 2 }\ncommands: [{ match: x, reply: *it }]"), [
      '1:31 unknown-key [exitcod] "exitcod" is not a key that is known here. Did you mean exitCode?',
    ]);
  });

  it("reads a script whole, from YAML and from JSON", () => {
    const { script, diagnostics } = readScript("preset: omi\nusers: { root: 'secret' }\ncommands:\n  - match: { contains: uname }\n    reply: { stdout: \"Linux\\n\", delay: 1.5s }\n", "a.yaml");
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(script, { preset: "omi", users: { root: "secret" }, commands: [{ match: { contains: "uname" }, reply: { stdout: "Linux\n", delay: "1.5s" } }] });
    assert.deepEqual(readScript(JSON.stringify(script), "a.json").script, script);
    assert.deepEqual(readScript("", "empty.yaml").script, {});
  });

  it("refuses aliases that would grow without end", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 9; level++) lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(", ")}]`);
    assert.match(problems(lines.join("\n"))[0]!, /not-yaml.*Excessive alias count/u);
  });

  it("takes functions and regular expressions from a module, and names places by their path", () => {
    const script = { commands: [{ match: /x/u, reply: () => ({ stdout: "y" }) }, { match: (text: string) => text === "z", reply: { exitCode: 0 } }] };
    assert.equal(checkScript(script, "a.ts").script, script);
    const [problem] = checkScript({ commands: [{ match: "x", replies: [{ exitCod: 1 }] }] }, "a.ts").diagnostics;
    assert.equal(problem?.message, 'a.ts, commands[0].replies[0].exitCod: "exitCod" is not a key that is known here.');
    assert.equal(problem?.didYouMean, "exitCode");
  });
});
