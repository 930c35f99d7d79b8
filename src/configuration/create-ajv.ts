import { createRequire } from "node:module";
import type * as AjvModule from "ajv";
import type { KeywordCxt } from "ajv";

/** What a compiled section schema is called with and leaves behind; ajv's shape, as far as it is used. */
export interface SectionValidator {
  (instance: unknown): boolean;
  readonly errors?: readonly ValidatorError[] | null | undefined;
}

export interface ValidatorError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Makes ajv with the keywords that section schemas need. Loaded only when something has to be compiled: it takes longer than reading
 * the whole configuration.
 * @param forSource keep the source of what is compiled, to write it into a file
 */
export function createAjv(forSource: boolean): InstanceType<typeof AjvModule.Ajv> {
  const require = createRequire(import.meta.url);
  const { Ajv, _ } = require("ajv") as typeof AjvModule;
  // What goes wrong is told by whoever asked, in words of its own; ajv would print it, source and all.
  const ajv = new Ajv({ logger: false, messages: false, allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true, allowMatchingProperties: true, inlineRefs: false, code: { source: forSource, esm: false, lines: true } });
  ajv.addKeyword({
    keyword: "granularity",
    type: "number",
    schemaType: "object",
    // A minimum of 1 second also admits plain multiples of the step.
    code(context: KeywordCxt) {
      const { from, step } = context.schema as { from: number; step: number };
      const offStep = _`(${context.data} - ${from}) % ${step} !== 0`;
      context.fail(from === 1 ? _`${offStep} && ${context.data} % ${step} !== 0` : offStep);
    },
  });
  ajv.addKeyword({
    keyword: "bigInteger",
    type: "string",
    schemaType: "object",
    // Whole numbers beyond 2^53 are kept as text, and so are their limits.
    code(context: KeywordCxt) {
      const { minimum, maximum } = context.schema as { minimum: string; maximum: string };
      context.fail(_`!/^-?[0-9]{16,20}$/.test(${context.data}) || BigInt(${context.data}) < BigInt(${minimum}) || BigInt(${context.data}) > BigInt(${maximum})`);
    },
  });
  return ajv;
}
