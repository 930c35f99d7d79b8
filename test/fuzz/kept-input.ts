import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FuzzInput } from "./fuzz-target.js";

/** What a failing input is kept as: JSON, since it may hold anything that an editor or a shell would change. */
interface Kept {
  readonly target: string;
  readonly text?: string;
  readonly octets?: string;
}

/** @returns the path of the file, which is named after what is in it */
export function keepInput(folder: string, target: string, input: FuzzInput): string {
  const kept: Kept = typeof input === "string" ? { target, text: input } : { target, octets: Buffer.from(input).toString("base64") };
  const content = `${JSON.stringify(kept)}\n`;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${target}-${createHash("sha256").update(content).digest("hex").slice(0, 12)}.json`);
  writeFileSync(path, content);
  return path;
}

/** @throws Error with a sentence for a file that is not there or was not written by `keepInput` */
export function readInput(path: string): { readonly target: string; readonly input: FuzzInput } {
  let kept: Kept;
  try {
    kept = JSON.parse(readFileSync(path, "utf8")) as Kept;
  } catch (error) {
    throw new Error(`${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
  const input = typeof kept?.text === "string" ? kept.text : typeof kept?.octets === "string" ? Buffer.from(kept.octets, "base64") : undefined;
  if (input === undefined || typeof kept.target !== "string") throw new Error(`${path} holds no input of a fuzz target.`);
  return { target: kept.target, input };
}
