import { spawnSync } from "node:child_process";

/** A network of its own, in which every packet is delayed by the kernel. */
export interface NetemNamespace {
  /** Words before a command that is to run in it. */
  readonly prefix: readonly string[];
  remove(): void;
}

const attempt = (program: string, ...words: readonly string[]): string | undefined => {
  const { status, stderr, error } = spawnSync(program, words, { encoding: "utf8" });
  return status === 0 ? undefined : `${program}: ${(stderr ?? String(error)).trim().split("\n")[0]!}`;
};

/**
 * Loopback with a delay, in a network namespace. Needs root, iproute2 and a kernel with netem.
 * @param delay of each way, milliseconds
 * @returns why there is none, where it cannot be made
 */
export function netemNamespace(delay: number): NetemNamespace | string {
  if (process.platform !== "linux") return "no netem on this system";
  if (process.getuid?.() !== 0) return "only root can make a network with netem";
  const name = `wsmanor-${process.pid}`;
  const remove = (): void => void attempt("ip", "netns", "delete", name);
  // A thousand connections have more under way than netem's own limit of a thousand packets.
  const problem =
    attempt("ip", "netns", "add", name) ??
    attempt("ip", "-n", name, "link", "set", "lo", "up") ??
    attempt("ip", "netns", "exec", name, "tc", "qdisc", "add", "dev", "lo", "root", "netem", "delay", `${delay}ms`, "limit", "1000000");
  if (problem === undefined) return { prefix: ["ip", "netns", "exec", name], remove };
  remove();
  return `no netem here (${problem})`;
}
