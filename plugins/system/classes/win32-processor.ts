import { cimClass, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import type { Processor } from "../sources/processors.js";

interface Socket {
  readonly facts: Facts;
  readonly index: number;
  readonly processor: Processor;
}

/** WMI's numbers of architectures. */
const architectures: Readonly<Record<string, number>> = { ia32: 0, mips: 1, ppc: 3, arm: 5, x64: 9, arm64: 12 };
const width = ({ facts }: Socket): number => (/64|s390x/u.test(facts.system.arch) ? 64 : 32);

/** As Windows writes it: `Intel64 Family 6 Model 44 Stepping 2`. */
function describe({ facts, processor: { vendor, family, modelNumber, stepping, model } }: Socket): string {
  if (family === undefined || modelNumber === undefined || stepping === undefined) return model ?? facts.system.arch;
  const name = facts.system.arch === "arm64" ? "ARMv8 (64-bit)" : vendor === "AuthenticAMD" ? "AMD64" : vendor === "GenuineIntel" && facts.system.arch === "x64" ? "Intel64" : "x86";
  return `${name} Family ${family} Model ${modelNumber.toString(name.startsWith("ARM") ? 16 : 10).toUpperCase()} Stepping ${stepping}`;
}

/** MHz of a file of cpufreq, which has kHz. */
function frequency({ facts, processor }: Socket, name: string): number | undefined {
  const text = facts.machine.readText(`/sys/devices/system/cpu/cpu${processor.cpus[0] ?? "0"}/cpufreq/${name}`);
  return text === undefined ? processor.speed : Number(text) / 1000;
}

/** KB of the cache of that level, as the first processor of the socket sees it. */
function cache({ facts, processor }: Socket, level: number): number | null {
  const folder = `/sys/devices/system/cpu/cpu${processor.cpus[0] ?? "0"}/cache`;
  const index = facts.machine.list(folder).find((name) => facts.machine.readText(`${folder}/${name}/level`)?.trim() === String(level));
  const [, size, unit] = /^(\d+)([KM])/u.exec((index === undefined ? undefined : facts.machine.readText(`${folder}/${index}/size`)) ?? "") ?? [];
  return size === undefined ? null : Number(size) * (unit === "M" ? 1024 : 1);
}

/**
 * What CPUID leaf 1 gives in EAX, from family, model and stepping. The other half, EDX, cannot be read without the instruction and is
 * written as zeros.
 */
function processorId({ processor: { family, modelNumber, stepping, vendor } }: Socket): string | null {
  if (family === undefined || modelNumber === undefined || stepping === undefined || !/Intel|AMD/u.test(vendor ?? "")) return null;
  const [base, extended] = family > 15 ? [15, family - 15] : [family, 0];
  const eax = (extended << 20) | ((modelNumber >> 4) << 16) | (base << 8) | ((modelNumber & 15) << 4) | stepping;
  return `00000000${(eax >>> 0).toString(16).padStart(8, "0").toUpperCase()}`;
}

const properties: Readonly<Record<string, PropertyRow<Socket>>> = {
  AddressWidth: ["uint16", width],
  Architecture: ["uint16", ({ facts }) => architectures[facts.system.arch]],
  AssetTag: ["string"],
  Availability: ["uint16", 3],
  Caption: ["string", describe],
  Characteristics: ["uint32"],
  ConfigManagerErrorCode: ["uint32"],
  ConfigManagerUserConfig: ["boolean"],
  CpuStatus: ["uint16", 1],
  CreationClassName: ["string", "Win32_Processor"],
  CurrentClockSpeed: ["uint32", (socket) => frequency(socket, "scaling_cur_freq")],
  CurrentVoltage: ["uint16"],
  DataWidth: ["uint16", width],
  Description: ["string", describe],
  DeviceID: ["string", ({ index }) => `CPU${index}`],
  ErrorCleared: ["boolean"],
  ErrorDescription: ["string"],
  ExtClock: ["uint32"],
  Family: ["uint16", 2],
  InstallDate: ["datetime"],
  L2CacheSize: ["uint32", (socket) => cache(socket, 2)],
  L2CacheSpeed: ["uint32"],
  L3CacheSize: ["uint32", (socket) => cache(socket, 3)],
  L3CacheSpeed: ["uint32"],
  LastErrorCode: ["uint32"],
  Level: ["uint16", ({ processor }) => processor.family],
  LoadPercentage: ["uint16", ({ facts, processor }) => Math.round(100 - facts.load.shares(processor.cpus).idle)],
  Manufacturer: ["string", ({ processor }) => processor.vendor],
  MaxClockSpeed: ["uint32", (socket) => frequency(socket, "cpuinfo_max_freq")],
  Name: ["string", (socket) => socket.processor.model ?? describe(socket)],
  NumberOfCores: ["uint32", ({ processor }) => processor.cores],
  NumberOfEnabledCore: ["uint32", ({ processor }) => processor.cores],
  NumberOfLogicalProcessors: ["uint32", ({ processor }) => processor.cpus.length],
  OtherFamilyDescription: ["string"],
  PartNumber: ["string"],
  PNPDeviceID: ["string"],
  PowerManagementCapabilities: ["uint16[]"],
  PowerManagementSupported: ["boolean", false],
  ProcessorId: ["string", processorId],
  ProcessorType: ["uint16", 3],
  Revision: ["uint16", ({ processor: { modelNumber, stepping } }) => (modelNumber === undefined || stepping === undefined ? null : ((modelNumber & 255) << 8) | stepping)],
  Role: ["string", "CPU"],
  SecondLevelAddressTranslationExtensions: ["boolean", ({ processor: { flags } }) => flags.has("ept") || flags.has("npt")],
  SerialNumber: ["string"],
  SocketDesignation: ["string", ({ index }) => `CPU ${index + 1}`],
  Status: ["string", "OK"],
  StatusInfo: ["uint16", 3],
  Stepping: ["string"],
  SystemCreationClassName: ["string", "Win32_ComputerSystem"],
  SystemName: ["string", ({ facts }) => facts.hostname],
  ThreadCount: ["uint32", ({ processor }) => processor.cpus.length],
  UniqueId: ["string"],
  UpgradeMethod: ["uint16", 2],
  Version: ["string"],
  VirtualizationFirmwareEnabled: ["boolean", ({ processor: { flags } }) => flags.has("vmx") || flags.has("svm")],
  VMMonitorModeExtensions: ["boolean", ({ processor: { flags } }) => flags.has("vmx") || flags.has("svm")],
  VoltageCaps: ["uint32"],
};

/** The processors: one for each socket. */
export const win32Processor = cimClass<Socket>({
  name: "Win32_Processor", superClass: "CIM_Processor", keys: ["DeviceID"], properties,
  sources: (facts) => facts.processors.map((processor, index) => ({ facts, index, processor })),
});
