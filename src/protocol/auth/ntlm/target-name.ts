import { utf16 } from "../utf16.js";
import { targetPairs, type TargetInformation } from "./target-information.js";

/** MS-NLMP 2.2.2.1, MsvAvFlags: the client has the name from a source that it does not trust itself. */
const untrusted = 0x4;

/** @returns the service that the client logs in to (MsvAvTargetName), part of what its proof is about; `undefined` where it names none that counts */
export function targetNameOf(information: TargetInformation): string | undefined {
  const name = information.get(targetPairs.targetName);
  if (name === undefined || name.length === 0 || ((information.get(targetPairs.flags)?.[0] ?? 0) & untrusted) !== 0) return undefined;
  return utf16.decode(name);
}
