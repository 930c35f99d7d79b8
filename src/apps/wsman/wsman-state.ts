import type { EnumerationTable } from "./enumerations/enumeration-table.js";
import type { SlidingWindow } from "./sliding-window.js";
import type { UserQuotas } from "./user-quotas.js";
import type { WsmanMemory } from "./wsman-memory.js";
import type { WsmanParts } from "./wsman-parts.js";

/** What the processor of one application has at hand; what it remembers may be older than itself. */
export class WsmanState {
  draining = false;
  requestsInFlight = 0;

  constructor(
    readonly parts: WsmanParts,
    readonly memory: WsmanMemory,
  ) {}

  get throttle(): SlidingWindow {
    return this.memory.throttle;
  }

  get quotas(): UserQuotas {
    return this.memory.quotas;
  }

  get enumerations(): EnumerationTable {
    return this.memory.enumerations;
  }

  /** Octets of a message in either direction. */
  get maxEnvelopeSize(): number {
    return this.parts.settings.maxEnvelopeSizeKB * 1024;
  }
}
