import type { Machine, RunResult } from "../machine.js";
import { serviceAnswers as answers, type ServiceFacts, type ServiceManager, type StartMode } from "./service.js";

const program = "systemctl";
const suffix = ".service";
/** Units asked for in one call: the command line has an end, and instances can begin to flow. */
const chunk = 100;

/** What a unit may be called (systemd.unit(5)); nothing else is ever handed to the command. */
const unitName = /^[A-Za-z0-9:_.\\@-]{1,247}$/u;

const shown = [
  "Id", "Description", "LoadState", "ActiveState", "UnitFileState", "WantedBy", "RequiredBy", "MainPID", "ExecStart", "User", "DynamicUser", "CanStop", "ExecMainStatus", "Result",
  "ActiveEnterTimestampMonotonic", "InactiveExitTimestampMonotonic",
];

type Unit = ReadonlyMap<string, string>;

/** systemd, through its command. Nothing goes through a shell, and names stand behind `--`. */
export const systemd: ServiceManager = {
  async *list(machine, name) {
    if (name !== undefined) {
      const found = await named(machine, name);
      if (found !== undefined) yield found;
      return;
    }
    const names = await unitNames(machine);
    for (let at = 0; at < names.length; at += chunk) {
      for (const unit of await show(machine, names.slice(at, at + chunk))) if (unit.get("LoadState") !== "not-found") yield factsOf(unit);
    }
  },

  start: async (machine, service) => {
    if (service.startMode === "Disabled") return answers.disabled;
    if (service.state === "Running") return answers.running;
    return numberOf(await control(machine, "start", service));
  },

  stop: async (machine, service) => (service.state === "Stopped" ? answers.cannotAccept : numberOf(await control(machine, "stop", service))),

  async setStartMode(machine, service, mode) {
    const steps: Readonly<Record<StartMode, readonly string[]>> = { Automatic: ["unmask", "enable"], Manual: ["unmask", "disable"], Disabled: ["mask"] };
    // What is not masked needs no unmasking, and it might need other rights.
    for (const verb of steps[mode]) {
      if (verb === "unmask" && service.startMode !== "Disabled") continue;
      const number = numberOf(await control(machine, verb, service));
      if (number !== answers.accepted) return number;
    }
    return answers.accepted;
  },
};

async function named(machine: Machine, name: string): Promise<ServiceFacts | undefined> {
  const unit = `${name}${suffix}`;
  if (!unitName.test(unit)) return undefined;
  const [exact] = await show(machine, [unit]);
  if (exact !== undefined && exact.get("LoadState") !== "not-found") return factsOf(exact);
  // Windows compares without case; systemd does not.
  const spelled = (await unitNames(machine)).find((each) => each.toLowerCase() === unit.toLowerCase());
  const [other] = spelled === undefined || spelled === unit ? [] : await show(machine, [spelled]);
  return other === undefined ? undefined : factsOf(other);
}

/** Units that are loaded, and those that are only installed; templates are none. */
async function unitNames(machine: Machine): Promise<readonly string[]> {
  const options = ["--type=service", "--all", "--full", "--plain", "--no-legend", "--no-pager"];
  const loaded = await machine.run(program, ["list-units", ...options]);
  if (loaded?.status !== 0) return [];
  const installed = await machine.run(program, ["list-unit-files", ...options]);
  const names = `${loaded.stdout}\n${installed?.stdout ?? ""}`.split("\n").map((line) => line.trim().split(/\s+/u, 1)[0]!);
  return [...new Set(names)].filter((name) => name.endsWith(suffix) && unitName.test(name) && !name.includes(`@${suffix}`)).sort();
}

async function show(machine: Machine, units: readonly string[]): Promise<readonly Unit[]> {
  const result = await machine.run(program, ["show", "--no-pager", "--all", `--property=${shown.join(",")}`, "--", ...units]);
  if (result?.status !== 0) return [];
  return result.stdout.split(/\n\n+/u).map(readUnit).filter((unit) => unit.has("Id"));
}

function readUnit(text: string): Unit {
  const fields = new Map<string, string>();
  for (const line of text.split("\n")) {
    const equals = line.indexOf("=");
    // The first one counts: a unit may have several ExecStart.
    if (equals > 0 && !fields.has(line.slice(0, equals))) fields.set(line.slice(0, equals), line.slice(equals + 1));
  }
  return fields;
}

/** Several names of one unit are one service: `show` gives the Id of the unit itself. */
function factsOf(unit: Unit): ServiceFacts {
  const get = (name: string): string => unit.get(name) ?? "";
  const name = get("Id").slice(0, -suffix.length);
  const description = get("Description") || name;
  const active = get("ActiveState");
  const failed = active === "failed";
  const neverStarted = active === "inactive" && Number(get("InactiveExitTimestampMonotonic")) === 0 && Number(get("ActiveEnterTimestampMonotonic")) === 0;
  return {
    name, description, displayName: description, state: states[active] ?? "Unknown", startMode: startModeOf(unit), status: statusOf(active),
    processId: Number(get("MainPID")) || 0, path: commandOf(get("ExecStart")), account: get("User") || (get("DynamicUser") === "yes" ? name : "root"),
    exitCode: failed ? 1066 : neverStarted ? 1077 : 0, serviceExitCode: failed ? Number(get("ExecMainStatus")) || 0 : 0,
    acceptStop: get("CanStop") === "yes" && active === "active", acceptPause: false, serviceType: "Own Process", errorControl: "Normal", delayedAutoStart: false, tagId: 0, desktopInteract: false,
  };
}

const states: Readonly<Record<string, string>> = {
  active: "Running", reloading: "Continue Pending", refreshing: "Continue Pending", inactive: "Stopped", failed: "Stopped", activating: "Start Pending", deactivating: "Stop Pending", maintenance: "Paused",
};

function statusOf(active: string): string {
  if (active === "failed") return "Error";
  if (active === "activating") return "Starting";
  if (active === "deactivating") return "Stopping";
  return active === "" ? "Unknown" : "OK";
}

function startModeOf(unit: Unit): string {
  const state = unit.get("UnitFileState") ?? "";
  if (state.startsWith("masked") || unit.get("LoadState") === "masked") return "Disabled";
  const isWanted = `${unit.get("WantedBy") ?? ""}${unit.get("RequiredBy") ?? ""}`.trim() !== "";
  return state === "enabled" || state === "enabled-runtime" || (isWanted && state !== "disabled") ? "Auto" : "Manual";
}

/** `{ path=/usr/sbin/sshd ; argv[]=/usr/sbin/sshd -D $OPTS ; ignore_errors=no ; … }`. */
function commandOf(execStart: string): string | null {
  return /\bargv\[\]=(.*?) ; ignore_errors=/u.exec(execStart)?.[1] ?? null;
}

function control(machine: Machine, verb: string, { name }: ServiceFacts): Promise<RunResult | undefined> | undefined {
  const unit = `${name}${suffix}`;
  return unitName.test(unit) ? machine.run(program, ["--no-ask-password", "--no-pager", verb, "--", unit]) : undefined;
}

function numberOf(result: RunResult | undefined): number {
  if (result === undefined) return answers.timedOut;
  if (result.status === 0) return answers.accepted;
  if (/access denied|permission denied|authentication (?:is )?required|not permitted/iu.test(result.stderr)) return answers.denied;
  return /not found|not loaded|does not exist/iu.test(result.stderr) ? answers.notFound : answers.unknownFailure;
}
