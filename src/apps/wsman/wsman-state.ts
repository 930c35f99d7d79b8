import type { EnumerationTable } from "./enumerations/enumeration-table.js";
import { ShellListing } from "./shells/shell-listing.js";
import type { ShellTable } from "./shells/shell-table.js";
import type { SlidingWindow } from "./sliding-window.js";
import type { UserQuotas } from "./user-quotas.js";
import type { WsmanMemory } from "./wsman-memory.js";
import type { WsmanParts } from "./wsman-parts.js";

/** What the processor of one application has at hand; what it remembers may be older than itself. */
export class WsmanState {
  draining = false;
  requestsInFlight = 0;
  readonly shellListing: ShellListing;

  constructor(
    readonly parts: WsmanParts,
    readonly memory: WsmanMemory,
  ) {
    this.shellListing = new ShellListing(memory.shells);
  }

  get throttle(): SlidingWindow {
    return this.memory.throttle;
  }

  get quotas(): UserQuotas {
    return this.memory.quotas;
  }

  get shells(): ShellTable {
    return this.memory.shells;
  }

  get enumerations(): EnumerationTable {
    return this.memory.enumerations;
  }

  /** Octets of a message in either direction. */
  get maxEnvelopeSize(): number {
    return this.parts.settings.maxEnvelopeSizeKB * 1024;
  }
}
