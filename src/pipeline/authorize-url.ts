import type { Identity } from "../base/identity.js";
import type { Logger } from "../base/logger.js";
import type { UrlRule } from "./application-guards.js";
import { challengeResponse } from "./authenticate.js";
import type { Exchange, PipelineModule, StageOutcome } from "./exchange.js";
import { refuseRequest } from "./refuse-request.js";

const section = "security/authorization";

/** Who may use the application: `security/authorization`. What any Deny matches is refused, then what any Allow matches is let in, and nothing else is. */
export class AuthorizeUrl implements PipelineModule {
  readonly name = "authorize-url";
  readonly notification = "authorizeRequest";
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  run(exchange: Exchange): StageOutcome | Promise<StageOutcome> {
    const rules = exchange.application!.guards?.authorization;
    if (rules === undefined) return undefined;
    const { user, request } = exchange.context;
    const matches = (rule: UrlRule): boolean => fits(rule, user, request.method, rules.machineName);
    const denied = rules.deny.find(matches);
    if (denied === undefined && rules.allow.some(matches)) return undefined;
    const reason = denied === undefined ? "no Allow rule matches" : `denied by ${denied.place.file}:${denied.place.line}:${denied.place.column}`;
    if (user !== undefined) return refuseRequest(exchange, { status: 403, section, reason }, this.#logger);
    refuseRequest(exchange, { status: 401, subStatus: 2, section, reason }, this.#logger);
    return challengeResponse(request, exchange.application!.authentication);
  }
}

const fits = (rule: UrlRule, user: Identity | undefined, verb: string, machineName: string): boolean =>
  (rule.verbs.length === 0 || rule.verbs.includes(verb)) && (rule.users.some((name) => isUser(name, user, machineName)) || rule.roles.some((role) => hasRole(role, user, machineName)));

function isUser(name: string, user: Identity | undefined, machineName: string): boolean {
  if (name === "*") return true;
  if (name === "?" || user === undefined) return name === "?" && user === undefined;
  return [name, localName(name, machineName)].includes(user.name.toLowerCase());
}

/** The role that there is: that of administrators, by the names that Windows has for it. */
function hasRole(role: string, user: Identity | undefined, machineName: string): boolean {
  return user?.isAdministrator === true && (role === "builtin\\administrators" || localName(role, machineName) === "administrators");
}

/** Without the domain where that is this machine. */
function localName(name: string, machineName: string): string {
  const [domain, rest] = name.split("\\", 2);
  return rest !== undefined && (domain === "." || domain === machineName) ? rest : name;
}
