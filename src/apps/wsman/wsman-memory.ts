import type { Clock } from "../../base/clock.js";
import { EnumerationTable, type EnumerationSettings } from "./enumerations/enumeration-table.js";
import { ShellTable, type ShellSettings } from "./shells/shell-table.js";
import { SlidingWindow } from "./sliding-window.js";
import { UserQuotas } from "./user-quotas.js";

interface MemorySettings extends EnumerationSettings, ShellSettings {
  /** 0: the system throttle is off. */
  readonly quotaSystemWindowSeconds: number;
  readonly quotaSystemWindowOperations: number;
}

/**
 * What an application remembers of its users. It outlives a reload, which must be no way around a quota and end nobody's enumeration:
 * the processor made from the next configuration goes on with the memory of the one before.
 */
export class WsmanMemory {
  readonly quotas: UserQuotas;
  readonly enumerations: EnumerationTable;
  readonly shells: ShellTable;
  throttle: SlidingWindow;

  /** @param newId a new GUID, upper case */
  constructor(settings: MemorySettings, clock: Clock, newId: () => string) {
    this.throttle = throttleOf(settings);
    this.quotas = new UserQuotas(clock);
    this.shells = new ShellTable(settings);
    this.enumerations = new EnumerationTable(settings, clock, newId);
  }

  /** From here on these limits hold, for what is remembered too. */
  adopt(settings: MemorySettings): void {
    const { size, length } = throttleOf(settings);
    this.throttle = this.throttle.resized(size, length);
    this.enumerations.adopt(settings);
    this.shells.adopt(settings);
  }
}

const throttleOf = ({ quotaSystemWindowOperations, quotaSystemWindowSeconds }: MemorySettings): SlidingWindow =>
  new SlidingWindow(quotaSystemWindowOperations, quotaSystemWindowSeconds * 1000);
