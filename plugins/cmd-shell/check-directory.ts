import { stat } from "node:fs/promises";
import { failure, type OperationFailure } from "wsmanor/sdk";
import { codes } from "./failures.js";

/** @returns the refusal when commands cannot run there, `undefined` when they can */
export async function checkDirectory(path: string): Promise<OperationFailure | undefined> {
  let problem = "is no folder";
  try {
    if (path.includes("\0")) problem = "has a NUL in it";
    else if ((await stat(path)).isDirectory()) return undefined;
  } catch (error) {
    problem = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : `cannot be used (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
  // As Windows answers a program that is not there; what it says of a folder nobody has recorded.
  return failure("internal", { code: codes.pathNotFound, message: `the working directory ${JSON.stringify(path)} ${problem} on this host` });
}
