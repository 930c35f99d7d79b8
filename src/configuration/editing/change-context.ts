import type { SectionSchema } from "../schema-model.js";
import type { PlaceContext } from "./choose-place.js";
import type { EditedFiles } from "./edited-files.js";
import type { ResolvedStep } from "./resolve-path.js";

/** What every kind of change is made with. */
export interface ChangeContext extends PlaceContext {
  readonly schema: SectionSchema;
  readonly steps: readonly ResolvedStep[];
  readonly edited: EditedFiles;
}

/** Where a change was made. */
export interface MadeChange {
  readonly file: string;
  /** From where on it holds. */
  readonly path: readonly string[];
}
