/**
 * Runs every compiled test file with Node's own runner and closes with one plain line, `N passed, N failed, N skipped`.
 * Skips are named. With CI=true a skip is a failure, except for recorded traffic, PowerShell and a machine that is too busy.
 *
 * usage: node dist/test/run.js [--soak] [--times] [part of a file name…]
 *   --times  names the fifteen slowest files, seconds of wall time each, their process's start included
 */
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { inspect } from "node:util";
import { run } from "node:test";
import { projectRoot, withoutFixtures } from "./support/project-root.js";

const soak = process.argv.includes("--soak");
const withTimes = process.argv.includes("--times");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const compiled = join(projectRoot, "dist");

const files = ["test", "plugins"]
  .flatMap((folder) => readdirSync(join(compiled, folder), { recursive: true, encoding: "utf8" }).map((name) => join(compiled, folder, name)))
  .filter((file) => file.endsWith(soak ? ".soak.js" : ".test.js"))
  .filter((file) => wanted.length === 0 || wanted.some((part) => relative(compiled, file).includes(part)))
  .sort();

/**
 * How reasons begin that are none of the project's: nobody can be asked to install PowerShell, a stand-in answers for it; and a machine that
 * is late itself cannot tell whether the host is.
 */
const allowedSkips = ["pwsh is not installed", "the machine is too busy to measure it", ...(withoutFixtures === false ? [] : [withoutFixtures])];
const counts = { passed: 0, failed: 0, skipped: 0 };
const skips: string[] = [];
const failures: string[] = [];
const times: { readonly file: string; readonly milliseconds: number }[] = [];

interface Outcome {
  readonly name: string;
  readonly file?: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: { readonly type?: string; readonly error?: Error & { cause?: unknown } };
  readonly line?: number;
}

const label = (event: Outcome): string => `${event.file === undefined ? "" : `${relative(compiled, event.file)}: `}${event.name}`;
const isFile = (event: Outcome): boolean => files.includes(event.name) || event.name === event.file;

const stream = run({ files, concurrency: availableParallelism(), timeout: soak ? 60 * 60_000 : 4 * 60_000 });
stream.on("test:pass", (event: Outcome) => {
  const isSkipped = event.skip !== undefined && event.skip !== false;
  // A group that is skipped whole is named as one.
  if (!isSkipped && (event.details.type === "suite" || isFile(event))) return;
  if (isSkipped) {
    counts.skipped++;
    skips.push(`${label(event)}: ${event.skip === true ? "no reason given" : event.skip}`);
    if (process.env["CI"] === "true" && !allowedSkips.some((reason) => String(event.skip).startsWith(reason))) failures.push(`skipped under CI: ${label(event)}`);
  } else counts.passed++;
});
stream.on("test:fail", (event: Outcome) => {
  if (event.details.type === "suite") return;
  counts.failed++;
  failures.push(label(event));
  console.log(`FAILED   ${label(event)}\n${inspect(event.details.error?.cause ?? event.details.error)}\n`);
});
stream.on("test:complete", ({ name, details }: { name: string; details: { duration_ms: number } }) => {
  if (files.includes(name)) times.push({ file: relative(compiled, name), milliseconds: details.duration_ms });
});
stream.on("test:stderr", ({ message }: { message: string }) => process.stderr.write(message));
stream.on("end", () => {
  for (const skip of skips) console.log(`skipped  ${skip}`);
  for (const failure of failures) console.log(`FAILED   ${failure}`);
  const slowest = withTimes ? times.sort((one, other) => other.milliseconds - one.milliseconds).slice(0, 15) : [];
  for (const { file, milliseconds } of slowest) console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${file}`);
  const failed = Math.max(counts.failed, failures.length);
  if (files.length === 0) console.log("no test file matches");
  console.log(`${files.length} files, ${Math.round(performance.now() / 1000)} s`);
  console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
  process.exitCode = failed > 0 || counts.passed === 0 ? 1 : 0;
});
stream.resume();
