import { spawn } from "node:child_process";

export interface ProgramOutcome {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a program of the machine to its end; one that cannot be started ends with 127. */
export function runProgram(program: string, args: readonly string[], input: string | Buffer = ""): Promise<ProgramOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, LC_ALL: "C.UTF-8" } });
    const chunks: Buffer[] = [];
    let stderr = "";
    child.on("error", (error) => resolve({ status: 127, stdout: Buffer.concat(chunks), stderr: String(error) }));
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("close", (status) => resolve({ status, stdout: Buffer.concat(chunks), stderr }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
