import type { FakeFile } from "./fake-machine.js";

/** Text of a file. */
export const lines = (...each: string[]): string => each.map((line) => `${line}\n`).join("");

/** A process of /proc. Ticks and pages as the kernel writes them. */
export function processFiles(id: number, { command, parent = 1, arguments: text = "", memory = 4096, exe, uid = 0, more = {} }: {
  readonly command: string; readonly parent?: number; readonly arguments?: string | Uint8Array; readonly memory?: number; readonly exe?: string; readonly uid?: number; readonly more?: Readonly<Record<string, FakeFile>>;
}): Record<string, FakeFile> {
  const stat = `${id} (${command}) S ${parent} ${id} ${id} 0 -1 4194304 1000 0 7 0 250 125 0 0 20 0 3 0 6000 ${memory} ${memory / 4096} 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0\n`;
  const kilobytes = memory === 0 ? "" : lines(`VmPeak:\t${memory / 512} kB`, `VmHWM:\t    ${memory / 1024 + 8} kB`, `RssAnon:\t${memory / 1024} kB`, "VmSwap:\t      16 kB");
  return {
    [`/proc/${id}/stat`]: stat, [`/proc/${id}/cmdline`]: text, [`/proc/${id}/status`]: `Name:\t${command}\nUid:\t${uid}\t${uid}\t${uid}\t${uid}\n${kilobytes}Threads:\t3\n`,
    ...(exe === undefined ? {} : { [`/proc/${id}/exe`]: { link: exe } }),
    ...Object.fromEntries(Object.entries(more).map(([name, file]) => [`/proc/${id}/${name}`, file])),
  };
}
