/**
 * How long Debian's pywinrm takes for `echo` (Session.run_cmd): from the host, and in turn from bare Node that gives the same five answers and
 * starts the same process (bare-echo-server.ts). Linux, with python3-winrm.
 *
 * usage: node dist/bench/pywinrm-echo.js [--rounds 200] [--node PATH]
 *
 * pywinrm 0.3.0 sends five requests one after the other: Create, Command, Receive, Signal, Delete. Three of them bring the result; the other
 * two clean up behind it. So "three round trips and the start of a process" is what bare Node takes until the result is there; what all five
 * take, and what the smallest exchange takes (Identify), stand beside it.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BenchFolder } from "./bench-host.js";
import { median } from "./compare.js";
import { numberOption, textOption } from "./option.js";
import type { Measured } from "./servers.js";

interface Run {
  /** Of an Identify, milliseconds. */
  readonly bare: number;
  /** Of run_cmd with everything that pywinrm does. */
  readonly whole: number;
  readonly requests: readonly (readonly [action: string, milliseconds: number, isDone: boolean])[];
}

const rounds = Math.ceil(numberOption("rounds", 200, 10_000));
const program = join(import.meta.dirname, "..", "..", "bench", "pywinrm_echo.py");
/** The first runs, in which everything is loaded and compiled. */
const warmUp = 20;

/** pywinrm, which runs `echo` when it is told to. */
class Client {
  readonly #child;
  readonly #answers;
  readonly runs: Run[] = [];

  constructor(server: Measured, password: string) {
    this.#child = spawn("/usr/bin/python3", [program, `http://127.0.0.1:${server.port}/wsman`, "bench", password], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async run(): Promise<void> {
    this.#child.stdin.write("\n");
    const answer = await this.#answers.next();
    if (answer.done === true) throw new Error("pywinrm could not be run; python3-winrm is Debian's package");
    this.runs.push(JSON.parse(answer.value) as Run);
  }

  end(): void {
    this.#child.stdin.end();
  }
}

const sum = (requests: Run["requests"]): number => requests.reduce((total, [, milliseconds]) => total + milliseconds, 0);
const untilResult = ({ requests }: Run): Run["requests"] => requests.slice(0, requests.findIndex(([, , isDone]) => isDone) + 1);

const folder = new BenchFolder(textOption("node", process.execPath));
const servers = [await folder.host("host", { shells: true }), await folder.bareEcho()] as const;
const clients = servers.map((server) => new Client(server, folder.password));
try {
  for (let round = 0; round < rounds + warmUp; round++) for (const client of clients) await client.run();
  const [host, bare] = clients.map((client) => client.runs.slice(warmUp)) as [Run[], Run[]];
  const line = (title: string, of: (run: Run) => number): string => {
    const [ours, its] = [median(host.map(of)), median(bare.map(of))];
    return `${title.padEnd(36)}${`${ours.toFixed(1)} ms`.padStart(9)}${`${its.toFixed(1)} ms`.padStart(10)}   ${(ours / its).toFixed(2)}`;
  };
  console.log([
    `medians of ${rounds} runs of each, in turn   host      bare`,
    line("Identify", (run) => run.bare),
    line("result of run_cmd there after", (run) => sum(untilResult(run))),
    ...["Create", "Command", "Receive"].map((name, at) => line(`  ${name}`, (run) => run.requests[at]![1])),
    line("all five requests", (run) => sum(run.requests)),
    line("run_cmd with all that pywinrm does", (run) => run.whole),
    `the host's result is there after three requests in ${host.filter((run) => untilResult(run).length === 3).length} of ${rounds} runs`,
  ].join("\n"));
} finally {
  for (const client of clients) client.end();
  for (const server of servers) await server.stop();
  folder.remove();
}
