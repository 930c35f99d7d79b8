import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { describeThrown } from "../../plugin-host/describe-thrown.js";
import type { FarSide, FarSideEvents } from "../../plugin-host/isolation/far-side.js";
import type { IsolationSettings } from "../../plugin-host/isolation/isolation-settings.js";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";
import { packageRoot } from "../package-root.js";
import { endProcessGroup, hasGroups } from "./end-process-group.js";
import { findAccount } from "./find-account.js";
import { FrameReader } from "./frames.js";
import { Outbox } from "./outbox.js";
import { processFigures } from "./process-figures.js";
import { readLines } from "./read-lines.js";
import { toldFigures } from "./told-figures.js";
import { writeFrame } from "./write-frame.js";

const entry = join(packageRoot, "dist", "src", "host", "isolation", "plugin-process.js");
const megabyte = 1024 * 1024;
/** Milliseconds between the end of the pipe and that of the process. */
const timeToEnd = 1000;

/**
 * Starts a child process for one plug-in, the leader of a process group of its own.
 * @param processes folder where the kernel shows its processes
 * @throws Error when there is no such account, or no process can be started
 */
export async function startProcess(_plugin: string, { memoryLimit, account }: IsolationSettings, events: FarSideEvents, processes?: string): Promise<FarSide> {
  const owner = account === undefined ? {} : await findAccount(account);
  const child = spawn(process.execPath, [...(memoryLimit === undefined ? [] : [`--max-old-space-size=${Math.ceil(memoryLimit / megabyte)}`]), entry], {
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"], windowsHide: true, detached: hasGroups, env: environmentFor(account), ...owner,
  });
  const channel = child.stdio[3] as Duplex;
  let isOver = false;
  // Its number may soon be another's.
  const kill = (): void => void (child.pid === undefined || isOver || endProcessGroup(child.pid));
  let problem: string | undefined;
  const giveUp = (why: string): void => {
    problem ??= why;
    kill();
  };
  const frames = new FrameReader((message) => events.message(message as ToHost));
  channel.on("data", (chunk: Buffer) => {
    try {
      frames.push(chunk);
    } catch (error) {
      giveUp(`sent what cannot be read: ${describeThrown(error)}`);
    }
  });
  // A pipe that breaks is one whose process has ended, or one that the plug-in closed.
  channel.on("error", () => undefined);
  channel.on("close", () => setTimeout(() => giveUp("closed its channel to the host"), timeToEnd).unref());
  readLines(child.stdout!, events.line);
  readLines(child.stderr!, events.line);
  const told = toldFigures(child.stdio[4] as Duplex);
  child.stdio[4]!.on("error", () => undefined);
  await started(child);
  child.once("exit", (code, signal) => {
    // What it has started and left.
    kill();
    isOver = true;
    events.ended(signal === null ? `ended itself with exit code ${code}` : (problem ?? `was ended by ${signal}`));
  });
  const figures = (await processFigures(child.pid!, processes)) ?? told;
  return {
    post: new Outbox<ToPlugin>((packet) => void (channel.writable && writeFrame(channel, packet))).post,
    kill, memory: figures.memory, processorTime: figures.processorTime,
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
