import type { Diagnostic } from "../base/diagnostic.js";
import { schemaDirectory } from "./package-root.js";

/** What the shipped schemas themselves are warned about is `validate`'s to say, not every start's or reload's. */
export const isShippedSchemas = ({ severity, place }: Diagnostic): boolean => severity === "warning" && place?.file.startsWith(schemaDirectory) === true;
