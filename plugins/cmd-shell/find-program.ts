import { delimiter, join, resolve } from "node:path";
import { failure, type OperationFailure } from "wsmanor/sdk";
import { codes } from "./failures.js";
import { programAt } from "./program-at.js";

const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * Finds a program as execvp(3) does: a name with a slash in it from the working directory on, any other in the folders of PATH.
 * @returns absolute path, or the refusal of one that is not there (2147942402) or may not be run
 */
export function findProgram(name: string, path: string | undefined, directory: string): string | OperationFailure {
  const candidates = name.includes("/") ? [resolve(directory, name)] : (path ?? defaultPath).split(delimiter).map((folder) => join(resolve(directory, folder), name));
  const found = candidates.find((candidate) => programAt(candidate) === "program");
  if (found !== undefined) return found;
  if (candidates.some((candidate) => programAt(candidate) === "file")) return failure("access-denied", { message: `"${name}" is not a program that may be run here` });
  return failure("internal", { code: codes.fileNotFound, message: `there is no program "${name}"; without WINRS_SKIP_CMD_SHELL the command is a line for the shell` });
}
