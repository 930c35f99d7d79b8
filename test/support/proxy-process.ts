import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:net";
import { debianPackage } from "./debian.js";

/** A proxy that the tests run. */
export interface ProxyProgram {
  readonly name: "nginx" | "haproxy";
  /** `false`, or the reason to skip. */
  readonly missing: string | false;
  /** What makes a file of what a sample shows. */
  readonly whole: (text: string) => string;
  readonly words: (file: string, folder: string) => readonly string[];
}

export const proxyPrograms: readonly ProxyProgram[] = [
  {
    name: "nginx",
    missing: debianPackage("nginx-light", "test -x /usr/sbin/nginx"),
    whole: (text) => `pid nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path .;\nproxy_temp_path .;\nfastcgi_temp_path .;\nuwsgi_temp_path .;\nscgi_temp_path .;\n${text}}\n`,
    words: (file, folder) => ["/usr/sbin/nginx", "-p", folder, "-e", "stderr", "-c", file, "-g", "daemon off; master_process off;"],
  },
  { name: "haproxy", missing: debianPackage("haproxy", "test -x /usr/sbin/haproxy"), whole: (text) => text, words: (file) => ["/usr/sbin/haproxy", "-db", "-f", file] },
];

export interface RunningProxy {
  /** What it wrote so far. */
  said(): string;
  stop(): Promise<void>;
}

/** Runs it until it accepts connections. @param write makes its configuration, given a folder of its own for files @throws with what it said when it ends instead */
export async function startProxy(program: ProxyProgram, port: number, write: (folder: string) => string): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-proxy-"));
  const file = join(folder, "proxy.conf");
  writeFileSync(file, program.whole(write(folder)));
  const [command, ...words] = program.words(file, folder);
  const child = spawn(command!, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  while (!(await accepts(port))) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`${program.name} ended: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { said: () => said, stop };
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });
