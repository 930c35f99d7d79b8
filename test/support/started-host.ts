import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { basic } from "./basic.js";
import { accountOf, command, type Account } from "./command.js";

/** A host process that is looked at from outside, also when it never gets ready. */
export interface StartedProcess {
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves with the exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Resolves with the URLs of the ready event. @throws with everything it said when it ended instead */
  ready(): Promise<readonly string[]>;
}

/** Runs `wsmanor serve` on free ports, or with the given words only. */
export function startProcess(state: string, options: { readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv; readonly stderr?: number } & Account = {}): StartedProcess {
  const words = ["serve", "--state", state, ...(options.args ?? ["--port", "0", "--json"])];
  const child = spawn(process.execPath, [command, ...words], { ...accountOf(options), stdio: ["ignore", "pipe", options.stderr ?? "pipe"], env: { ...process.env, ...options.env } });
  let stdout = "";
  let stderr = "";
  let announce: () => void = () => undefined;
  const line = new Promise<void>((resolve) => (announce = resolve));
  child.stdout!.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    if (stdout.includes("\n")) announce();
  });
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  // A test that fails before it stops its host leaves none behind.
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<number | string>((resolve) => child.once("close", (code, signal) => {
    process.removeListener("exit", kill);
    resolve(code ?? signal ?? "");
  }));
  return {
    process: child, ended,
    stdout: () => stdout,
    stderr: () => stderr,
    ready: async () => {
      const over = ended.then((code) => Promise.reject(new Error(`the host ended with ${code}:\n${stdout}${stderr}`)));
      await Promise.race([line, over]);
      over.catch(() => undefined);
      return (JSON.parse(stdout.split("\n")[0]!) as { readonly urls: readonly string[] }).urls;
    },
  };
}

/** The key that a running host leaves for its own account. */
export function localAuthorization(state: string): string {
  const { user, password } = JSON.parse(readFileSync(join(state, "local-credentials"), "utf8")) as { readonly user: string; readonly password: string };
  return basic(user, password);
}
