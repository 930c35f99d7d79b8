import { cimClass, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { readMemoryDevices, type MemoryDevice } from "../sources/smbios.js";

interface Module {
  readonly index: number;
  readonly device: MemoryDevice;
}

/** WMI's numbers, which are not SMBIOS's, by SMBIOS's; newer types are 0 on Windows too. */
const memoryTypes: Readonly<Record<number, number>> = { 18: 20, 19: 21, 20: 22, 24: 24, 26: 26 };

const properties: Readonly<Record<string, PropertyRow<Module>>> = {
  Attributes: ["uint32", ({ device }) => device.rank],
  BankLabel: ["string", ({ device }) => device.bank],
  Capacity: ["uint64", ({ device }) => device.capacity],
  Caption: ["string", "Physical Memory"],
  ConfiguredClockSpeed: ["uint32", ({ device }) => device.configuredSpeed],
  ConfiguredVoltage: ["uint32", ({ device }) => device.voltages.configured],
  CreationClassName: ["string", "Win32_PhysicalMemory"],
  DataWidth: ["uint16", ({ device }) => device.dataWidth],
  Description: ["string", "Physical Memory"],
  DeviceLocator: ["string", ({ device }) => device.locator],
  FormFactor: ["uint16", ({ device: { formFactor } }) => (formFactor === 1 ? 1 : formFactor === 2 ? 0 : Math.max(0, formFactor - 1))],
  HotSwappable: ["boolean"],
  InstallDate: ["datetime"],
  InterleaveDataDepth: ["uint16"],
  InterleavePosition: ["uint32"],
  Manufacturer: ["string", ({ device }) => device.manufacturer],
  MaxVoltage: ["uint32", ({ device }) => device.voltages.most],
  MemoryType: ["uint16", ({ device }) => memoryTypes[device.type] ?? 0],
  MinVoltage: ["uint32", ({ device }) => device.voltages.least],
  Model: ["string"],
  Name: ["string", "Physical Memory"],
  OtherIdentifyingInfo: ["string", ({ device }) => device.asset],
  PartNumber: ["string", ({ device }) => device.part],
  PositionInRow: ["uint32"],
  PoweredOn: ["boolean"],
  Removable: ["boolean"],
  Replaceable: ["boolean"],
  SerialNumber: ["string", ({ device }) => device.serial],
  SKU: ["string"],
  SMBIOSMemoryType: ["uint32", ({ device }) => device.type],
  Speed: ["uint32", ({ device }) => device.speed],
  Status: ["string"],
  Tag: ["string", ({ index }) => `Physical Memory ${index}`],
  TotalWidth: ["uint16", ({ device }) => device.totalWidth],
  TypeDetail: ["uint16", ({ device }) => device.typeDetail],
  Version: ["string"],
};

const table = "/sys/firmware/dmi/tables/DMI";

/** Modules of memory, from SMBIOS's table; only root may read it, so that for others there are none. */
export const win32PhysicalMemory = cimClass<Module>({
  name: "Win32_PhysicalMemory", superClass: "CIM_PhysicalMemory", keys: ["Tag"], properties,
  sources: (facts: Facts) => (facts.isLinux ? readMemoryDevices(facts.machine.readBytes(table)).map((device, index) => ({ index, device })) : []),
});
