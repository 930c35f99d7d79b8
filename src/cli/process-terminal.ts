import { editSecret } from "./edit-secret.js";
import type { BareTerminal } from "./terminal.js";

/** How long handles that outlive the plug-ins are waited for. Milliseconds. */
const lingering = 1000;

/** The terminal of this process. */
export const processTerminal: BareTerminal = {
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  environment: process.env,
  get interactive() {
    return process.stdin.isTTY === true && process.stderr.isTTY === true;
  },
  askSecret,
  readInput: async () => (await readOctets()).toString("utf8"),
  readOctets,
  leaveSoon: (code) => void setTimeout(() => process.exit(code), lingering).unref(),
};

async function readOctets(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What was typed ahead of the next question. */
let ahead = "";

/** What arrow and function keys send; none of it is part of a password. */
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])/gu;

/** Raw mode, because a line editor would show what is typed. Ctrl-C ends the process as it does everywhere. */
function askSecret(question: string): Promise<string> {
  const input = process.stdin;
  // Before the question: who answers it at once must not see the answer.
  input.setRawMode(true);
  process.stderr.write(question);
  input.setEncoding("utf8");
  input.resume();
  return new Promise((resolve) => {
    let secret = "";
    const finish = (): void => {
      input.off("data", take);
      input.setRawMode(false);
      input.pause();
      process.stderr.write("\n");
    };
    const take = (typed: string): void => {
      const keys = [...typed.replace(escapeSequences, "")];
      for (const [at, key] of keys.entries()) {
        const edit = editSecret(secret, key);
        if (edit.kind === "more") {
          secret = edit.secret;
          continue;
        }
        finish();
        if (edit.kind === "cancelled") process.exit(130);
        ahead = keys.slice(at + 1).join("");
        resolve(secret);
        return;
      }
    };
    input.on("data", take);
    const typed = ahead;
    ahead = "";
    take(typed);
  });
}
