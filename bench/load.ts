import { connect, type Socket } from "node:net";

/** One exchange after the other on each connection, as WinRM clients do. */
export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** The next request of a connection, from the last answer's body (undefined at first). */
  readonly next: (connection: number, lastBody: Buffer | undefined) => Buffer;
  /** When time is up: may a connection stop after this answer? Always, when absent. */
  readonly mayEnd?: (lastBody: Buffer | undefined) => boolean;
}

export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Milliseconds at the given share of sorted samples. */
const quantile = (sorted: Float64Array, share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Drives one server for a while and says what came back. Raw sockets: the client must cost less than what it measures. */
export async function load({ port, connections, seconds, next, mayEnd = () => true }: LoadOptions): Promise<LoadResult> {
  const latencies: number[] = [];
  let failures = 0;
  const started = performance.now();
  const end = started + seconds * 1000;

  const drive = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let sent = 0;
      let pending: Buffer | undefined;
      let bodyStart = -1;
      let expected = -1;
      const send = (last: Buffer | undefined): void => {
        if (performance.now() >= end && mayEnd(last)) {
          socket.end();
          resolve();
          return;
        }
        pending = undefined;
        bodyStart = expected = -1;
        sent = performance.now();
        socket.write(next(index, last));
      };
      socket.on("connect", () => send(undefined));
      socket.on("error", reject);
      socket.on("data", (chunk: Buffer) => {
        pending = pending === undefined ? chunk : Buffer.concat([pending, chunk]);
        if (bodyStart < 0) {
          const headEnd = pending.indexOf("\r\n\r\n");
          if (headEnd < 0) return;
          bodyStart = headEnd + 4;
          const head = pending.toString("latin1", 0, headEnd);
          const length = /content-length: (\d+)/i.exec(head)?.[1];
          expected = Number(length ?? 0);
          if (!head.startsWith("HTTP/1.1 200")) failures++;
        }
        if (pending.length < bodyStart + expected) return;
        latencies.push(performance.now() - sent);
        send(pending.subarray(bodyStart, bodyStart + expected));
      });
    });

  await Promise.all(Array.from({ length: connections }, (_, index) => drive(index)));
  const elapsed = (performance.now() - started) / 1000;
  const sorted = Float64Array.from(latencies).sort();
  return { requests: latencies.length, failures, seconds: elapsed, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), most: sorted.at(-1) ?? 0 };
}
