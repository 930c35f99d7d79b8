import { spawn, type ChildProcess } from "node:child_process";
import { command } from "./command.js";

export interface MockReady {
  readonly event: "ready";
  readonly url: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly preset: string;
}

/** `wsmanor mock` as somebody in another language starts it. */
export interface MockProcess {
  readonly process: ChildProcess;
  readonly ready: MockReady;
  stdout(): string;
  stderr(): string;
  /** Resolves with the exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** @throws with everything it said when it does not get ready */
export async function startMockProcess(args: readonly string[], cwd?: string): Promise<MockProcess> {
  const child = spawn(process.execPath, [command, "mock", ...args, "--port", "0", "--json"], { cwd, stdio: ["pipe", "pipe", "pipe"] });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const line = new Promise<void>((resolve) => child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    if (stdout.includes("\n")) resolve();
  }));
  const ended = new Promise<number | string>((resolve) => child.once("close", (code, signal) => {
    process.removeListener("exit", kill);
    resolve(code ?? signal ?? "");
  }));
  const over = ended.then((code) => Promise.reject(new Error(`the mock ended with ${code}:\n${stdout}${stderr}`)));
  over.catch(() => undefined);
  await Promise.race([line, over]);
  return { process: child, ended, stdout: () => stdout, stderr: () => stderr, ready: JSON.parse(stdout.split("\n")[0]!) as MockReady };
}
