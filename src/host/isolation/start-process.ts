import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import type { FarSide, FarSideEvents } from "../../plugin-host/isolation/far-side.js";
import type { IsolationSettings } from "../../plugin-host/isolation/isolation-settings.js";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";
import { packageRoot } from "../package-root.js";
import { findAccount } from "./find-account.js";
import { FrameReader, toFrame } from "./frames.js";
import { Outbox } from "./outbox.js";
import { readLines } from "./read-lines.js";

const entry = join(packageRoot, "dist", "src", "host", "isolation", "plugin-process.js");
const megabyte = 1024 * 1024;
/** What Linux counts processor time in, a second. */
const ticksPerSecond = 100;
/** Milliseconds between the end of the pipe and that of the process. */
const timeToEnd = 1000;
/** Nearly every machine's. */
const pageOctets = 4096;

/** Starts a child process for one plug-in. @throws Error when there is no such account, or no process can be started */
export async function startProcess(_plugin: string, { memoryLimit, account }: IsolationSettings, events: FarSideEvents): Promise<FarSide> {
  const owner = account === undefined ? {} : await findAccount(account);
  const child = spawn(process.execPath, [...(memoryLimit === undefined ? [] : [`--max-old-space-size=${Math.ceil(memoryLimit / megabyte)}`]), entry], {
    stdio: ["ignore", "pipe", "pipe", "pipe"], windowsHide: true, env: environmentFor(account), ...owner,
  });
  const channel = child.stdio[3] as Duplex;
  let problem: string | undefined;
  const giveUp = (why: string): void => {
    problem ??= why;
    child.kill("SIGKILL");
  };
  const frames = new FrameReader((message) => events.message(message as ToHost));
  channel.on("data", (chunk: Buffer) => {
    try {
      frames.push(chunk);
    } catch (error) {
      giveUp(`sent what cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  // A pipe that breaks is one whose process has ended, or one that the plug-in closed.
  channel.on("error", () => undefined);
  channel.on("close", () => setTimeout(() => giveUp("closed its channel to the host"), timeToEnd).unref());
  readLines(child.stdout!, events.line);
  readLines(child.stderr!, events.line);
  await started(child);
  child.once("exit", (code, signal) => events.ended(signal === null ? `ended itself with exit code ${code}` : (problem ?? `was ended by ${signal}`)));
  return {
    post: new Outbox<ToPlugin>((packet) => void (channel.writable && channel.write(toFrame(packet)))).post,
    kill: () => void child.kill("SIGKILL"),
    memory: () => residentOctets(child.pid!),
    sharedMemory: () => undefined,
    processorTime: () => processorMilliseconds(child.pid!),
  };
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", (error) => reject(new Error(`its process cannot be started: ${error.message}`)));
  });
}

/** Another account has another home. */
const environmentFor = (account: string | undefined): NodeJS.ProcessEnv =>
  account === undefined ? process.env : { ...process.env, USER: account, LOGNAME: account, HOME: "/" };

/** proc(5), statm: the second number is the resident set in pages. `undefined` where there is no such file, or no longer. */
function residentOctets(pid: number): number | undefined {
  const pages = procFile(pid, "statm")?.split(" ")[1];
  return pages === undefined ? undefined : Number(pages) * pageOctets;
}

/** proc(5), stat: fields 14 and 15 are user and system time; the second field may hold spaces and ends with a parenthesis. */
function processorMilliseconds(pid: number): number | undefined {
  const text = procFile(pid, "stat");
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields === undefined ? undefined : ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "latin1");
  } catch {
    return undefined;
  }
}
