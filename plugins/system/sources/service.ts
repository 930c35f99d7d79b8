import type { Machine } from "../machine.js";

/** What is known of a service, whoever manages it; values as Win32_Service has them. */
export interface ServiceFacts {
  readonly name: string;
  readonly description: string;
  readonly state: string;
  readonly startMode: string;
  readonly status: string;
  readonly processId: number;
  readonly path: string | null;
  readonly account: string | null;
  readonly exitCode: number;
  readonly serviceExitCode: number;
  readonly acceptStop: boolean;
  readonly acceptPause: boolean;
  readonly displayName: string;
  readonly serviceType: string;
  readonly errorControl: string;
  readonly delayedAutoStart: boolean;
  readonly tagId: number;
  readonly desktopInteract: boolean;
}

export type StartMode = "Automatic" | "Manual" | "Disabled";

/** A service manager. What acts gives Win32_Service's numbers. */
export interface ServiceManager {
  /** Services one by one; none where the manager does not run. @param name only this one, without case */
  list(machine: Machine, name: string | undefined): AsyncIterable<ServiceFacts>;
  start(machine: Machine, service: ServiceFacts): Promise<number>;
  stop(machine: Machine, service: ServiceFacts): Promise<number>;
  setStartMode(machine: Machine, service: ServiceFacts, mode: StartMode): Promise<number>;
}

/** Numbers that Win32_Service's methods give. */
export const serviceAnswers = { accepted: 0, notSupported: 1, denied: 2, invalidControl: 4, cannotAccept: 5, notActive: 6, timedOut: 7, unknownFailure: 8, notFound: 9, running: 10, disabled: 14, invalid: 21 } as const;
