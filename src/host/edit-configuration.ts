import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import type { Result } from "../base/result.js";
import { planChanges, type EditPlan, type PlannedChange, type RefusedChange } from "../configuration/editing/plan-changes.js";
import type { TargetName } from "../configuration/editing/find-target.js";
import type { Commit, SectionChange } from "../configuration/editing/section-change.js";
import type { FileAccess } from "../configuration/file-access.js";
import { findConfiguration } from "../configuration/find-configuration.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { Report } from "../configuration/report.js";
import { LockHeld, withFileLock } from "../store/file-lock.js";
import { FileChanged, replaceFiles } from "../store/replace-files.js";
import { hostEnvironment, loadHostConfiguration } from "./load-host-configuration.js";
import { schemaDirectory } from "./package-root.js";

export interface EditOptions {
  /** As of `loadConfiguration`. */
  readonly configPath: string;
  /** `undefined`: the server itself. */
  readonly target: TargetName | undefined;
  readonly commit: Commit;
  /** Checks the configuration as it would be, beyond what loading it finds. Default: nothing more. */
  readonly check?: (access: FileAccess) => Promise<readonly Diagnostic[]>;
  /**
   * Makes what was written take effect. When it refuses, the files are put back as they were.
   * @returns `undefined`: done
   */
  readonly takeEffect?: () => Promise<readonly Diagnostic[] | undefined>;
}

export type EditOutcome =
  | { readonly kind: "applied" | "unchanged"; readonly changes: readonly PlannedChange[]; readonly diagnostics: readonly Diagnostic[] }
  /** A change that cannot be made at all: a name that is not there. */
  | { readonly kind: "impossible"; readonly refused: RefusedChange }
  /** What it would come to is no configuration that can be served. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  /** Somebody else edits at the same time. */
  | { readonly kind: "conflict"; readonly message: string };

/** Times that files may change under the editor before it gives up. */
const attempts = 5;

/**
 * Edits the files of a configuration in place, all or nothing: read afresh, edited in memory, checked whole as a start would, then written.
 * Editors of one configuration wait for each other; one that knows nothing of that (a person's) is noticed by the content, and
 * everything is begun anew on what it wrote.
 * @throws the file system's errors; nothing was changed then
 */
export async function editConfiguration(changes: EditChanges, options: EditOptions): Promise<EditOutcome> {
  const { configPath } = options;
  const found = findConfiguration(configPath, nodeFileAccess, new Report());
  // What comes to nothing leaves nothing behind, not even a lock.
  const outlook = planOn(changes, options);
  if (found === undefined || !outlook.ok || outlook.value.files.length === 0) return carryOut(outlook, options);
  // Beside the file, because that is the one place all its editors know.
  const lock = join(dirname(found.path), `.${basename(found.path)}.lock`);
  try {
    return await withFileLock(lock, () => editRepeatedly(changes, options));
  } catch (error) {
    if (error instanceof LockHeld) return { kind: "conflict", message: `The process ${error.owner} is editing the configuration; try again.` };
    throw error;
  }
}

/** Changes; or what makes them from the files as they are now. */
export type EditChanges = readonly SectionChange[] | ((files: FileAccess) => readonly SectionChange[]);

async function editRepeatedly(changes: EditChanges, options: EditOptions): Promise<EditOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await carryOut(planOn(changes, options), options);
    } catch (error) {
      if (!(error instanceof FileChanged)) throw error;
      if (attempt >= attempts) return { kind: "conflict", message: `${error.message}; try again.` };
    }
  }
}

function planOn(given: EditChanges, { configPath, target, commit }: EditOptions): Result<EditPlan, RefusedChange> {
  const changes = typeof given === "function" ? given(nodeFileAccess) : given;
  return planChanges(changes, { path: configPath, files: nodeFileAccess, load: { schemaDirectory, environment: hostEnvironment() }, target, commit });
}

async function carryOut(planned: Result<EditPlan, RefusedChange>, options: EditOptions): Promise<EditOutcome> {
  if (!planned.ok) return { kind: "impossible", refused: planned.error };
  const { files, changes } = planned.value;
  if (files.length === 0) return { kind: "unchanged", changes, diagnostics: [] };
  const diagnostics = await checkPlan(options.configPath, planned.value, options.check);
  if (diagnostics.some(isError)) return { kind: "refused", diagnostics };
  await replaceFiles(files);
  let refused: readonly Diagnostic[] | undefined;
  try {
    refused = await options.takeEffect?.();
  } catch (error) {
    const left = await putBack(files);
    throw left.length === 0 ? error : new Error(`${(error as Error).message} ${left[0]!.message}`, { cause: error });
  }
  if (refused === undefined) return { kind: "applied", changes, diagnostics };
  return { kind: "refused", diagnostics: [...refused, ...(await putBack(files))] };
}

async function checkPlan(configPath: string, { access }: EditPlan, check: EditOptions["check"]): Promise<readonly Diagnostic[]> {
  const { diagnostics } = loadHostConfiguration(configPath, access);
  if (check === undefined || diagnostics.some(isError)) return diagnostics;
  return check(access);
}

/** Unless somebody has edited the file since: what they wrote is theirs. @returns what the operator has to know when it fails */
async function putBack(files: EditPlan["files"]): Promise<readonly Diagnostic[]> {
  try {
    await replaceFiles(files.map(({ path, before, after }) => ({ path, before: after, after: before })));
    return [];
  } catch (error) {
    const remedy = "Take the change back in the file, or start the host from it once what is wrong is corrected.";
    return [{ severity: "error", rule: "configuration-not-put-back", message: `The files could not be put back as they were: ${(error as Error).message}.`, remedy }];
  }
}
