import type { BareTerminal } from "./terminal.js";

/** The terminal of this process. */
export const processTerminal: BareTerminal = {
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  environment: process.env,
  get interactive() {
    return process.stdin.isTTY === true && process.stderr.isTTY === true;
  },
  askSecret,
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  },
};

const keys = { interrupt: "\u0003", endOfInput: "\u0004", backspace: "\b", erase: "\u007f" } as const;

/** Raw mode, because a line editor would show what is typed. Ctrl-C ends the process as it does everywhere. */
function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const input = process.stdin;
  input.setRawMode(true);
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
      for (const key of typed) {
        if (key === "\r" || key === "\n" || key === keys.endOfInput) {
          finish();
          resolve(secret);
          return;
        }
        if (key === keys.interrupt) {
          finish();
          process.exit(130);
        }
        secret = key === keys.erase || key === keys.backspace ? [...secret].slice(0, -1).join("") : secret + key;
      }
    };
    input.on("data", take);
  });
}
