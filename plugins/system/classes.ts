import type { ClassDefinition } from "wsmanor/sdk";
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
import { superClassDefinitions } from "./superclasses.js";

/** All classes that have instances of their own. */
export const classes: readonly CimClass[] = [
  win32ComputerSystem, win32LogicalDisk, win32NetworkAdapterConfiguration, win32OperatingSystem,
  formattedLogicalDiskPerformance, formattedMemoryPerformance, formattedNetworkPerformance, formattedPhysicalDiskPerformance, formattedProcessPerformance, formattedProcessorPerformance,
  formattedSystemPerformance, rawLogicalDiskPerformance, rawMemoryPerformance, rawNetworkPerformance, rawPhysicalDiskPerformance, rawProcessPerformance, rawProcessorPerformance, rawSystemPerformance,
  win32PhysicalMemory, win32Process, win32Processor, win32Service, win32Share, win32UserAccount, win32UserProfile, win32Volume,
];

/** A class that can be asked: one that has instances, or one above such classes, whose instances are theirs. */
export interface Family {
  readonly definition: ClassDefinition;
  /** Never empty. */
  readonly members: readonly CimClass[];
}

/** What queries are checked against: all of them, and the classes above. */
export const definitions: readonly ClassDefinition[] = [...superClassDefinitions, ...classes.map(({ definition }) => definition)];

const parents = new Map(definitions.map(({ name, superClass }) => [name, superClass]));

function isBelow(name: string, above: string): boolean {
  for (let at: string | undefined = name; at !== undefined; at = parents.get(at)) if (at === above) return true;
  return false;
}

const families = new Map(definitions.map((definition): [string, Family] => [definition.name.toLowerCase(), { definition, members: classes.filter((each) => isBelow(each.definition.name, definition.name)) }]));

/** @param name without regard to case */
export const familyNamed = (name: string): Family | undefined => families.get(name.toLowerCase());
