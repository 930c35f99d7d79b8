import { EnumerationTable } from "./enumerations/enumeration-table.js";
import { SlidingWindow } from "./sliding-window.js";
import { UserQuotas } from "./user-quotas.js";
import type { WsmanParts } from "./wsman-parts.js";

/** What one application remembers between requests. */
export class WsmanState {
  readonly throttle: SlidingWindow;
  readonly quotas: UserQuotas;
  readonly enumerations: EnumerationTable;
  draining = false;
  requestsInFlight = 0;

  constructor(readonly parts: WsmanParts) {
    const { settings, clock } = parts;
    this.throttle = new SlidingWindow(settings.quotaSystemWindowOperations, settings.quotaSystemWindowSeconds * 1000);
    this.quotas = new UserQuotas(clock);
    this.enumerations = new EnumerationTable(settings, clock, () => parts.newId());
  }

  /** Octets of a message in either direction. */
  get maxEnvelopeSize(): number {
    return this.parts.settings.maxEnvelopeSizeKB * 1024;
  }
}
