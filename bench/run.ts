/**
 * Measures every bar of docs/performance.md beside a bare node:http server, in turn and in one run, and prints the table; with --growth
 * also how the cost grows, and with --write both into docs.
 *
 * usage: node dist/bench/run.js [--seconds 1.5] [--rounds 4] [--only NAME] [--growth] [--write] [--node PATH]
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bars, type Bar, type Lab } from "./bars.js";
import { BenchFolder } from "./bench-host.js";
import { drawCurves } from "./draw-curves.js";
import { growth, type Curve } from "./growth.js";
import { hasOption, numberOption, textOption } from "./option.js";

const pace = { seconds: numberOption("seconds", 1.5, 60), rounds: Math.ceil(numberOption("rounds", 4, 100)) };
const only = textOption("only", "", ["", ...bars.keys(), "growth"]);
const node = textOption("node", process.execPath);
const wantsGrowth = hasOption("growth") || only === "growth" || (hasOption("write") && only === "");
const docs = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs");

/** A table in Markdown, which also reads on a terminal. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  return [line(rows[0]!), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.slice(1).map(line)].join("\n");
}

const barRow = ({ name, bar, figure, isReached, peer }: Bar): readonly string[] => [name, bar, figure, isReached ? "yes" : "no", peer];
const barTable = (rows: readonly Bar[]): string => table([["case", "bar", "measured", "reached", "best peer"], ...rows.map(barRow)]);
const curveTable = ({ title, yLabel, points }: Curve): string =>
  table([[title, `${yLabel}: host`, "bare"], ...points.map(({ x, host, bare }) => [x.toLocaleString("en"), host.toFixed(1), bare?.toFixed(1) ?? ""])]);

/** Between the marks of docs/performance.md. */
function writeInto(name: string, text: string): void {
  const file = join(docs, "performance.md");
  const page = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${name}`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}${text}\n${page.slice(to)}`);
}

const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
const folder = new BenchFolder(node);
const lab: Lab = { folder, host: await folder.host("host"), bare: await folder.bare(), pace };
try {
  const what = `Node ${version}; medians of ${pace.rounds} slices of ${pace.seconds} s each, host and bare server in turn`;
  console.log(`${what}\n`);
  const rows: Bar[] = [];
  for (const [name, measure] of bars) {
    if (only !== "" && only !== name) continue;
    const measured = await measure(lab);
    rows.push(...measured);
    for (const row of measured) console.log(`${row.isReached ? "reached    " : "NOT reached"}  ${row.name}: ${row.figure}  (bar ${row.bar}, best peer ${row.peer})`);
  }
  const curves = wantsGrowth ? await growth(lab) : [];
  for (const curve of curves) console.log(`\n${curveTable(curve)}`);
  if (hasOption("write")) {
    if (rows.length > 0 && only === "") writeInto("bars", `${what}.\n\n${barTable(rows)}`);
    if (curves.length > 0) {
      writeFileSync(join(docs, "performance.svg"), drawCurves(curves));
      writeInto("growth", curves.map(curveTable).join("\n\n"));
    }
  }
} finally {
  await lab.host.stop();
  await lab.bare.stop();
  folder.remove();
}
