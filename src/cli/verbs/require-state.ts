import { existsSync } from "node:fs";
import { fail, ok, type Result } from "../../base/result.js";
import type { Failure } from "../report-trouble.js";

/** A mistyped directory must not look like a host without accounts. */
export const requireState = (directory: string): Result<void, Failure> =>
  existsSync(directory) ? ok(undefined) : fail({ failure: `there is no state directory ${directory}. Name the host's with --state; serve and user add make one.` });
