import type { IsolationSettings } from "./isolation-settings.js";
import type { ToHost, ToPlugin } from "./messages.js";
import type { MemoryShare } from "./shared-memory.js";

/** The thread or child process that one plug-in runs in, as the host holds it. */
export interface FarSide {
  /** Never throws; what is sent to one that has ended is lost. @throws when the message cannot be copied: our own bug */
  post(message: ToPlugin): void;
  /** Ends it at once, whatever it is doing. `ended` is told when it is over. */
  kill(): void;
  /** Octets it has now; `undefined` where only it can tell, which it does with each sign of life. */
  memory(): number | undefined;
  /** Its part in the host's own memory; absent: it has a memory of its own. It leaves when it ends. */
  readonly share?: MemoryShare;
  /** Milliseconds of processor it has used so far; `undefined` where nobody knows. */
  processorTime(): number | undefined;
}

export interface FarSideEvents {
  message(message: ToHost): void;
  /** A line it wrote to its standard output or error. */
  line(text: string): void;
  /** It is over. Once, and the last. @param how `ended itself with exit code 3` */
  ended(how: string): void;
}

/** Starts the thread or process of a plug-in. @throws Error with a sentence for the operator */
export type StartFarSide = (plugin: string, settings: IsolationSettings, events: FarSideEvents) => Promise<FarSide>;
