import { returns, type Method, type MethodOutput } from "../cim-class.js";
import type { ActResult } from "../machine.js";
import { allows } from "../parameters.js";
import { unixSid, userName } from "../sources/accounts.js";
import { Process } from "../sources/process.js";
import { splitCommandLine } from "../sources/split-command-line.js";

/** Win32_Process's own numbers. */
const answer = { ok: 0, denied: 2, unknownFailure: 8, pathNotFound: 9, invalid: 21 } as const;

const created = (processId: number | null, value: number): MethodOutput => ({ ProcessId: ["uint32", processId], ReturnValue: ["uint32", value] });

/** Starts a program without a shell; it outlives this host. */
const create: Method<Process> = {
  isStatic: true,
  async call({ facts, parameters, isAdministrator, input }) {
    if (!allows(parameters.AllowProcessCreate, isAdministrator)) return created(null, answer.denied);
    const line = splitCommandLine(input("CommandLine") ?? "");
    const [program, ...args] = line ?? [];
    const folder = input("CurrentDirectory");
    if (program === undefined || program === "" || folder?.includes("\0") === true) return created(null, answer.invalid);
    if (folder !== undefined && folder !== "" && facts.machine.times(folder) === undefined) return created(null, answer.pathNotFound);
    const started = await facts.machine.spawn(program, args, folder === "" ? undefined : folder);
    if (typeof started === "number") return created(started, answer.ok);
    return created(null, failures[started] ?? answer.unknownFailure);
  },
};

const failures: Readonly<Record<string, number>> = { ENOENT: answer.pathNotFound, ENOTDIR: answer.pathNotFound, EACCES: answer.denied, EPERM: answer.denied, E2BIG: answer.invalid, EINVAL: answer.invalid };

const acted: Readonly<Record<ActResult, number>> = { done: answer.ok, denied: answer.denied, gone: answer.pathNotFound, failed: answer.unknownFailure };

/** Ends it at once: Windows' Terminate does not ask the process either. Reason has no meaning here. */
const terminate: Method<Process> = {
  call({ facts, parameters, isAdministrator, source }) {
    if (!allows(parameters.AllowProcessTerminate, isAdministrator)) return returns(answer.denied);
    return returns(sameProcess(source) ? acted[facts.machine.kill(Number(source.id))] : answer.pathNotFound);
  },
};

/** Priority classes of Windows and the nice values that are the nearest. */
const niceOf: ReadonlyMap<string, number> = new Map([["64", 19], ["16384", 10], ["32", 0], ["32768", -5], ["128", -10], ["256", -20]]);

const setPriority: Method<Process> = {
  call({ facts, parameters, isAdministrator, source, input }) {
    const nice = niceOf.get(input("Priority") ?? "");
    if (!allows(parameters.AllowProcessPriority, isAdministrator)) return returns(answer.denied);
    if (nice === undefined) return returns(answer.invalid);
    return returns(sameProcess(source) ? acted[facts.machine.setNice(Number(source.id), nice)] : answer.pathNotFound);
  },
};

/** Numbers of processes are used again: whoever has this one now must have begun when the one that was meant did. */
const sameProcess = ({ facts, id, stat }: Process): boolean => Process.open(facts, id)?.stat.startTicks === stat.startTicks;

const getOwner: Method<Process> = {
  call({ facts, source }) {
    const user = source.userId;
    const known = user !== undefined;
    return { Domain: ["string", known ? facts.hostname : null], ReturnValue: ["uint32", known ? answer.ok : answer.denied], User: ["string", known ? userName(facts.machine, user) : null] };
  },
};

const getOwnerSid: Method<Process> = {
  call({ source }) {
    const user = source.userId;
    return { ReturnValue: ["uint32", user === undefined ? answer.denied : answer.ok], Sid: ["string", user === undefined ? null : unixSid(user)] };
  },
};

export const processMethods = { Create: create, GetOwner: getOwner, GetOwnerSid: getOwnerSid, SetPriority: setPriority, Terminate: terminate };
