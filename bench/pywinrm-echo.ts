/**
 * How long Debian's pywinrm takes for `echo` (Session.run_cmd), in round trips of the same client and starts of the same process, all in one
 * run. Linux, with python3-winrm.
 *
 * usage: node dist/bench/pywinrm-echo.js [--rounds 50] [--node PATH]
 *
 * pywinrm 0.3.0 sends five requests one after the other: Create, Command, Receive, Signal, Delete. Three of them bring the result; the
 * other two clean up behind it. So the bar is read as: the result is there after three requests, no more, and these take no longer than three
 * round trips and one start of a process. What all five take stands beside it.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BenchFolder } from "./bench-host.js";
import { median } from "./compare.js";
import { numberOption, textOption } from "./option.js";

interface Run {
  /** Of an Identify, milliseconds. */
  readonly bare: number;
  /** Of run_cmd with everything that pywinrm does. */
  readonly whole: number;
  readonly requests: readonly (readonly [action: string, milliseconds: number, isDone: boolean])[];
}

const rounds = Math.ceil(numberOption("rounds", 50, 10_000));
const program = join(import.meta.dirname, "..", "..", "bench", "pywinrm_echo.py");
/** The first runs, in which everything is loaded and compiled. */
const warmUp = 5;

/** Milliseconds from the start of the same program to the end of its output, as a bare Node program has it. */
async function processStart(): Promise<number> {
  const began = performance.now();
  const child = spawn("/bin/sh", ["-c", "echo hello"], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  child.stdout.resume();
  child.stderr.resume();
  await once(child, "close");
  return performance.now() - began;
}

const folder = new BenchFolder(textOption("node", process.execPath));
const host = await folder.host("host", { shells: true });
try {
  const client = spawn("/usr/bin/python3", [program, `http://127.0.0.1:${host.port}/wsman`, "bench", folder.password], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: client.stdout })[Symbol.asyncIterator]();
  const all: { readonly run: Run; readonly start: number }[] = [];
  while (all.length < rounds + warmUp) {
    client.stdin.write("\n");
    const answer = await answers.next();
    if (answer.done === true) throw new Error("pywinrm could not be run; python3-winrm is Debian's package");
    all.push({ run: JSON.parse(answer.value) as Run, start: await processStart() });
  }
  client.stdin.end();
  const runs = all.slice(warmUp).map(({ run }) => run);
  const start = median(all.slice(warmUp).map((each) => each.start));
  const bare = median(runs.map((run) => run.bare));
  const untilResult = runs.map(({ requests }) => requests.slice(0, requests.findIndex(([, , isDone]) => isDone) + 1));
  const sum = (requests: Run["requests"]): number => requests.reduce((total, [, milliseconds]) => total + milliseconds, 0);
  const result = median(untilResult.map(sum));
  const inThree = untilResult.filter((requests) => requests.length === 3).length;
  const bound = 3 * bare + start;
  const ms = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
  console.log([
    `medians of ${rounds} runs, each beside a bare exchange`,
    `a round trip (Identify) with pywinrm      ${ms(bare)}`,
    `/bin/sh -c echo, from Node                ${ms(start)}`,
    `three round trips and the process         ${ms(bound)}`,
    `result of run_cmd there after             ${ms(result)}  (${(result / bound).toFixed(2)} of that; after three requests in ${inThree} of ${rounds} runs)`,
    ...[0, 1, 2].map((at) => `  ${untilResult[0]![at]![0].padEnd(40)}${ms(median(untilResult.map((requests) => requests[at]![1])))}`),
    `all requests of run_cmd, Signal and Delete too  ${ms(median(runs.map(({ requests }) => sum(requests))))}`,
    `run_cmd with all that pywinrm does        ${ms(median(runs.map(({ whole }) => whole)))}`,
  ].join("\n"));
} finally {
  await host.stop();
  folder.remove();
}
