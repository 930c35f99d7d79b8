import { randomUUID } from "node:crypto";

/** A new GUID in upper case, as Windows writes ids. Node keeps a pool of random bytes, so this costs less than a microsecond. */
export const newId = (): string => randomUUID().toUpperCase();
