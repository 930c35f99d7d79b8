import { isInRange } from "../base/address-range.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import { parseIpAddress, type IpAddress } from "../base/ip-address.js";
import type { Logger } from "../base/logger.js";
import type { AddressEntry, AddressRules, FoundName } from "./application-guards.js";
import { challengeResponse } from "./authenticate.js";
import type { Exchange, PipelineModule, StageOutcome } from "./exchange.js";
import { forwardedAddresses } from "./forwarded-addresses.js";
import { refuseRequest } from "./refuse-request.js";

const section = "security/ipSecurity";
/** IIS's sub-statuses: refused by the list of addresses, by the list of names. */
const byAddress = 503;
const byName = 504;

/** Who may connect: `security/ipSecurity`, entry by entry; the first that matches decides, and `allowUnlisted` where none does. */
export class CheckAddress implements PipelineModule {
  readonly name = "check-address";
  readonly notification = "beginRequest";
  readonly #logger: Logger;
  /** What addresses are called, for as long as the connection lives that needed it. */
  readonly #names = new WeakMap<object, Map<string, Promise<readonly FoundName[] | undefined>>>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  run(exchange: Exchange): StageOutcome | Promise<StageOutcome> {
    const rules = exchange.application!.guards?.addresses;
    if (rules === undefined) return undefined;
    const { request } = exchange.context;
    const addresses = [request.connection.remoteAddress];
    if (rules.enableProxyMode) {
      const forwarded = forwardedAddresses(exchange.forwardedFor);
      if (forwarded === undefined) {
        return refuseRequest(exchange, { status: 400, subStatus: 10, section, reason: "X-Forwarded-For is not a list of addresses" }, this.#logger);
      }
      addresses.push(...forwarded);
    }
    return this.#check(exchange, rules, addresses);
  }

  #check(exchange: Exchange, rules: AddressRules, [first, ...rest]: readonly string[]): StageOutcome | Promise<StageOutcome> {
    if (first === undefined) return undefined;
    const decision = this.#decide(exchange.context.request, rules, first, 0);
    const next = (denied: Denial | undefined): StageOutcome | Promise<StageOutcome> => (denied === undefined ? this.#check(exchange, rules, rest) : this.#refuse(exchange, rules, denied));
    return decision instanceof Promise ? decision.then(next) : next(decision);
  }

  /** @returns `undefined`: let in */
  #decide(request: HostRequest, rules: AddressRules, text: string, from: number): Denial | undefined | Promise<Denial | undefined> {
    const address = parseIpAddress(text);
    for (let index = from; index < rules.entries.length; index++) {
      const entry = rules.entries[index]!;
      const { match } = entry;
      if ("range" in match) {
        if (address !== undefined && isInRange(address, match.range)) return verdict(entry, text, byAddress);
      } else if (rules.namesOf !== undefined && address !== undefined) {
        return this.#namesOf(request, rules, text).then((names) =>
          isNamed(match.domainName, entry.allowed, names) ? verdict(entry, text, byName) : this.#decide(request, rules, text, index + 1));
      }
    }
    return rules.allowUnlisted ? undefined : { subStatus: byAddress, reason: `${describe(address, text)} is in no entry, and allowUnlisted is false` };
  }

  #namesOf(request: HostRequest, rules: AddressRules, address: string): Promise<readonly FoundName[] | undefined> {
    let known = this.#names.get(request.connection);
    if (known === undefined) this.#names.set(request.connection, (known = new Map<string, Promise<readonly FoundName[] | undefined>>()));
    let names = known.get(address);
    if (names === undefined) {
      // A connection that brings other people's addresses again and again keeps no more than those of one request.
      if (known.size >= mostNames) known.clear();
      known.set(address, (names = rules.namesOf!(address)));
    }
    return names;
  }

  async #refuse(exchange: Exchange, { denyAction }: AddressRules, denial: Denial): Promise<HostResponse> {
    const status = denyAction === "Unauthorized" ? 401 : denyAction === "NotFound" ? 404 : 403;
    const answer = refuseRequest(exchange, { status, section, ...denial }, this.#logger);
    if (denyAction === "AbortRequest") return { ...answer, abort: true };
    return denyAction === "Unauthorized" ? challengeResponse(exchange.context.request, exchange.application!.authentication) : answer;
  }
}

interface Denial {
  readonly subStatus: number;
  readonly reason: string;
}

const mostNames = 33;

const describe = (address: IpAddress | undefined, text: string): string => (address === undefined ? "a caller without an address" : text);

const verdict = ({ allowed, place }: AddressEntry, address: string, subStatus: number): Denial | undefined =>
  allowed ? undefined : { subStatus, reason: `${address} is denied by ${place.file}:${place.line}:${place.column}` };

/**
 * A name that nobody confirms keeps out, and lets nobody in. So does one that could not be found out: who makes the look-up fail gains
 * nothing.
 */
function isNamed(pattern: string, allowed: boolean, names: readonly FoundName[] | undefined): boolean {
  if (names === undefined) return !allowed;
  return names.some(({ name, isConfirmed }) => (isConfirmed || !allowed) && (pattern === "*" || (pattern.startsWith("*.") ? name.endsWith(pattern.slice(1)) : name === pattern)));
}
