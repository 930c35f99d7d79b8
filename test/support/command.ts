import { spawn, type SpawnOptions } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./project-root.js";

/** The command, as it is installed. */
export const command = join(projectRoot, "dist", "command", "wsmanor.js");

/** The account that a program runs as, where that is not the test's own. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

export const accountOf = ({ uid, gid }: Account): Pick<SpawnOptions, "uid" | "gid"> => ({ ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) });

/** Runs the command to its end. */
export function runCommand(args: readonly string[], options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } & Account = {}): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { ...accountOf(options), cwd: options.cwd, env: options.env ?? process.env, stdio: ["pipe", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("close", (status) => resolve({ status, stdout, stderr }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}
