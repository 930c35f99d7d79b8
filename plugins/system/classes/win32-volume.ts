import { cimClass, type PropertyRow } from "../cim-class.js";
import { diskName, disks, driveTypes, serialNumber, type Disk } from "../sources/disk.js";

const name = ({ mount }: Disk): string => mount.mountPoint;

const properties: Readonly<Record<string, PropertyRow<Disk>>> = {
  Access: ["uint16", ({ mount }) => (mount.readOnly ? 1 : 3)],
  Automount: ["boolean", true],
  Availability: ["uint16"],
  BlockSize: ["uint64", ({ size }) => size?.blockSize],
  BootVolume: ["boolean", ({ mount }) => mount.mountPoint === "/"],
  Capacity: ["uint64", ({ size }) => size?.size],
  Caption: ["string", name],
  Compressed: ["boolean", false],
  ConfigManagerErrorCode: ["uint32"],
  ConfigManagerUserConfig: ["boolean"],
  CreationClassName: ["string", "Win32_Volume"],
  Description: ["string"],
  DeviceID: ["string", name],
  DirtyBitSet: ["boolean"],
  DriveLetter: ["string", ({ facts, mount }) => (facts.machine.platform === "win32" ? mount.mountPoint : null)],
  DriveType: ["uint32", ({ driveType }) => driveType],
  ErrorCleared: ["boolean"],
  ErrorDescription: ["string"],
  ErrorMethodology: ["string"],
  FileSystem: ["string", ({ mount }) => (mount.type === "" ? null : mount.type)],
  FreeSpace: ["uint64", ({ size }) => size?.free],
  IndexingEnabled: ["boolean", false],
  InstallDate: ["datetime"],
  Label: ["string", ({ facts, mount }) => diskName(facts, mount, "by-label")],
  LastErrorCode: ["uint32"],
  MaximumFileNameLength: ["uint32", ({ facts }) => (facts.isLinux ? 255 : null)],
  Name: ["string", name],
  NumberOfBlocks: ["uint64"],
  PageFilePresent: ["boolean", false],
  PNPDeviceID: ["string"],
  PowerManagementCapabilities: ["uint16[]"],
  PowerManagementSupported: ["boolean"],
  Purpose: ["string"],
  QuotasEnabled: ["boolean"],
  QuotasIncomplete: ["boolean"],
  QuotasRebuilding: ["boolean"],
  SerialNumber: ["uint32", ({ facts, mount }) => {
    const serial = serialNumber(facts, mount);
    return serial === undefined ? null : Number.parseInt(serial, 16);
  }],
  Status: ["string"],
  StatusInfo: ["uint16"],
  SupportsDiskQuotas: ["boolean", false],
  SupportsFileBasedCompression: ["boolean", false],
  SystemCreationClassName: ["string", "Win32_ComputerSystem"],
  SystemName: ["string", ({ facts }) => facts.hostname],
  SystemVolume: ["boolean", ({ mount }) => mount.mountPoint === "/boot" || mount.mountPoint === "/boot/efi" || mount.mountPoint === "/"],
};

/** The same file systems as Win32_LogicalDisk without those of the network, as Windows has it. */
export const win32Volume = cimClass<Disk>({
  name: "Win32_Volume", superClass: "CIM_StorageVolume", keys: ["DeviceID"], properties,
  async *sources(facts, needs) {
    const wanted = { mountPoint: needs.equals("DeviceID") ?? needs.equals("Name"), sized: needs.wants("Capacity", "FreeSpace", "BlockSize") };
    for await (const disk of disks(facts, wanted)) if (disk.driveType !== driveTypes.network) yield disk;
  },
});
