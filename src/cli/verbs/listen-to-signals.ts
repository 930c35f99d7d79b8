import { exitCodes } from "../command.js";

export interface Signals {
  /** The first signal to end lets running requests finish; the second ends the process at once. */
  readonly ended: Promise<void>;
  /** As a first signal does; later calls do nothing. */
  readonly end: () => void;
  /** Says what SIGHUP does; one that came before is made up for. */
  onReload(run: () => void): void;
}

/** On Windows SIGHUP means that the console is closed, which is an end. */
export function listenToSignals(): Signals {
  let end: () => void;
  const ended = new Promise<void>((resolveSignal) => (end = resolveSignal));
  let isStopping = false;
  const onEnd = (): void => {
    if (isStopping) process.exit(exitCodes.failed);
    isStopping = true;
    end();
  };
  let isAsked = false;
  let reload = (): void => void (isAsked = true);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, onEnd);
  process.on("SIGHUP", () => (process.platform === "win32" ? onEnd() : reload()));
  return {
    ended,
    end: () => {
      if (!isStopping) onEnd();
    },
    onReload: (run) => {
      reload = run;
      if (isAsked) run();
    },
  };
}
