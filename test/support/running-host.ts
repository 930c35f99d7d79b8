import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "./project-root.js";

/** The command, as it is installed. */
export const command = join(projectRoot, "dist", "src", "cli", "main.js");

export interface RunningHost {
  readonly urls: readonly string[];
  readonly port: number;
  readonly state: string;
  readonly user: string;
  readonly password: string;
  readonly authorization: string;
  readonly process: ChildProcess;
  /** What it wrote to standard error so far. */
  log(): string;
  /** SIGTERM; @returns the exit code. */
  stop(): Promise<number | null>;
}

/** Runs the command to its end. */
export function runCommand(args: readonly string[], options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {}): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: options.cwd, env: options.env ?? process.env, stdio: ["pipe", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("close", (status) => resolve({ status, stdout, stderr }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}

/** Starts the host as an operator would, on free ports, with one administrator account. */
export async function startRunningHost(options: { readonly config?: string; readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv; readonly state?: string } = {}): Promise<RunningHost> {
  const state = options.state ?? mkdtempSync(join(tmpdir(), "wsmanor-test-"));
  const user = "tester";
  const password = "correct horse battery";
  const passwordFile = join(state, "given-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  await runCommand(["user", "add", user, "--password-file", passwordFile, "--administrator", "--state", state]);
  const config = options.config === undefined ? [] : ["--config", options.config];
  const child = spawn(process.execPath, [command, "serve", "--json", "--port", "0", "--state", state, ...config, ...(options.args ?? [])], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...options.env },
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    void exited.then((code) => reject(new Error(`the host ended with ${code}:\n${log}`)));
  });
  const { urls } = JSON.parse(first) as { urls: string[] };
  return {
    urls,
    port: Number(new URL(urls[0]!).port),
    state,
    user,
    password,
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
    process: child,
    log: () => log,
    stop: async () => {
      child.kill("SIGTERM");
      const code = await exited;
      if (options.state === undefined) rmSync(state, { recursive: true, force: true });
      return code;
    },
  };
}
