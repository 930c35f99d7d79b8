import { readFileSync } from "node:fs";
import { fail, ok, type Result } from "../../base/result.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import type { UsageProblem } from "../grammar/usage-problem.js";
import type { Terminal } from "../terminal.js";

/**
 * The password from `-password:`, from the first line of `--password-file` (`-`: standard input), or from the person at the terminal.
 * @param question asked when nothing was given
 */
export async function readPassword(args: ParsedArguments, terminal: Terminal, question: string): Promise<Result<string, UsageProblem>> {
  const given = args.get("password");
  const file = args.get("password-file");
  if (given !== undefined && file !== undefined) return fail({ message: "-password and --password-file are both given; one is enough" });
  if (given !== undefined) return ok(given);
  if (file !== undefined) {
    const token = args.token("password-file")!;
    try {
      const text = file === "-" ? await terminal.readInput() : readFileSync(file, "utf8");
      const line = text.replace(/^\ufeff/u, "").split(/\r?\n/u, 1)[0]!;
      if (line !== "") return ok(line);
      return fail({ message: `the first line of ${file === "-" ? "standard input" : file} (--password-file, argument ${token.position}) is empty; it has to be the password` });
    } catch (error) {
      return fail({ message: `--password-file (argument ${token.position}) cannot be read: ${(error as Error).message}` });
    }
  }
  if (terminal.interactive) return ok(await terminal.askSecret(question));
  return fail({ message: "a password is needed: -password:PASSWORD or --password-file FILE (- is standard input)" });
}
