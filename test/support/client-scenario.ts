import type { RecordingProxy } from "./recording-proxy.js";
import type { RunningHost } from "./running-host.js";

/** What a scenario finds when it begins. */
export interface ClientStage {
  readonly host: RunningHost;
  /** In front of the host, as many as the client has hosts to talk to; a client is pointed at their ports. */
  readonly proxies: readonly RecordingProxy[];
  /** Empty, and this scenario's alone. */
  readonly folder: string;
  /** Where commands run whose shell names no folder. */
  readonly workingDirectory: string;
}

/** A row of a table of scenarios. */
export interface ClientScenario {
  /** Names the golden file: lower case, digits and hyphens. */
  readonly name: string;
  readonly does: string;
  readonly expects: string;
  /** Drives the client. @throws when what is expected did not come about */
  run(stage: ClientStage): Promise<void>;
}

/** A client that others wrote, with what it is made to do. */
export interface RealClient {
  /** Names the folder of the golden files. */
  readonly name: string;
  /** As people know it. */
  readonly title: string;
  readonly packageName: string;
  /** Installs what is missing. @returns `false`, or the reason why it cannot be run here */
  install(): string | false;
  /** Of the package that is installed. */
  version(): string;
  /** Hosts that it talks to at once. */
  readonly hosts: number;
  /** It receives beside everything else it does: whether a Receive comes just before or just after its command was ended is chance. */
  readonly receivesInBackground?: boolean;
  /** It does not go on receiving until it is told that the command is over: how much of the end it heard of is chance. */
  readonly leavesBeforeTheEnd?: boolean;
  /** Attributes of OperationsConfiguration that the host has for it. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly scenarios: readonly ClientScenario[];
  /** What other clients are driven through and this one has no way to do. */
  readonly cannot: readonly Inability[];
}

export interface Inability {
  readonly what: string;
  readonly why: string;
}
