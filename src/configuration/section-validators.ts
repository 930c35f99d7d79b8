import { createRequire } from "node:module";
import { fail, ok, type Result } from "../base/result.js";
import { createAjv, type SectionValidator } from "./create-ajv.js";
import type { SectionSchema } from "./schema-model.js";
import { sectionMark } from "./section-mark.js";
import { toJsonSchema } from "./to-json-schema.js";

/** Finds or makes the validator of a section. A failure is a sentence. */
export type SectionValidators = (section: SectionSchema) => Result<SectionValidator, string>;

/** What `schema/compiled/section-validators.cjs` exports. */
export type CompiledSections = ReadonlyMap<string, { readonly fingerprint: string; readonly validate: SectionValidator }>;

/**
 * Validators from the file that `npm run generate` wrote, for sections whose schema is still the one they were made from; others are
 * compiled by ajv now, once.
 * @param compiledFile absolute path; a file that is missing means that everything is compiled now
 */
export function sectionValidators(compiledFile: string): SectionValidators {
  const compiled = loadCompiled(compiledFile);
  const made = new Map<string, Result<SectionValidator, string>>();
  return (section) => {
    const mark = sectionMark(section);
    const shipped = compiled.get(section.path);
    if (shipped?.fingerprint === mark) return ok(shipped.validate);
    let validator = made.get(mark);
    if (validator === undefined) {
      validator = compileNow(toJsonSchema(section));
      made.set(mark, validator);
    }
    return validator;
  };
}

function loadCompiled(file: string): CompiledSections {
  try {
    return (createRequire(import.meta.url)(file) as { sections: CompiledSections }).sections;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return new Map();
    throw error;
  }
}

function compileNow(schema: object): Result<SectionValidator, string> {
  try {
    return ok(createAjv(false).compile(schema) as unknown as SectionValidator);
  } catch (error) {
    if (error instanceof EvalError) return fail("making a validator needs code generation from strings, which this process forbids");
    return fail((error as Error).message);
  }
}
