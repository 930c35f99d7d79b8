import type { Limits } from "./parameters.js";

/**
 * Lines for a POSIX shell that bound it and what it starts by the operating system's means (ulimit, POSIX XCU 2.14 and what all shells have
 * beside); the shell ends with 126 where one cannot be set. Empty without limits.
 */
export function limitScript({ processes, memory, processorTime }: Limits): string {
  const lines: string[] = [];
  // Before the hard limit, which would end a process without a word, comes the soft one with SIGXCPU.
  if (processorTime !== undefined) lines.push(`ulimit -S -t ${processorTime} && ulimit -H -t ${processorTime + 1}`);
  if (memory !== undefined) lines.push(`ulimit -v ${memory * 1024}`);
  // bash and others have -u for it, dash and BusyBox -p, which is something else in bash.
  if (processes !== undefined) lines.push(`ulimit -u ${processes} 2>/dev/null || ulimit -p ${processes}`);
  return lines.map((line) => `{ ${line}; } || exit 126\n`).join("");
}
