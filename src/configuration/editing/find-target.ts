import { fail, ok, type Result } from "../../base/result.js";
import { didYouMean } from "../did-you-mean.js";
import type { ChangeTarget } from "./change-target.js";
import type { ConfigurationSurvey } from "./configuration-survey.js";
import type { EditProblem } from "./edit-problem.js";

/** An application by its site and path, or as the vendor's tools write it: `Default Web Site/wsman`. */
export type TargetName = string | { readonly site: string; readonly application: string };

export function findTarget({ sites }: Pick<ConfigurationSurvey, "sites">, name: TargetName): Result<ChangeTarget, EditProblem> {
  const all = sites.flatMap((site) => site.applications.map((application): ChangeTarget => ({ site, application })));
  const wanted = fold(typeof name === "string" ? name : `${name.site}${name.application}`);
  const found = all.find((each) => fold(textOf(each)) === wanted);
  if (found !== undefined) return ok(found);
  const known = all.map(textOf);
  const meant = didYouMean(typeof name === "string" ? name : `${name.site}${name.application}`, known);
  return fail({
    kind: "not-found",
    message: `There is no application ${JSON.stringify(typeof name === "string" ? name : `${name.site}${name.application}`)}.`,
    allowed: `There are: ${known.map((each) => JSON.stringify(each)).join(", ")}.`,
    ...(meant === undefined ? {} : { didYouMean: meant }),
  });
}

/** `Default Web Site/wsman`; the application `/` of a site is `Default Web Site/`. */
export const textOf = ({ site, application }: ChangeTarget): string => `${site.name}${application.path}`;

const fold = (text: string): string => text.replace(/^MACHINE\/WEBROOT\/APPHOST\//iu, "").replace(/\/+$/u, "").toLowerCase();
