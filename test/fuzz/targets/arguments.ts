import assert from "node:assert/strict";
import type { Result } from "../../../src/base/result.js";
import { commands } from "../../../src/cli/commands.js";
import { parseArguments } from "../../../src/cli/grammar/parse-arguments.js";
import { parseBlock, parsePairs } from "../../../src/cli/grammar/parse-pairs.js";
import { parseRemote } from "../../../src/cli/grammar/parse-remote.js";
import { parseResource } from "../../../src/cli/grammar/parse-resource.js";
import { parseSetting } from "../../../src/cli/grammar/parse-setting.js";
import { refuseCharacters, refuseCharactersIn } from "../../../src/cli/grammar/refuse-characters.js";
import type { Token, UsageProblem } from "../../../src/cli/grammar/usage-problem.js";
import { wantsJson } from "../../../src/cli/grammar/wants-json.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const seeds = [
  "get\nwinrm/config\n-remote:https://host:5986/wsman\n-username:a\n-password:b", "enumerate\nwmicimv2/Win32_Service?Name=x+State=y\n-filter:select * from X\n--json", "set\nwinrm/config/winrs\n@{MaxMemoryPerShellMB=\"1024\";A='b''c'}", "invoke\nStart\nurn:x\n{\"a\":[1,null,{\"b\":true}]}",
  "config\nset\nsystem.webServer/x\n/OperationsConfiguration.MaxEnvelopeSizeKB:500\n/+[name='a',@start].b:1", "create\nurn:x\na=1\nb/c=$null\n--\n-x", "serve\n--config\nfile", "identify\n/r:host\n-a=None", "https://a:hunter2@host", "-remote:[::1]:80", "help\nget",
];
const words = [...oddCharacters, "\n", "-", "--", "/", ":", "=", "@{", "{", "}", ";", '"', "'", "''", "$null", "[", "]", ",", ".", "+", "?", "@start", "@9", "http://", "https://", "[::1]", "%25", ":99999", "@", ":hunter2@", "\\", "-remote:", "-r", "--json", "a", "{\"a\":", "[", "null"];

/** One word a line, as a shell would hand them over. */
export const commandArguments = pureTarget<string>({
  name: "arguments",
  promise: "A command line is taken apart or refused in one sentence, on one line, that names its word; passwords do not stand in it.",
  cases: 8000,
  least: { read: 0.05, refused: 0.05 },
  make: (random) => mutateWords(random.pick(seeds), words, random),
  check: (input) => {
    const tokens = input.split("\n").map((text, at): Token => ({ text, position: at + 1 }));
    const took = <T>(read: Result<T, UsageProblem>): read is { readonly ok: true; readonly value: T } => {
      if (read.ok) return true;
      const { message, didYouMean = "" } = read.error;
      assert.ok(message.length > 0 && !/[\r\n\0]/u.test(message + didYouMean) && message.isWellFormed(), JSON.stringify(read.error));
      return false;
    };
    const first = tokens[0]!.text.toLowerCase();
    const command = commands.find(({ name, aliases }) => name === first || aliases?.includes(first) === true);
    let isRead = false;
    if (command !== undefined) {
      const parsed = parseArguments(tokens.slice(1), command.switches, command.name);
      if (took(parsed)) {
        isRead = true;
        assert.ok(parsed.value.positionals.every((token) => tokens.includes(token)));
        took(refuseCharacters(parsed.value.positionals, parsed.value));
      }
    }
    assert.equal(typeof wantsJson(tokens.map(({ text }) => text)), "boolean");
    for (const token of tokens) {
      took(parseSetting(token));
      took(parseResource(token));
      took(parseBlock(token, 0));
      const remote = parseRemote(token, token.text, false);
      if (took(remote)) assert.ok(remote.value.username === "" && remote.value.password === "" && remote.value.hash === "" && remote.value.hostname !== "");
      else {
        const hasPassword = /^(?:https?:\/\/)?[^/?#@]*:hunter2@/u.test(token.text);
        assert.ok(!hasPassword || !remote.error.message.includes("hunter2"), remote.error.message);
      }
    }
    const pairs = parsePairs(tokens);
    if (took(pairs)) took(refuseCharactersIn(pairs.value));
    return isRead;
  },
});
