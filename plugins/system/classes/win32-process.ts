import { cimClass, type PropertyRow } from "../cim-class.js";
import { processes, type Process } from "../sources/process.js";
import { processMethods } from "./win32-process-methods.js";

/** Ticks in units of 100 ns. */
const hundredNanoseconds = (ticks: number, { facts }: Process): number => Math.round((ticks * 10_000_000) / facts.ticks);

/** KB of memory that is the process's own. */
function ownMemory(process: Process): number | null {
  const resident = process.kilobytes("RssAnon");
  return resident === undefined ? null : resident + (process.kilobytes("VmSwap") ?? 0);
}

/** Windows counts from 0 to 31 and 8 is usual: nice 19 is 4, nice -20 is 13. */
export const priority = ({ stat: { nice } }: Process): number => 8 - Math.round(nice >= 0 ? (nice * 4) / 19 : (nice * 5) / 20);

const times = (value: number | undefined | null, factor: number): number | null => (value === undefined || value === null ? null : value * factor);

const properties: Readonly<Record<string, PropertyRow<Process>>> = {
  Caption: ["string", (process) => process.name],
  CommandLine: ["string", (process) => process.commandLine],
  CreationClassName: ["string", "Win32_Process"],
  CreationDate: ["datetime", ({ facts, stat }) => facts.moment(facts.bootTime + (stat.startTicks * 1000) / facts.ticks)],
  CSCreationClassName: ["string", "Win32_ComputerSystem"],
  CSName: ["string", ({ facts }) => facts.hostname],
  Description: ["string", (process) => process.name],
  ExecutablePath: ["string", (process) => process.executable],
  ExecutionState: ["uint16"],
  Handle: ["string", (process) => process.id],
  HandleCount: ["uint32", (process) => process.openFiles],
  InstallDate: ["datetime"],
  KernelModeTime: ["uint64", (process) => hundredNanoseconds(process.stat.kernelTicks, process)],
  MaximumWorkingSetSize: ["uint32"],
  MinimumWorkingSetSize: ["uint32"],
  Name: ["string", (process) => process.name],
  OSCreationClassName: ["string", "Win32_OperatingSystem"],
  OSName: ["string", ({ facts }) => facts.osName],
  OtherOperationCount: ["uint64", 0],
  OtherTransferCount: ["uint64", 0],
  PageFaults: ["uint32", ({ stat }) => stat.faults],
  PageFileUsage: ["uint32", ownMemory],
  ParentProcessId: ["uint32", ({ stat }) => stat.parent],
  PeakPageFileUsage: ["uint32"],
  PeakVirtualSize: ["uint64", (process) => times(process.kilobytes("VmPeak"), 1024)],
  PeakWorkingSetSize: ["uint32", (process) => process.kilobytes("VmHWM")],
  Priority: ["uint32", priority],
  PrivatePageCount: ["uint64", (process) => times(ownMemory(process), 1024)],
  ProcessId: ["uint32", (process) => Number(process.id)],
  QuotaNonPagedPoolUsage: ["uint32"],
  QuotaPagedPoolUsage: ["uint32"],
  QuotaPeakNonPagedPoolUsage: ["uint32"],
  QuotaPeakPagedPoolUsage: ["uint32"],
  ReadOperationCount: ["uint64", (process) => process.inputOutput("syscr")],
  ReadTransferCount: ["uint64", (process) => process.inputOutput("rchar")],
  SessionId: ["uint32", (process) => process.session],
  Status: ["string"],
  TerminationDate: ["datetime"],
  ThreadCount: ["uint32", ({ stat }) => stat.threads],
  UserModeTime: ["uint64", (process) => hundredNanoseconds(process.stat.userTicks, process)],
  VirtualSize: ["uint64", ({ stat }) => stat.virtualSize],
  WindowsVersion: ["string", ({ facts }) => facts.osVersion],
  WorkingSetSize: ["uint64", ({ facts, stat }) => stat.residentPages * facts.pageSize],
  WriteOperationCount: ["uint64", (process) => process.inputOutput("syscw")],
  WriteTransferCount: ["uint64", (process) => process.inputOutput("wchar")],
};

/** The processes of /proc. */
export const win32Process = cimClass<Process>({
  name: "Win32_Process", superClass: "CIM_Process", keys: ["Handle"], properties, methods: processMethods,
  sources: (facts, needs) => processes(facts, needs.equals("Handle") ?? needs.equals("ProcessId")),
});
