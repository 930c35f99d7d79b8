import type { CpuInfo, NetworkInterfaceInfo } from "node:os";
import type { ActResult, FileSystemSize, Machine, RunResult, SystemFacts } from "./machine.js";

/** A file's content, or a link. Folders are there when something is in them. */
export type FakeFile = string | Uint8Array | { readonly link: string };

export interface FakeMachineParts {
  readonly platform?: string;
  readonly userId?: number;
  readonly hostname?: string;
  readonly arch?: string;
  readonly release?: string;
  readonly version?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** Minutes east of UTC. */
  readonly offset?: number | ((time: number) => number);
  readonly environment?: Readonly<Record<string, string>>;
  readonly cpus?: readonly CpuInfo[];
  readonly interfaces?: Readonly<Record<string, readonly NetworkInterfaceInfo[]>>;
  readonly files?: Readonly<Record<string, FakeFile>>;
  /** Milliseconds since 1970, by path. */
  readonly times?: Readonly<Record<string, { readonly born?: number; readonly modified: number }>>;
  readonly fileSystems?: Readonly<Record<string, FileSystemSize>>;
  /** What programs say: by the whole command line; `undefined` cannot be run. */
  readonly run?: (program: string, args: readonly string[]) => RunResult | undefined;
  readonly spawn?: (program: string, args: readonly string[], folder: string | undefined) => number | string;
  readonly act?: ActResult;
  readonly totalMemory?: number;
}

/** A machine made of values, which remembers what was asked of it. */
export class FakeMachine implements Machine {
  readonly platform: string;
  readonly userId: number | undefined;
  readonly files: Map<string, FakeFile>;
  /** Paths that were read, in order. */
  readonly reads: string[] = [];
  /** What was run, started or acted on, in order. */
  readonly done: string[] = [];
  time: number;
  breaths = 0;
  #elapsed = 0;

  constructor(private readonly parts: FakeMachineParts) {
    this.platform = parts.platform ?? "linux";
    this.userId = parts.userId ?? 0;
    this.files = new Map(Object.entries(parts.files ?? {}));
    this.time = parts.now ?? Date.UTC(2026, 2, 1, 7, 15, 30, 250);
  }

  system(): SystemFacts {
    const { hostname = "node7.example.org", arch = "x64", release = "6.1.0-28-amd64", version = "#1 SMP Debian 6.1.119-1", cpus = [], interfaces = {}, totalMemory = 8 * 2 ** 30 } = this.parts;
    return { hostname, arch, release, version, cpus, interfaces, totalMemory, freeMemory: totalMemory / 2, uptime: 1000 };
  }

  environment = (name: string): string | undefined => this.parts.environment?.[name];
  now = (): number => this.time;
  /** A millisecond for every look. */
  elapsed = (): number => this.#elapsed++;

  utcOffset(time: number): number {
    const { offset = 0 } = this.parts;
    return typeof offset === "number" ? offset : offset(time);
  }

  #read(path: string): string | Uint8Array | undefined {
    this.reads.push(path);
    const file = this.files.get(path);
    return typeof file === "object" && "link" in file ? undefined : file;
  }

  readText(path: string): string | undefined {
    const content = this.#read(path);
    return content === undefined || typeof content === "string" ? content : new TextDecoder().decode(content);
  }

  readBytes(path: string): Uint8Array | undefined {
    const content = this.#read(path);
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  }

  list(path: string): readonly string[] {
    const start = `${path}/`;
    return [...new Set([...this.files.keys()].filter((each) => each.startsWith(start)).map((each) => each.slice(start.length).split("/", 1)[0]!))];
  }

  count(path: string): number | undefined {
    const { length } = this.list(path);
    return length === 0 ? undefined : length;
  }

  readLink(path: string): string | undefined {
    this.reads.push(path);
    const file = this.files.get(path);
    return typeof file === "object" && "link" in file ? file.link : undefined;
  }

  times(path: string): { readonly born: number | undefined; readonly modified: number } | undefined {
    const times = this.parts.times?.[path];
    if (times !== undefined) return { born: times.born, modified: times.modified };
    return this.files.has(path) || this.list(path).length > 0 ? { born: undefined, modified: 0 } : undefined;
  }

  fileSystem = async (path: string): Promise<FileSystemSize | undefined> => {
    this.done.push(`size ${path}`);
    return this.parts.fileSystems?.[path];
  };

  run = async (program: string, args: readonly string[]): Promise<RunResult | undefined> => {
    this.done.push([program, ...args].join(" "));
    return this.parts.run?.(program, args);
  };

  spawn = async (program: string, args: readonly string[], folder: string | undefined): Promise<number | string> => {
    this.done.push(`spawn ${JSON.stringify([program, ...args])}${folder === undefined ? "" : ` in ${folder}`}`);
    return this.parts.spawn?.(program, args, folder) ?? "ENOENT";
  };

  kill(processId: number): ActResult {
    this.done.push(`kill ${processId}`);
    return this.parts.act ?? "done";
  }

  setNice(processId: number, nice: number): ActResult {
    this.done.push(`nice ${processId} ${nice}`);
    return this.parts.act ?? "done";
  }

  breathe = async (): Promise<void> => {
    this.breaths++;
  };
}
