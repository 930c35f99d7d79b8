import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import type { Writable } from "node:stream";
import type { OperationFailure } from "wsmanor/sdk";
import { startFailure } from "./failures.js";
import { launch, type Program, type Surroundings } from "./launch.js";

/** Which of the three standard streams somebody is at the other end of; the others are the null device. */
export interface WantedStreams {
  readonly input: boolean;
  readonly output: boolean;
  readonly errors: boolean;
}

/** A child process that runs. */
export type StartedProgram = ChildProcess & { readonly pid: number };

/** @param named what the client calls the program @returns the refusal when it cannot be started */
export async function startProgram(program: Program, surroundings: Surroundings, streams: WantedStreams, named: string): Promise<StartedProgram | OperationFailure> {
  const { file, arguments: args, options, handed } = launch(program, surroundings);
  const pipe = (wanted: boolean): "pipe" | "ignore" => (wanted ? "pipe" : "ignore");
  const stdio: StdioOptions = [pipe(streams.input), pipe(streams.output), pipe(streams.errors), ...(handed === undefined ? [] : ["pipe" as const])];
  let child: ChildProcess;
  try {
    child = spawn(file, args, { ...options, stdio });
  } catch (error) {
    return startFailure(error as NodeJS.ErrnoException, named);
  }
  if (child.pid === undefined) return startFailure(await new Promise<NodeJS.ErrnoException>((resolve) => child.once("error", resolve)), named);
  // Later ones are of signals that did not arrive.
  child.on("error", () => undefined);
  if (handed !== undefined) (child.stdio[3] as Writable).on("error", () => undefined).end(handed);
  return child as StartedProgram;
}
