import type { Machine, RunResult } from "../machine.js";
import { serviceAnswers as answers, type ServiceFacts, type ServiceManager, type StartMode } from "./service.js";
import { numberIn, readCim, textIn, type CimRow } from "./windows-cim.js";

const properties = [
  "Name", "DisplayName", "Description", "State", "StartMode", "Status", "ProcessId", "PathName", "StartName", "ExitCode", "ServiceSpecificExitCode", "AcceptStop", "AcceptPause", "ServiceType",
  "ErrorControl", "DelayedAutoStart", "TagId", "DesktopInteract",
];

/** What a service may be called; no slashes, and nothing that the command would take for another machine or a switch. */
const serviceName = /^[^\\/\p{Cc}\s-][^\\/\p{Cc}]{0,255}$/u;

/** The Windows service manager, through PowerShell for reading and `sc` for acting. */
export const windowsServices: ServiceManager = {
  async *list(machine, name) {
    for (const each of (await readCim(machine, "Win32_Service", properties)).map(factsOf)) if (name === undefined || each.name.toLowerCase() === name.toLowerCase()) yield each;
  },
  start: async (machine, service) => numberOf(await control(machine, service, ["start"])),
  stop: async (machine, service) => numberOf(await control(machine, service, ["stop"])),
  setStartMode: async (machine, service, mode) => numberOf(await control(machine, service, ["config"], ["start=", modes[mode]])),
};

const modes: Readonly<Record<StartMode, string>> = { Automatic: "auto", Manual: "demand", Disabled: "disabled" };

function factsOf(row: CimRow): ServiceFacts {
  const text = (name: string): string | null => textIn(row, name) ?? null;
  const number = (name: string): number => numberIn(row, name) ?? 0;
  return {
    name: text("Name") ?? "", displayName: text("DisplayName") ?? "", description: text("Description") ?? "", state: text("State") ?? "Unknown", startMode: text("StartMode") ?? "Manual",
    status: text("Status") ?? "Unknown", processId: number("ProcessId"), path: text("PathName"), account: text("StartName"), exitCode: number("ExitCode"),
    serviceExitCode: number("ServiceSpecificExitCode"), acceptStop: row["AcceptStop"] === true, acceptPause: row["AcceptPause"] === true, serviceType: text("ServiceType") ?? "Own Process",
    errorControl: text("ErrorControl") ?? "Normal", delayedAutoStart: row["DelayedAutoStart"] === true, tagId: number("TagId"), desktopInteract: row["DesktopInteract"] === true,
  };
}

function control(machine: Machine, { name }: ServiceFacts, verb: readonly string[], further: readonly string[] = []): Promise<RunResult | undefined> | undefined {
  return serviceName.test(name) ? machine.run("sc.exe", [...verb, name, ...further]) : undefined;
}

/** `sc` ends with the system's error number; these have a number of WMI's own. */
const numbers: ReadonlyMap<number, number> = new Map([
  [0, answers.accepted], [5, answers.denied], [1051, 3], [1052, answers.invalidControl], [1053, answers.timedOut], [1056, answers.running], [1058, answers.disabled], [1060, answers.notFound],
  [1061, answers.cannotAccept], [1062, answers.notActive], [1068, 13], [1069, 15], [1072, 16],
]);

const numberOf = (result: RunResult | undefined): number => (result === undefined ? answers.timedOut : (numbers.get(result.status) ?? answers.unknownFailure));
