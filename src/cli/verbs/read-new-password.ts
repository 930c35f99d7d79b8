import { fail, ok, type Result } from "../../base/result.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import type { Trouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { readPassword } from "./read-password.js";

/** How often a person may try to type the same twice. */
const tries = 3;

/** A password that is to be set. A person types it twice, because nobody sees what is typed. */
export async function readNewPassword(args: ParsedArguments, terminal: Terminal, name: string): Promise<Result<string, Trouble>> {
  const question = `New password of ${name}: `;
  // A password on the command line, which reading one for a client takes, would be seen by everybody on the machine.
  if (!args.has("password-file") && !terminal.interactive) return fail({ message: "a password is needed: --password-file FILE (- is standard input)" });
  if (args.has("password-file")) return readPassword(args, terminal, question);
  for (let nth = 1; nth <= tries; nth++) {
    const password = await terminal.askSecret(question);
    if (password === "") {
      terminal.complain("A password cannot be empty.\n");
      continue;
    }
    if ((await terminal.askSecret("The same again: ")) === password) return ok(password);
    terminal.complain("The two are not the same.\n");
  }
  return fail({ failure: `no password was typed twice alike in ${tries} tries; nothing was changed.` });
}
