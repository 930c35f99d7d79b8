import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "./project-root.js";

/** Lines before the one that differs. */
const shown = 6;

/**
 * Compares a scenario's transcript with its golden file, or writes that anew where WSMANOR_WRITE_TRANSCRIPTS is "true".
 * @param client folder of the golden files @throws AssertionError with the first line that differs
 */
export function goldenTranscript(client: string, scenario: string, transcript: string): void {
  const file = join(projectRoot, "test", "golden", "clients", client, `${scenario}.txt`);
  if (process.env["WSMANOR_WRITE_TRANSCRIPTS"] === "true") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, transcript);
    return;
  }
  const kept = readFileSync(file, "utf8").split("\n");
  const found = transcript.split("\n");
  const at = found.findIndex((line, index) => line !== kept[index]);
  if (at === -1 && found.length === kept.length) return;
  const line = at === -1 ? found.length : at;
  const before = found.slice(Math.max(0, line - shown), line).map((text) => `  ${text}`);
  // Whole transcripts would hide the line that differs.
  assert.fail(`the transcript is another than in ${file}:${line + 1}\n${[...before, `- ${kept[line] ?? "(its end)"}`, `+ ${found[line] ?? "(its end)"}`].join("\n")}`);
}
