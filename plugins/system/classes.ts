import type { CimClass } from "./cim-class.js";
import { win32ComputerSystem } from "./classes/win32-computer-system.js";
import { win32LogicalDisk } from "./classes/win32-logical-disk.js";
import { win32NetworkAdapterConfiguration } from "./classes/win32-network-adapter-configuration.js";
import { win32OperatingSystem } from "./classes/win32-operating-system.js";
import {
  formattedLogicalDiskPerformance, formattedPhysicalDiskPerformance, rawLogicalDiskPerformance, rawPhysicalDiskPerformance,
} from "./classes/win32-perf-disk.js";
import { formattedMemoryPerformance, rawMemoryPerformance } from "./classes/win32-perf-memory.js";
import { formattedNetworkPerformance, rawNetworkPerformance } from "./classes/win32-perf-network.js";
import { formattedProcessPerformance, rawProcessPerformance } from "./classes/win32-perf-process.js";
import { formattedProcessorPerformance, rawProcessorPerformance } from "./classes/win32-perf-processor.js";
import { formattedSystemPerformance, rawSystemPerformance } from "./classes/win32-perf-system.js";
import { win32PhysicalMemory } from "./classes/win32-physical-memory.js";
import { win32Process } from "./classes/win32-process.js";
import { win32Processor } from "./classes/win32-processor.js";
import { win32Service } from "./classes/win32-service.js";
import { win32Share } from "./classes/win32-share.js";
import { win32UserAccount } from "./classes/win32-user-account.js";
import { win32UserProfile } from "./classes/win32-user-profile.js";
import { win32Volume } from "./classes/win32-volume.js";

/** All classes that there are. */
export const classes: readonly CimClass[] = [
  win32ComputerSystem, win32LogicalDisk, win32NetworkAdapterConfiguration, win32OperatingSystem,
  formattedLogicalDiskPerformance, formattedMemoryPerformance, formattedNetworkPerformance, formattedPhysicalDiskPerformance, formattedProcessPerformance, formattedProcessorPerformance,
  formattedSystemPerformance, rawLogicalDiskPerformance, rawMemoryPerformance, rawNetworkPerformance, rawPhysicalDiskPerformance, rawProcessPerformance, rawProcessorPerformance, rawSystemPerformance,
  win32PhysicalMemory, win32Process, win32Processor, win32Service, win32Share, win32UserAccount, win32UserProfile, win32Volume,
];

const byName = new Map(classes.map((each) => [each.definition.name.toLowerCase(), each]));

/** @param name without regard to case */
export const classNamed = (name: string): CimClass | undefined => byName.get(name.toLowerCase());
