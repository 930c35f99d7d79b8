import type { CpuInfo, NetworkInterfaceInfo } from "node:os";

/** What a program that was run said. */
export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Size of a file system, in octets. */
export interface FileSystemSize {
  readonly size: number;
  /** For everybody, without what is kept for root. */
  readonly free: number;
  readonly blockSize: number;
}

/** What came of an attempt to act on a process. */
export type ActResult = "done" | "denied" | "gone" | "failed";

/** Facts that the operating system's own interface gives on every platform. */
export interface SystemFacts {
  readonly hostname: string;
  /** Octets. */
  readonly totalMemory: number;
  /** Octets. */
  readonly freeMemory: number;
  /** Seconds. */
  readonly uptime: number;
  readonly cpus: readonly CpuInfo[];
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  /** Of the kernel: `6.1.0-28-amd64`. */
  readonly release: string;
  readonly version: string;
  /** As Node names it: `x64`, `arm64`. */
  readonly arch: string;
}

/**
 * The machine under the classes: everything they read or do goes through here, so that tests have machines of their own. What cannot be
 * read, for whatever reason, is `undefined` or empty; nothing throws or rejects. What reads the kernel's own files is synchronous: they
 * are memory, and thousands of them are read for one answer.
 */
export interface Machine {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** Of this process; `undefined` where there are none. */
  readonly userId: number | undefined;
  system(): SystemFacts;
  environment(name: string): string | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that nobody sets. */
  elapsed(): number;
  /** Minutes east of UTC that clocks on the wall show at that time. */
  utcOffset(time: number): number;
  /** UTF-8; octets that are none become U+FFFD. */
  readText(path: string): string | undefined;
  readBytes(path: string): Uint8Array | undefined;
  /** Names in a folder; empty when it cannot be read. */
  list(path: string): readonly string[];
  /** Number of entries of a folder, found in the cheapest way. */
  count(path: string): number | undefined;
  /** Where a symbolic link leads. */
  readLink(path: string): string | undefined;
  /** Milliseconds since 1970; `born` is `undefined` where the file system does not keep it. */
  times(path: string): { readonly born: number | undefined; readonly modified: number } | undefined;
  /** Size of the file system mounted there; `undefined` also when it does not answer in time. */
  fileSystem(path: string): Promise<FileSystemSize | undefined>;
  /** Runs a program without a shell. @returns `undefined` when it cannot be run or does not end in time */
  run(program: string, args: readonly string[]): Promise<RunResult | undefined>;
  /** Starts a program that outlives this process, without a shell. @returns its process id, or Node's error code */
  spawn(program: string, args: readonly string[], folder: string | undefined): Promise<number | string>;
  kill(processId: number): ActResult;
  setNice(processId: number, nice: number): ActResult;
  /** Lets the rest of this process work. */
  breathe(): Promise<void>;
}
