import { fail, ok, type Result } from "../../base/result.js";
import type { FileAccess } from "../file-access.js";
import type { EditProblem } from "./edit-problem.js";
import { TextFile } from "./text-file.js";

/** A file as it was read and as it is to become. */
export interface PlannedFile {
  readonly path: string;
  /** `undefined`: there was none. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

const emptyDocument = `<?xml version="1.0" encoding="UTF-8"?>\n<configuration>\n</configuration>\n`;

/** Files that are edited in memory, laid over those that are there. */
export class EditedFiles {
  readonly #below: FileAccess;
  readonly #texts = new Map<string, TextFile>();
  /** As they were first read: what nobody else may have changed when they are written. */
  readonly #before = new Map<string, Uint8Array | undefined>();

  constructor(below: FileAccess) {
    this.#below = below;
  }

  /** @param mayCreate a missing file is begun as an empty configuration */
  open(path: string, mayCreate: boolean): Result<TextFile, EditProblem> {
    const known = this.#texts.get(path);
    if (known !== undefined) return ok(known);
    const bytes = this.#below.readBytes(path);
    if (!bytes.ok && (!mayCreate || bytes.error.kind !== "missing")) return fail({ kind: "not-possible", message: `${path} cannot be read: ${bytes.error.message}.` });
    const read = TextFile.read(bytes.ok ? bytes.value : new TextEncoder().encode(emptyDocument));
    if (!read.ok) return fail({ kind: "not-possible", message: `${path} is not well-formed, so it cannot be edited: ${read.error}`, remedy: "Correct it first; wsmanor validate shows where." });
    this.#before.set(path, bytes.ok ? bytes.value : undefined);
    this.#texts.set(path, read.value);
    return read;
  }

  put(path: string, file: TextFile): void {
    this.#texts.set(path, file);
  }

  /** The same files with the edits in them. */
  access(): FileAccess {
    const below = this.#below;
    const edited = (path: string): TextFile | undefined => (this.#isChanged(path) ? this.#texts.get(path) : undefined);
    return {
      ...below,
      readBytes: (path) => {
        const file = edited(path);
        return file === undefined ? below.readBytes(path) : ok(file.bytes());
      },
      kind: (path) => (edited(path) === undefined ? below.kind(path) : "file"),
    };
  }

  /** Those that come to something else than they were, in the order they were first opened. */
  planned(): readonly PlannedFile[] {
    return [...this.#texts].filter(([path]) => this.#isChanged(path)).map(([path, file]) => ({ path, before: this.#before.get(path), after: file.bytes() }));
  }

  #isChanged(path: string): boolean {
    const file = this.#texts.get(path);
    if (file === undefined) return false;
    const before = this.#before.get(path);
    if (before === undefined) return file.text !== emptyDocument;
    const after = file.bytes();
    return after.length !== before.length || after.some((octet, at) => octet !== before[at]);
  }
}
