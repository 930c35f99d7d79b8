import { fail, ok, type Result } from "../../base/result.js";
import { dialects } from "../../protocol/wsman/namespaces.js";
import type { AssociationFilter, RequestFilter } from "../../protocol/wsman/write-enumerate-request.js";
import { closestName } from "../grammar/closest-name.js";
import type { InputPair } from "../grammar/input-value.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { parseBlock } from "../grammar/parse-pairs.js";
import { parseResource } from "../grammar/parse-resource.js";
import { listChoices, quote, type UsageProblem } from "../grammar/usage-problem.js";
import { expandDialect } from "./read-target.js";

/** Reads -filter, -dialect and -associations, as winrm takes them. Without a dialect a filter is WQL. */
export function readFilter(args: ParsedArguments, resourceUri: string): Result<RequestFilter | undefined, UsageProblem> {
  const text = args.get("filter");
  const lonely = (["dialect", "associations"] as const).find((name) => args.has(name) && text === undefined);
  if (lonely !== undefined) return fail({ message: `-${lonely} (argument ${args.token(lonely)!.position}) has no use without -filter` });
  if (text === undefined) return ok(undefined);
  const dialect = expandDialect(args.get("dialect")) ?? dialects.wql;
  if (args.has("associations") && dialect !== dialects.association) {
    return fail({ message: `-associations (argument ${args.token("associations")!.position}) has no use without -dialect:association` });
  }
  if (dialect !== dialects.selector && dialect !== dialects.association) return ok({ kind: "text", dialect, text });
  const pairs = parseBlock({ text, position: args.token("filter")!.position }, text.startsWith("@") ? 1 : 0);
  if (!pairs.ok) return pairs;
  if (dialect === dialects.association) return readAssociation(pairs.value, args, resourceUri);
  return ok({ kind: "selectors", selectors: pairs.value.map(({ key, value }) => ({ name: key, value: typeof value === "string" ? value : "" })) });
}

const associationKeys = ["object", "associationClassName", "role", "resultClassName", "resultRole"] as const;

function readAssociation(pairs: readonly InputPair[], args: ParsedArguments, resourceUri: string): Result<AssociationFilter, UsageProblem> {
  const { position } = args.token("filter")!;
  const values = new Map<(typeof associationKeys)[number], string>();
  for (const { key, value } of pairs) {
    const name = associationKeys.find((known) => known.toLowerCase() === key.toLowerCase());
    if (name === undefined) {
      const didYouMean = closestName(key, associationKeys);
      return fail({ message: `${quote(key)} in -filter (argument ${position}) is not a key of an association: they are ${listChoices(associationKeys)}`, ...(didYouMean === undefined ? {} : { didYouMean }) });
    }
    values.set(name, typeof value === "string" ? value : "");
  }
  const written = values.get("object");
  if (written === undefined) return fail({ message: `-filter (argument ${position}) needs Object: the instance whose neighbours are wanted, such as Object=Win32_Service?Name=spooler` });
  // A class name alone lives in the namespace that is enumerated.
  const isShort = !/[/:]/u.test(written.split("?", 1)[0]!);
  const object = parseResource({ text: isShort ? `${resourceUri.replace(/\/\*$/u, "")}/${written}` : written, position });
  if (!object.ok) return object;
  values.delete("object");
  return ok({ kind: "association", associations: args.has("associations"), object: object.value, ...Object.fromEntries(values) });
}
