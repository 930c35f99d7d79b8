import { fail, ok, type Result } from "../../base/result.js";
import { dialects } from "../../protocol/wsman/namespaces.js";
import type { Target } from "../client/wsman-client.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { parseBlock } from "../grammar/parse-pairs.js";
import { parseResource } from "../grammar/parse-resource.js";
import { refuseCharacters } from "../grammar/refuse-characters.js";
import { nameToken, type Token, type UsageProblem } from "../grammar/usage-problem.js";

/** What a verb acts on: resource URI, selectors, options and fragment. */
export function readTarget(resource: Token | undefined, args: ParsedArguments): Result<Target, UsageProblem> {
  if (resource === undefined) return fail({ message: "the resource URI is missing, such as winrm/config" });
  const carried = refuseCharacters([resource], args);
  if (!carried.ok) return carried;
  const address = parseResource(resource, args.all("selector"));
  if (!address.ok) return address;
  const options = readOptions(args);
  if (!options.ok) return options;
  const path = args.get("fragment");
  const dialect = path === undefined ? undefined : expandDialect(args.get("dialect"));
  return ok({
    ...address.value,
    options: options.value,
    ...(path === undefined ? {} : { fragment: { path, ...(dialect === undefined ? {} : { dialect }) } }),
  });
}

/** A dialect's short name or its URI. */
export function expandDialect(written: string | undefined): string | undefined {
  const known: Readonly<Record<string, string>> = { wql: dialects.wql, selector: dialects.selector, association: dialects.association, xpath: dialects.xpath, cql: dialects.cql };
  return written === undefined ? undefined : Object.hasOwn(known, written.toLowerCase()) ? known[written.toLowerCase()] : written;
}

/** Complains about a token that nobody asked for. */
export const refuseRest = (rest: readonly Token[], after: string): Result<void, UsageProblem> =>
  rest[0] === undefined ? ok(undefined) : fail({ message: `${nameToken(rest[0])} is one too many: nothing follows ${after}` });

function readOptions(args: ParsedArguments): Result<Target["options"] & object, UsageProblem> {
  const text = args.get("options");
  if (text === undefined) return ok([]);
  const { position } = args.token("options")!;
  const pairs = parseBlock({ text, position }, text.startsWith("@") ? 1 : 0);
  if (!pairs.ok) return pairs;
  return ok(pairs.value.map(({ key, value }) => ({ name: key, value: typeof value === "string" ? value : undefined })));
}
