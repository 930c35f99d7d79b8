import { codeOf, faults, type FaultName, type FaultRow } from "../../protocol/wsman/faults.js";
import type { FaultDetails, FaultPreset, ScriptedFault } from "../script/scripted-fault.js";

/** Everything that a SOAP fault says. */
export interface SoapFault {
  readonly class: "Sender" | "Receiver";
  readonly subcode: string;
  /** Last part of the FaultDetail URI. */
  readonly detail: string | undefined;
  /** WSManFault Code, unsigned. */
  readonly code: number;
  readonly reason: string;
  readonly message: string;
}

/** The SOAP presets: the row they are made of, and what Windows says with it. */
const presets: Readonly<Partial<Record<FaultPreset, { readonly name: FaultName; readonly code?: number; readonly message?: string }>>> = {
  "timed-out": { name: "timedOut" },
  "quota-limit": {
    name: "quotaLimit", code: 0x803381a5,
    message: "This user is allowed a maximum number of concurrent shells, which has been exceeded. Close existing shells or raise the quota for this user.",
  },
  "access-denied": { name: "accessDenied" },
};

const rows: ReadonlyMap<string, FaultName> = new Map(
  (Object.keys(faults) as FaultName[]).map((name) => [(faults[name] as FaultRow).subcode?.join(":") ?? "", name]),
);

export const detailsOf = (fault: ScriptedFault): FaultDetails => (typeof fault === "string" ? { preset: fault } : fault);

/** @returns `undefined` for what is done to the connection or to the octets of an answer */
export function soapFaultOf(fault: ScriptedFault): SoapFault | undefined {
  const details = detailsOf(fault);
  if (details.preset !== undefined && presets[details.preset] === undefined) return undefined;
  const preset = details.preset === undefined ? undefined : presets[details.preset];
  const name = preset?.name ?? (details.subcode === undefined ? "internalError" : rows.get(details.subcode));
  const row: FaultRow | undefined = name === undefined ? undefined : faults[name];
  const { detail, message = preset?.message } = details;
  const reason = row?.reason ?? "The service answered with a fault.";
  return {
    class: details.class ?? (row?.class === "Sender" ? "Sender" : "Receiver"),
    subcode: details.subcode ?? row?.subcode?.join(":") ?? "w:InternalError",
    detail,
    code: details.code ?? preset?.code ?? (name === undefined ? 0x8007054f : codeOf(name, detail)),
    reason: message ?? reason,
    message: message ?? reason,
  };
}
