/**
 * A process of its own that changes accounts through the real command, over and over, until it is killed:
 * `node account-writer.js STATE FIRST`. Writes one JSON line before each change and one when the command has said that it was done.
 */
import { writeSync } from "node:fs";
import { runCommand } from "../../src/cli/run-command.js";

const [state = "", first = "0"] = process.argv.slice(2);
const say = (line: Readonly<Record<string, unknown>>): void => void writeSync(1, `${JSON.stringify(line)}\n`);

async function change(words: readonly string[], password: string): Promise<void> {
  say({ begins: words, password });
  let complaints = "";
  const status = await runCommand(["user", ...words, "--state", state, ...(words[0] === "remove" ? [] : ["--password-file", "-"])], {
    write: () => undefined, complain: (text) => (complaints += text), environment: {}, interactive: false, askSecret: async () => "", readInput: async () => `${password}\n`, readOctets: async () => Buffer.alloc(0), leaveSoon: () => undefined,
  });
  if (status !== 0) throw new Error(complaints);
  say({ done: words });
}

// Removals cost no hash, so most of their time is the write that is to be interrupted.
for (let at = Number(first); ; at++) {
  await change(["add", `new${at}`], `secret ${at}`);
  await change(["passwd", `new${at}`], `other ${at}`);
  for (let gone = 0; gone < 12; gone++) await change(["remove", `old${at * 12 + gone}`], "");
}
