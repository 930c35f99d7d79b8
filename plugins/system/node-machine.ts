import { execFile, spawn } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { arch, cpus, freemem, hostname, networkInterfaces, release, setPriority, totalmem, uptime, version } from "node:os";
import { join } from "node:path";
import type { Clock } from "wsmanor/sdk";
import type { ActResult, FileSystemSize, Machine, RunResult } from "./machine.js";

/** Milliseconds that a program or a file system has to answer. */
const patience = { program: 15_000, fileSystem: 2_000 };
const largestOutput = 32 * 1024 * 1024;

/**
 * The machine that this process runs on.
 * @param root in front of every path that is read: a folder with a tree of its own in tests, empty otherwise
 */
export function nodeMachine(clock: Clock, root = ""): Machine {
  const at = (path: string): string => (root === "" ? path : join(root, path));
  return {
    platform: process.platform,
    userId: process.geteuid?.(),
    system: () => ({
      hostname: hostname(), totalMemory: totalmem(), freeMemory: freemem(), uptime: attempt(uptime) ?? 0, cpus: cpus(), interfaces: attempt(networkInterfaces) ?? {},
      release: release(), version: version(), arch: arch(),
    }),
    environment: (name) => process.env[name],
    now: () => clock.wallTime(),
    elapsed: () => clock.now(),
    utcOffset: (time) => -new Date(time).getTimezoneOffset(),
    readText: (path) => attempt(() => readFileSync(at(path), "utf8")),
    readBytes: (path) => attempt(() => readFileSync(at(path))),
    list: (path) => attempt(() => readdirSync(at(path))) ?? [],
    count: (path) => attempt(() => (filesAreCounted() ? statSync(at(path)).size : readdirSync(at(path)).length)),
    readLink: (path) => attempt(() => readlinkSync(at(path))),
    times: (path) => attempt(() => {
      const { birthtimeMs, mtimeMs } = statSync(at(path));
      return { born: birthtimeMs > 0 ? birthtimeMs : undefined, modified: mtimeMs };
    }),
    fileSystem: (path) => inTime(clock, sizeOf(at(path)), patience.fileSystem),
    run,
    spawn: start,
    kill: (processId) => act(() => process.kill(processId, "SIGKILL")),
    setNice: (processId, nice) => act(() => setPriority(processId, nice)),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

let counted: boolean | undefined;

/** Linux tells the number of open files as the size of their folder since 6.2. */
const filesAreCounted = (): boolean => (counted ??= (attempt(() => statSync("/proc/self/fd").size) ?? 0) > 0);

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

async function sizeOf(path: string): Promise<FileSystemSize | undefined> {
  try {
    const { blocks, bavail, bsize } = await statfs(path);
    return { size: blocks * bsize, free: bavail * bsize, blockSize: bsize };
  } catch {
    return undefined;
  }
}

/** A network's file system whose server is away would never answer. */
function inTime<T>(clock: Clock, work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const cancel = clock.after(milliseconds, () => resolve(undefined));
    void work.then((value) => {
      cancel();
      resolve(value);
    });
  });
}

function run(program: string, args: readonly string[]): Promise<RunResult | undefined> {
  return new Promise((resolve) => {
    const options = { timeout: patience.program, maxBuffer: largestOutput, env: { ...process.env, LC_ALL: "C", SYSTEMD_PAGER: "", SYSTEMD_COLORS: "0" }, windowsHide: true };
    execFile(program, args, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      resolve(typeof status === "number" ? { status, stdout, stderr } : undefined);
    });
  });
}

function start(program: string, args: readonly string[], folder: string | undefined): Promise<number | string> {
  return new Promise((resolve) => {
    try {
      const child = spawn(program, args, { detached: true, stdio: "ignore", shell: false, windowsHide: true, ...(folder === undefined ? {} : { cwd: folder }) });
      child.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "UNKNOWN"));
      child.once("spawn", () => {
        child.unref();
        resolve(child.pid!);
      });
    } catch (error) {
      resolve((error as NodeJS.ErrnoException).code ?? "UNKNOWN");
    }
  });
}

function act(work: () => void): ActResult {
  try {
    work();
    return "done";
  } catch (error) {
    // `setPriority` wraps the code.
    const { code, info } = error as NodeJS.ErrnoException & { readonly info?: { readonly code?: string } };
    const reason = info?.code ?? code;
    return reason === "EPERM" || reason === "EACCES" ? "denied" : reason === "ESRCH" ? "gone" : "failed";
  }
}
