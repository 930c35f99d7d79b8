import { didYouMean } from "./did-you-mean.js";
import type { EffectiveElement } from "./effective-element.js";
import type { AuthorizationRule } from "./host-configuration.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";

/** The one role that accounts of the users file can have, by the names that Windows has for it. */
const administrators = "Administrators";
const verbs = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"];

/** Rules of `security/authorization` that can never match, and sets of them that let nobody in. */
export function checkAuthorization(rules: readonly AuthorizationRule[] | undefined, sections: ReadonlyMap<string, EffectiveElement>, report: Report): void {
  const section = sections.get(sectionPaths.authorization);
  if (rules === undefined || section === undefined) return;
  for (const [index, rule] of rules.entries()) checkRule(rule, section.entries[index]!, report);
  const closing = rules.findIndex(({ accessType, users, verbs: only }) => accessType === "Deny" && users.includes("*") && only.length === 0);
  if (closing < 0 && rules.some(({ accessType, users, roles }) => accessType === "Allow" && users.length + roles.length > 0)) return;
  const message = closing < 0
    ? "No rule allows anybody, and who is not allowed is refused: nobody is let in to the application."
    : 'A rule denies users="*", and Deny comes before every Allow: nobody is let in to the application.';
  const remedy = closing < 0 ? '<add accessType="Allow" users="*"/> lets in who is not denied, as IIS\'s own applicationHost.config does.' : 'Remove it: who is not allowed is refused in any case.';
  report.warning({ rule: "nobody-is-let-in", message, remedy }, closing < 0 ? section.spot : section.entries[closing]!.spot);
}

function checkRule({ users, roles, verbs: only }: AuthorizationRule, entry: EffectiveElement, report: Report): void {
  const spotOf = (name: string): EffectiveElement["spot"] => entry.attributes.get(name)?.spot ?? entry.spot;
  if (users.length + roles.length === 0) {
    report.warning({ rule: "rule-without-effect", message: "The rule names neither users nor roles, so it matches nobody.", remedy: 'Add users="…" (* is everybody, ? who is anonymous) or roles="…".' }, entry.spot);
  }
  for (const role of roles) {
    if (role.replace(/^(?:builtin|[^\\]+)\\/iu, "").toLowerCase() === administrators.toLowerCase()) continue;
    const meant = role === "*" ? undefined : didYouMean(role, [administrators]);
    const message = `Nobody has the role "${role}".`;
    report.warning({ rule: "unknown-role", message, allowed: `Roles: ${administrators}, those whom wsmanor user add --administrator made so.`, ...(meant === undefined ? { remedy: "Name the users." } : { didYouMean: meant }) }, spotOf("roles"));
  }
  for (const verb of only) {
    if (verbs.includes(verb)) continue;
    const meant = verbs.find((known) => known === verb.toUpperCase()) ?? (verb === "*" ? undefined : didYouMean(verb, verbs));
    if (meant === undefined && verb !== "*") continue;
    report.warning({ rule: "unknown-verb", message: `No request has the verb "${verb}".`, allowed: "Verbs compare with case; without the attribute a rule is for all.", ...(meant === undefined ? {} : { didYouMean: meant }) }, spotOf("verbs"));
  }
}
