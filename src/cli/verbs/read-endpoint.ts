import { fail, ok, type Result } from "../../base/result.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { quote, type UsageProblem } from "../grammar/usage-problem.js";

/** What the environment says about where to listen. */
export interface EnvironmentEndpoint {
  /** The variable that says it. */
  readonly variable: string;
  readonly value: string;
  readonly endpoint: { readonly port: number } | { readonly path: string };
}

/** Of ANCM, HttpPlatformHandler, and iisnode with everybody else: the more particular one counts. */
const variables = ["ASPNETCORE_PORT", "HTTP_PLATFORM_PORT", "PORT"] as const;

/** The switch --port-from-environment: where whoever started this process expects it. `undefined` when it was not given. */
export function readEndpoint(args: ParsedArguments, environment: Readonly<Record<string, string | undefined>>): Result<EnvironmentEndpoint | undefined, UsageProblem> {
  if (!args.has("port-from-environment")) return ok(undefined);
  if (args.has("port")) return fail({ message: "--port and --port-from-environment say two things: give one of them" });
  const set = variables.flatMap((variable) => (environment[variable] === undefined || environment[variable] === "" ? [] : [{ variable, value: environment[variable] }]));
  const [first] = set;
  if (first === undefined) return fail({ message: `--port-from-environment needs one of the variables ${variables.join(", ")}, and none is set: IIS sets one for the processes that it starts` });
  const other = set.find(({ value }) => value !== first.value);
  if (other !== undefined) return fail({ message: `the environment says two things: ${first.variable}=${quote(first.value)} and ${other.variable}=${quote(other.value)}` });
  const endpoint = parseEndpoint(first.value);
  return endpoint === undefined
    ? fail({ message: `${first.variable}=${quote(first.value)} is neither a port from 1 to 65535 nor the absolute path of a Unix socket or named pipe` })
    : ok({ ...first, endpoint });
}

/** A number is a port; anything else a path, as iisnode's \\.\pipe\… */
function parseEndpoint(text: string): EnvironmentEndpoint["endpoint"] | undefined {
  if (/^\d+$/u.test(text)) return text.length <= 5 && Number(text) >= 1 && Number(text) <= 65_535 ? { port: Number(text) } : undefined;
  const isPath = /^\\\\[.?]\\pipe\\[^\\/\p{Cc}]+$/iu.test(text) || /^\/[^\p{Cc}]*[^/\p{Cc}]$/u.test(text);
  return isPath ? { path: text } : undefined;
}
