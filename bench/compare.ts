import { setTimeout as wait } from "node:timers/promises";
import type { Case } from "./cases.js";
import { load, type LoadResult } from "./load.js";
import type { Measured } from "./servers.js";

/** One side of a comparison. */
export interface Side {
  readonly server: Measured;
  readonly one: Omit<Case, "name">;
}

/** Medians of a side's slices. */
export interface Figures {
  /** Requests a second. */
  readonly rate: number;
  /** Microseconds of processor time a request, children included. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  readonly slices: readonly LoadResult[];
}

export interface Pace {
  readonly seconds: number;
  readonly rounds: number;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Measures the sides in turn, so that whatever else the machine does meets all of them. The first round warms up and is not counted. */
export async function compare(sides: readonly Side[], connections: number, { seconds, rounds }: Pace): Promise<Figures[]> {
  const results = sides.map((): (LoadResult & { readonly cpu: number })[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { server, one }] of sides.entries()) {
      const before = server.cpu();
      const result = await load({ port: server.port, connections, seconds: round === 0 ? Math.min(seconds, 1) : seconds, next: one.next, ...(one.mayEnd === undefined ? {} : { mayEnd: one.mayEnd }) });
      // The last answers' log lines belong to them.
      await wait(20);
      if (round > 0) results[at]!.push({ ...result, cpu: (server.cpu() - before) / Math.max(1, result.requests) });
    }
  }
  return results.map((slices) => ({
    rate: median(slices.map((slice) => slice.requests / slice.seconds)),
    cpu: median(slices.map((slice) => slice.cpu)),
    p50: median(slices.map((slice) => slice.p50)),
    p99: median(slices.map((slice) => slice.p99)),
    failures: slices.reduce((sum, slice) => sum + slice.failures, 0),
    slices,
  }));
}

/** Median of the rounds' ratios of two sides that were measured together. */
export const rateRatio = (ours: Figures, theirs: Figures): number => median(ours.slices.map((slice, at) => slice.requests / slice.seconds / (theirs.slices[at]!.requests / theirs.slices[at]!.seconds)));

/** The request of a case for the bare server, which answers with as many octets as the host does: the mean over a whole loop. */
export async function bareCase(host: Measured, one: Case): Promise<Omit<Case, "name">> {
  const lengths: number[] = [];
  let last: Buffer | undefined;
  for (let index = 0; index < 12; index++) {
    const request = one.next(0, last);
    const end = request.indexOf("\r\n\r\n") + 4;
    const fields = request.toString("latin1", 0, end).split("\r\n").slice(1, -2).map((line) => line.split(": ") as [string, string]);
    const answer = await fetch(`http://127.0.0.1:${host.port}/wsman`, { method: "POST", body: request.subarray(end), headers: fields.filter(([name]) => name !== "Host" && name !== "Content-Length") });
    last = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200) throw new Error(`${one.name}: ${last.toString()}`);
    lengths.push(last.length);
  }
  const length = Math.round(lengths.reduce((sum, each) => sum + each, 0) / lengths.length);
  const template = one.next(0, undefined);
  const request = Buffer.concat([Buffer.from(`POST /${length} HTTP/1.1`), template.subarray(template.indexOf("\r\n"))]);
  return { next: () => request };
}
