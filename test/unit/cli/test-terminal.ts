import { runCommand } from "../../../src/cli/run-command.js";
import type { BareTerminal } from "../../../src/cli/terminal.js";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** Questions asked without echo. */
  readonly asked: readonly string[];
}

/** Runs a command line in this process with a terminal of the test's own. */
export async function runLine(words: readonly string[], given: { readonly input?: string; readonly octets?: Uint8Array; readonly secret?: string | readonly string[]; readonly environment?: Record<string, string> } = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const asked: string[] = [];
  const terminal: BareTerminal = {
    write: (text) => void (out += text),
    complain: (text) => void (err += text),
    environment: { WSMANOR_STATE: "/nonexistent/state", ...given.environment },
    interactive: given.secret !== undefined,
    askSecret: async (question) => {
      asked.push(question);
      return typeof given.secret === "string" ? given.secret : given.secret?.[asked.length - 1] ?? "";
    },
    readInput: async () => given.input ?? "",
    readOctets: async () => given.octets ?? Buffer.from(given.input ?? ""),
    leaveSoon: () => undefined,
  };
  const status = await runCommand(words, terminal);
  return { status, out, err, asked };
}
