import { cimClass, type PropertyRow } from "../cim-class.js";
import { diskName, disks, driveTypes, serialNumber, type Disk } from "../sources/disk.js";

const descriptions: Readonly<Record<number, string>> = { 2: "Removable Disk", 3: "Local Fixed Disk", 4: "Network Connection", 5: "CD-ROM Disc" };
const mediaTypes: Readonly<Record<number, number>> = { 2: 11, 3: 12 };
/** Read only is readable; both is 3. */
const access = { readable: 1, both: 3 } as const;

const name = ({ mount }: Disk): string => mount.mountPoint;

const properties: Readonly<Record<string, PropertyRow<Disk>>> = {
  Access: ["uint16", ({ mount }) => (mount.readOnly ? access.readable : access.both)],
  Availability: ["uint16"],
  BlockSize: ["uint64"],
  Caption: ["string", name],
  Compressed: ["boolean", false],
  ConfigManagerErrorCode: ["uint32"],
  ConfigManagerUserConfig: ["boolean"],
  CreationClassName: ["string", "Win32_LogicalDisk"],
  Description: ["string", ({ driveType }) => descriptions[driveType] ?? ""],
  DeviceID: ["string", name],
  DriveType: ["uint32", ({ driveType }) => driveType],
  ErrorCleared: ["boolean"],
  ErrorDescription: ["string"],
  ErrorMethodology: ["string"],
  FileSystem: ["string", ({ mount }) => (mount.type === "" ? null : mount.type)],
  FreeSpace: ["uint64", ({ size }) => size?.free],
  InstallDate: ["datetime"],
  LastErrorCode: ["uint32"],
  MaximumComponentLength: ["uint32", ({ facts }) => (facts.isLinux ? 255 : null)],
  MediaType: ["uint32", ({ driveType }) => mediaTypes[driveType] ?? 0],
  Name: ["string", name],
  NumberOfBlocks: ["uint64"],
  PNPDeviceID: ["string"],
  PowerManagementCapabilities: ["uint16[]"],
  PowerManagementSupported: ["boolean"],
  ProviderName: ["string", ({ driveType, mount }) => (driveType === driveTypes.network ? mount.source : null)],
  Purpose: ["string"],
  QuotasDisabled: ["boolean", true],
  QuotasIncomplete: ["boolean"],
  QuotasRebuilding: ["boolean"],
  Size: ["uint64", ({ size }) => size?.size],
  Status: ["string"],
  StatusInfo: ["uint16"],
  SupportsDiskQuotas: ["boolean", false],
  SupportsFileBasedCompression: ["boolean", false],
  SystemCreationClassName: ["string", "Win32_ComputerSystem"],
  SystemName: ["string", ({ facts }) => facts.hostname],
  VolumeDirty: ["boolean"],
  VolumeName: ["string", ({ facts, mount }) => diskName(facts, mount, "by-label") ?? ""],
  VolumeSerialNumber: ["string", ({ facts, mount }) => serialNumber(facts, mount)],
};

/** File systems that are mounted; the mount point stands for the letter of a drive. */
export const win32LogicalDisk = cimClass<Disk>({
  name: "Win32_LogicalDisk", superClass: "CIM_LogicalDisk", keys: ["DeviceID"], properties,
  sources: (facts, needs) => disks(facts, { mountPoint: needs.equals("DeviceID") ?? needs.equals("Name"), sized: needs.wants("Size", "FreeSpace") }),
});
