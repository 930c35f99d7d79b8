import { fail, ok, type Result } from "../../base/result.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { quote, type UsageProblem } from "../grammar/usage-problem.js";

/** The switch --port of whoever listens; `undefined` when it was not given. */
export function readPort(args: ParsedArguments): Result<number | undefined, UsageProblem> {
  const text = args.get("port");
  if (text === undefined) return ok(undefined);
  if (/^\d{1,5}$/u.test(text) && Number(text) <= 65535) return ok(Number(text));
  return fail({ message: `${quote(text)} is not a value of --port (argument ${args.token("port")!.position}): it takes 0 to 65535` });
}
