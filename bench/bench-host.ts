import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchUri } from "./bench-uri.js";
import { start, type Measured } from "./servers.js";
import { benchShells, commandShells } from "./shell-uris.js";

const here = dirname(fileURLToPath(import.meta.url));
export const command = join(here, "..", "command", "wsmanor.js");
export const bareServer = join(here, "bare-server.js");
const bareShellServer = join(here, "bare-shell-server.js");
const bareEchoServer = join(here, "bare-echo-server.js");
const password = "bench-password";
export const authorization = `Basic ${Buffer.from(`bench:${password}`).toString("base64")}`;

/** How a measured host differs from the shipped one with the benchmark's plug-in. */
export interface HostOptions {
  readonly isolation?: "inProcess" | "worker" | "process";
  readonly logLevel?: "info" | "warn";
  /** More plug-ins of the same kind, under URIs of their own. */
  readonly morePlugins?: number;
  /** Also command shells, and shells whose commands are over at once. */
  readonly shells?: boolean;
}

/** Where everything of one run lies: state and configurations. */
export class BenchFolder {
  readonly path = mkdtempSync(join(tmpdir(), "wsmanor-bench-"));
  readonly log = join(this.path, "log");
  /** Of the account `bench`. */
  readonly password = password;
  #hosts = 0;

  constructor(readonly node: string) {
    const passwordFile = join(this.path, "password");
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const made = spawnSync(node, [command, "user", "add", "bench", "--password-file", passwordFile, "--state", this.state(0)], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`the account could not be made:\n${made.stderr}`);
  }

  state(number: number): string {
    const path = join(this.path, `state${number}`);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  }

  /** Starts the shipped configuration with the benchmark's plug-in, everything on: Basic, quotas, access log, audit log. */
  async host(name: string, options: HostOptions = {}): Promise<Measured> {
    const number = ++this.#hosts;
    const state = this.state(number);
    cpSync(this.state(0), state, { recursive: true });
    return start(name, this.node, [command, ...this.arguments(number, options), "--port", "0", "--json"], this.log);
  }

  bare(): Promise<Measured> {
    return start("bare", this.node, [bareServer], this.log);
  }

  /** @param file whose text `/output` gives */
  bareShells(file: string): Promise<Measured> {
    return start("bare shells", this.node, [bareShellServer, file], this.log);
  }

  bareEcho(): Promise<Measured> {
    return start("bare echo", this.node, [bareEchoServer], this.log);
  }

  /** Of `wsmanor`, without a port. */
  arguments(number: number, options: HostOptions): string[] {
    return ["serve", "--state", this.state(number), "--config", this.#configuration(number, options), "--log-level", options.logLevel ?? "info"];
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** The shipped configuration with its system throttle off, which would answer most of this with QuotaLimit, and larger envelopes. */
  #configuration(number: number, { isolation, morePlugins = 0, shells = false }: HostOptions): string {
    const folder = join(this.path, `config${number}`);
    cpSync(join(here, "..", "..", "config"), folder, { recursive: true });
    const plugins = Array.from({ length: morePlugins + 1 }, (_, at) => pluginEntry(at)).join("") + (shells ? shellEntries : "");
    change(join(folder, "wsman", "web.config"), [[/QuotaSystemWindowSeconds="\d+"/u, 'QuotaSystemWindowSeconds="0"'], [/MaxEnvelopeSizeKB="\d+"/u, 'MaxEnvelopeSizeKB="8192"'], ["</OperationsPlugins>", `${plugins}</OperationsPlugins>`]]);
    if (isolation !== undefined) change(join(folder, "applicationHost.config"), [["</wsmanor>", `<plugins><add name="bench" isolation="${isolation}"/></plugins></wsmanor>`]]);
    return folder;
  }
}

const capabilities = '<Capability Type="Get"/><Capability Type="Enumerate"/>';

const pluginEntry = (at: number): string =>
  `<Plugin Name="bench${at === 0 ? "" : at}" Filename="${join(here, "items-plugin.js")}" SDKVersion="1" XmlRenderingType="text"><Resources>` +
  `<Resource ResourceUri="${benchUri}${at === 0 ? "" : `/${at}`}">${capabilities}</Resource></Resources></Plugin>`;

const shellEntry = (name: string, file: string, uri: string): string =>
  `<Plugin Name="${name}" Filename="${file}" SDKVersion="1" XmlRenderingType="text"><Resources><Resource ResourceUri="${uri}" SupportsOptions="true"><Capability Type="Shell"/></Resource></Resources></Plugin>`;

const shellEntries = shellEntry("bench-shell", join(here, "shell-plugin.js"), benchShells) + shellEntry("cmd-shell", "%WSMANOR_PLUGINS%/cmd-shell", commandShells);

function change(file: string, replacements: readonly (readonly [pattern: string | RegExp, text: string])[]): void {
  let text = readFileSync(file, "utf8");
  for (const [pattern, replacement] of replacements) {
    const changed = text.replace(pattern, replacement);
    if (changed === text) throw new Error(`${file} has no ${String(pattern)}`);
    text = changed;
  }
  writeFileSync(file, text);
}
