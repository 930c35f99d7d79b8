import { Resolver } from "node:dns/promises";
import type { Clock } from "../base/clock.js";
import { parseIpAddress } from "../base/ip-address.js";
import type { FindNames, FoundName } from "../pipeline/application-guards.js";
import { withDeadline } from "../plugin-host/with-deadline.js";
import { nodeClock } from "./node-clock.js";

/** Patience with name servers, milliseconds: for one answer, and for all of them. */
const oneAnswer = 1000;
const allAnswers = 3000;
/** Names of one address that are looked at. */
const mostNames = 4;

/** What is asked of Node's resolver. */
export type NameServers = Pick<Resolver, "reverse" | "resolve4" | "resolve6" | "cancel">;

/**
 * Asks name servers what an address is called, and whether each of the names has that address too.
 * @param open default: the machine's own servers
 */
export function createNameFinder(open: () => NameServers = () => new Resolver({ timeout: oneAnswer, tries: 2 }), clock: Clock = nodeClock): FindNames {
  return async (address) => {
    const servers = open();
    const outcome = await withDeadline(clock, allAnswers, () => findNames(servers, address), () => undefined);
    if (outcome.kind === "late") servers.cancel();
    return outcome.kind === "done" ? outcome.value : undefined;
  };
}

async function findNames(servers: NameServers, address: string): Promise<readonly FoundName[] | undefined> {
  let names: readonly string[];
  try {
    // A socket for both families shows IPv4 addresses as mapped ones, which no server has names for.
    names = await servers.reverse(address.replace(/^::ffff:(?=\d+\.)/iu, ""));
  } catch (error) {
    return isAbsent(error) ? [] : undefined;
  }
  return Promise.all(names.slice(0, mostNames).map(async (name) => ({ name: name.toLowerCase().replace(/\.$/u, ""), isConfirmed: await hasAddress(servers, name, address) })));
}

async function hasAddress(servers: NameServers, name: string, address: string): Promise<boolean> {
  const wanted = parseIpAddress(address);
  if (wanted === undefined) return false;
  try {
    const found = wanted.family === 4 ? await servers.resolve4(name) : await servers.resolve6(name);
    return found.some((each) => parseIpAddress(each)?.value === wanted.value);
  } catch {
    return false;
  }
}

const isAbsent = (error: unknown): boolean => ["ENOTFOUND", "ENODATA"].includes(String((error as { code?: unknown }).code));
