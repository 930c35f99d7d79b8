import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { childElements } from "wsmanor/sdk";
import { startTestHost, type TestHost } from "wsmanor/testing";
import { fakeMachines } from "./fake-machines.js";
import { classUri } from "./resource.js";
import { systemPlugin } from "./system-plugin.js";

/** What tools ask as they ask it, how many items the fake server gives, and for columns their names as they come. */
const queries: readonly (readonly [wql: string, items: number, columns?: string])[] = [
  ["select * from Win32_Process", 5],
  ["select * from Win32_OperatingSystem", 1],
  ["Select TotalVisibleMemorySize,TotalVirtualMemorySize From Win32_OperatingSystem", 1, "TotalVirtualMemorySize TotalVisibleMemorySize"],
  ["Select name,caption,pathName,serviceType,startMode,startName,state From Win32_Service", 4, "Caption Name PathName ServiceType StartMode StartName State"],
  ["Select deviceid,description,manufacturer,socketdesignation,currentclockspeed,extclock,currentvoltage,l2cachesize,version From Win32_Processor", 2, "CurrentClockSpeed CurrentVoltage Description DeviceID ExtClock L2CacheSize Manufacturer SocketDesignation Version"],
  ["select Name, Label, Capacity from Win32_Volume", 3, "Capacity Label Name"],
  ["select name,DiskReadBytesPerSec from Win32_PerfRawData_PerfDisk_PhysicalDisk", 3, "DiskReadBytesPersec Name"],
  ["Select * From Win32_NetworkAdapterConfiguration", 2],
  ["SELECT * FROM Win32_Volume where DriveLetter=NULL", 3],
  ["SELECT Name,PrimaryOwnerName,Caption,Domain,DomainRole,Model,Manufacturer FROM Win32_ComputerSystem", 1, "Caption Domain DomainRole Manufacturer Model Name PrimaryOwnerName"],
  ["SELECT Name, ExecutablePath, CommandLine FROM Win32_Process", 5, "CommandLine ExecutablePath Name"],
  ["select Name,PercentProcessorTime,Timestamp_Sys100NS from Win32_PerfRawData_PerfOS_Processor where Name != '_Total'", 4, "Name PercentProcessorTime Timestamp_Sys100NS"],
  ["Select Name, State From Win32_Service Where StartMode = 'Auto'", 2, "Name State"],
  ["Select Name, State From Win32_Service Where Name = 'ssh' Or Name = 'broken'", 2, "Name State"],
  ["Select Capacity,DeviceID,DriveLetter,DriveType,FileSystem,FreeSpace,Label,Name from Win32_Volume", 3, "Capacity DeviceID DriveLetter DriveType FileSystem FreeSpace Label Name"],
  ["Select Frequency_Sys100NS,SystemUpTime,Timestamp_Object from Win32_PerfRawData_PerfOS_System", 1, "Frequency_Sys100NS SystemUpTime Timestamp_Object"],
  ["SELECT * FROM Win32_Process WHERE ExecutablePath IS NOT NULL AND ExecutablePath LIKE '%/sshd'", 1],
  ["SELECT * FROM Win32_UserAccount WHERE Disabled='False' AND Lockout='False' AND LocalAccount='True' AND Name='o\\'neil'", 0],
  ["SELECT * FROM Win32_UserProfile WHERE LocalPath IS NOT NULL AND Special=FALSE", 2],
  ["SELECT * FROM Win32_Service where ProcessId  = 812", 1],
  ["select Name, Size, FreeSpace FROM Win32_LogicalDisk", 4, "FreeSpace Name Size"],
  ["SELECT CodeSet FROM Win32_OperatingSystem", 1, "CodeSet"],
  ["SELECT WindowsDirectory FROM Win32_OperatingSystem", 1, "WindowsDirectory"],
  ["SELECT Name,Path FROM Win32_Share WHERE Name = 'films'", 1, "Name Path"],
  ["SELECT * FROM Win32_NetworkAdapterConfiguration WHERE IpEnabled=TRUE", 1],
  ["SELECT * FROM Win32_Share WHERE Name='Admin$'", 0],
  ["select * from Win32_Service where State!='Running' and StartMode='Auto'", 1],
  ["select Name,AvailableBytes,PagesPersec from Win32_PerfFormattedData_PerfOS_Memory", 1, "AvailableBytes Name PagesPersec"],
  ["select Name,BytesReceivedPersec,CurrentBandwidth from Win32_PerfFormattedData_Tcpip_NetworkInterface", 2, "BytesReceivedPersec CurrentBandwidth Name"],
  ["select IDProcess,PercentProcessorTime,WorkingSetPrivate from Win32_PerfFormattedData_PerfProc_Process where IDProcess = 812", 1, "IDProcess PercentProcessorTime WorkingSetPrivate"],
];

describe("queries of real tools", () => {
  let host: TestHost;
  before(async () => {
    host = await startTestHost({ plugins: [{ plugin: systemPlugin(() => fakeMachines.server()), resources: [{ resourceUri: classUri("wmi", "") }] }] });
  });
  after(() => host.stop());

  for (const [wql, count, columns] of queries) {
    it(wql, async () => {
      const { items } = await host.enumerate({ resourceUri: classUri("wmi", "*"), filter: { wql } });
      assert.equal(items.length, count);
      if (columns !== undefined) for (const { object } of items) assert.equal([...new Set(childElements(object!).map(({ name }) => name))].join(" "), columns);
    });
  }
});
