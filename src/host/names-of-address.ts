import { Resolver } from "node:dns/promises";
import { parseIpAddress } from "../base/ip-address.js";
import type { FindNames, FoundName } from "../pipeline/application-guards.js";
import { withDeadline } from "../plugin-host/with-deadline.js";
import { nodeClock } from "./node-clock.js";

/** Patience with name servers, milliseconds: for one answer, and for all of them. */
const oneAnswer = 1000;
const allAnswers = 3000;
/** Names of one address that are looked at. */
const mostNames = 4;

/** Asks the machine's name servers what an address is called, and whether each of the names has that address too. */
export const namesOfAddress: FindNames = async (address) => {
  const resolver = new Resolver({ timeout: oneAnswer, tries: 2 });
  const outcome = await withDeadline(nodeClock, allAnswers, () => findNames(resolver, address), () => undefined);
  if (outcome.kind === "late") resolver.cancel();
  return outcome.kind === "done" ? outcome.value : undefined;
};

async function findNames(resolver: Resolver, address: string): Promise<readonly FoundName[] | undefined> {
  let names: readonly string[];
  try {
    names = await resolver.reverse(address);
  } catch (error) {
    return isAbsent(error) ? [] : undefined;
  }
  return Promise.all(names.slice(0, mostNames).map(async (name) => ({ name: name.toLowerCase().replace(/\.$/u, ""), isConfirmed: await hasAddress(resolver, name, address) })));
}

async function hasAddress(resolver: Resolver, name: string, address: string): Promise<boolean> {
  const wanted = parseIpAddress(address);
  if (wanted === undefined) return false;
  try {
    const found = wanted.family === 4 ? await resolver.resolve4(name) : await resolver.resolve6(name);
    return found.some((each) => parseIpAddress(each)?.value === wanted.value);
  } catch {
    return false;
  }
}

const isAbsent = (error: unknown): boolean => ["ENOTFOUND", "ENODATA"].includes(String((error as { code?: unknown }).code));
