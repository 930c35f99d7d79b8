import { isIP } from "node:net";
import { fail, ok, type Result } from "../../base/result.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { nameToken, type UsageProblem } from "../grammar/usage-problem.js";

/** The switch -address of a mock; this machine alone where it was not given. */
export function readListenAddress(args: ParsedArguments): Result<string, UsageProblem> {
  const text = args.get("address");
  if (text === undefined) return ok("127.0.0.1");
  if (text === "*" || isIP(text) !== 0) return ok(text);
  return fail({ message: `${nameToken(args.token("address")!, text)} is not a value of -address: it takes an IP address of this machine, such as 127.0.0.1 or ::1, or * for all` });
}
