import { fingerprint } from "./fingerprint.js";
import type { SectionSchema } from "./schema-model.js";
import { toJsonSchema } from "./to-json-schema.js";

/** Tells sections apart that need different validators. Where a section was prepared, so was its mark. */
export const sectionMark = (section: SectionSchema): string => section.mark ?? fingerprint(JSON.stringify(toJsonSchema(section)));
