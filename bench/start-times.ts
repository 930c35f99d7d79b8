import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { bareServer, command, type BenchFolder } from "./bench-host.js";
import { median } from "./compare.js";
import { identify } from "./envelopes.js";
import { residentOctets } from "../src/host/isolation/process-figures.js";

export interface StartFigures {
  /** From the start of the process to the first answer. */
  readonly milliseconds: number;
  /** Resident set when it has rested. */
  readonly octets: number;
}

const times = 7;
const rest = 1500;

/** Starts each server several times, in turn. */
export async function startTimes(folder: BenchFolder): Promise<{ readonly ours: StartFigures; readonly bare: StartFigures }> {
  const ours: StartFigures[] = [];
  const bare: StartFigures[] = [];
  const hostArguments = folder.arguments(0, {});
  for (let round = 0; round < times; round++) {
    bare.push(await startOnce(folder.node, (port) => [bareServer, String(port)]));
    ours.push(await startOnce(folder.node, (port) => [command, ...hostArguments, "--port", String(port)]));
  }
  return { ours: medians(ours), bare: medians(bare) };
}

/** Milliseconds from the start of `wsmanor mock` to the line that says where it is. */
export async function mockTime(folder: BenchFolder): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < times; round++) {
    const began = performance.now();
    const child = spawn(folder.node, [command, "mock", "--preset", "windows-2022", "--port", "0", "--json"], { stdio: ["ignore", "pipe", "ignore"] });
    const exited = new Promise((resolve) => child.once("exit", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    all.push(performance.now() - began);
    child.kill("SIGTERM");
    await exited;
  }
  return median(all);
}

const medians = (figures: readonly StartFigures[]): StartFigures => ({ milliseconds: median(figures.map(({ milliseconds }) => milliseconds)), octets: median(figures.map(({ octets }) => octets)) });

async function startOnce(node: string, program: (port: number) => readonly string[]): Promise<StartFigures> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(node, program(port), { stdio: "ignore" });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  while (!(await answers(port))) {
    if (performance.now() - began > 20_000 || child.exitCode !== null) throw new Error(`${program(port).join(" ")} does not answer`);
    await wait(1);
  }
  const milliseconds = performance.now() - began;
  await wait(rest);
  const octets = residentOctets(readFileSync(`/proc/${child.pid!}/status`, "latin1")) ?? 0;
  child.kill("SIGTERM");
  await exited;
  return { milliseconds, octets };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ port, host: "127.0.0.1", method: "POST", path: "/wsman", headers: { "content-type": "application/soap+xml;charset=UTF-8", wsmanidentify: "unauthenticated" } }, (response) => {
      response.resume();
      response.on("end", () => resolve(true));
    });
    asked.on("error", () => resolve(false));
    asked.end(identify);
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
