import type { Fault } from "../../protocol/wsman/fault.js";
import type { Operation } from "../../protocol/wsman/request.js";
import type { Exchange } from "./exchange.js";
import { admitThroughThrottle } from "./steps/admit-through-throttle.js";
import { admitUser } from "./steps/admit-user.js";
import { authorizeOperation, authorizeReading } from "./steps/authorize-operation.js";
import { checkAction } from "./steps/check-action.js";
import { checkEnumerationLimits } from "./steps/check-enumeration-limits.js";
import { checkFilter } from "./steps/check-filter.js";
import { checkFragment } from "./steps/check-fragment.js";
import { checkInvokeBody, requireBody } from "./steps/check-body.js";
import { checkOptions } from "./steps/check-options.js";
import { checkPolymorphism } from "./steps/check-polymorphism.js";
import { checkSelectors } from "./steps/check-selectors.js";
import { findEnumeration } from "./steps/find-enumeration.js";
import { findRoute } from "./steps/find-route.js";
import { findShell } from "./shells/find-shell.js";
import { readEnumerate, readPull, readRelease } from "./steps/read-enumeration-body.js";
import { setLimits } from "./steps/set-limits.js";
import type { Step } from "./steps/step.js";
import { takeFollowOnQuota, takeUserQuota } from "./steps/take-user-quota.js";

/** Columns of the grid. `other` is what this version refuses by name. */
const letters: Readonly<Partial<Record<Operation, string>>> = {
  Get: "G", Put: "P", Create: "C", Delete: "D", Invoke: "I", Enumerate: "E", Pull: "L", Release: "R",
  Command: "M", Send: "S", Receive: "S", Signal: "S", Disconnect: "S", Reconnect: "S", Connect: "S",
};
const other = "o";

/** Which check applies to which operation, in the order they are made. */
export const grid: readonly (readonly [Step, string])[] = [
  //                       Get Put Create Delete Invoke Enumerate Pull (L) Release Command (M) Send and other verbs of shells, others
  [admitThroughThrottle,   "GPCDIELRMSo"],
  [setLimits,              "GPCDIELRMSo"],
  [admitUser,              "GPCDIELRMSo"],
  [takeUserQuota,          "GPCDIE  M o"],
  [takeFollowOnQuota,      "      LR S "],
  [readEnumerate,          "     E     "],
  [readPull,               "      L    "],
  [readRelease,            "       R   "],
  [authorizeOperation,     "GPCDIE  M o"],
  [findRoute,              "GPCDIE    o"],
  [findEnumeration,        "      LR   "],
  [checkAction,            "    I      "],
  [checkSelectors,         "GPCDIE  MS "],
  [findShell,              "G  D    MS "],
  [requireBody,            " PC        "],
  [checkInvokeBody,        "    I      "],
  [checkOptions,           "GPCDIE     "],
  [checkFragment,          "GPCDIE     "],
  [authorizeReading,       " P         "],
  [checkFilter,            "     E     "],
  [checkPolymorphism,      "     E     "],
  [checkEnumerationLimits, "     E     "],
];

const chains = new Map([...Object.values(letters), other].map((letter) => [letter, grid.filter(([, column]) => column.includes(letter)).map(([step]) => step)]));

/** Runs the operation's checks one after the other. @returns the first fault; at once when no check had to wait */
export function runSteps(exchange: Exchange): Fault | undefined | Promise<Fault | undefined> {
  return runFrom(chains.get(letters[exchange.request.operation] ?? other)!, 0, exchange);
}

function runFrom(chain: readonly Step[], from: number, exchange: Exchange): Fault | undefined | Promise<Fault | undefined> {
  for (let at = from; at < chain.length; at++) {
    const fault = chain[at]!(exchange);
    if (fault instanceof Promise) return fault.then((later) => later ?? runFrom(chain, at + 1, exchange));
    if (fault !== undefined) return fault;
  }
  return undefined;
}
