/** How the cost of an answer grows: with connections, items in it, plug-ins loaded, headers of the request. */
import { atOnceCase, getCase, type Case } from "./cases.js";
import { bareCase, compare } from "./compare.js";
import { load } from "./load.js";
import type { Lab } from "./bars.js";
import type { Measured } from "./servers.js";

export interface Point {
  readonly x: number;
  /** Microseconds. */
  readonly host: number;
  readonly bare: number | undefined;
}

export interface Curve {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly points: readonly Point[];
}

async function cpuBeside({ host, bare, pace }: Lab, one: Case, connections: number): Promise<{ readonly host: number; readonly bare: number }> {
  const [theirs, ours] = await compare([{ server: bare, one: await bareCase(host, one) }, { server: host, one }], connections, pace);
  if (ours!.failures > 0) throw new Error(`${one.name}, ${connections} connections: ${ours!.failures} requests failed`);
  return { host: ours!.cpu, bare: theirs!.cpu };
}

const perGet = "CPU µs a Get";

async function byConnections(lab: Lab): Promise<Curve> {
  const points: Point[] = [];
  for (const x of [1, 4, 16, 64, 256, 1024]) points.push({ x, ...(await cpuBeside(lab, getCase(), x)) });
  return { title: "connections", xLabel: "connections, each with a request at a time", yLabel: perGet, points };
}

async function byItems(lab: Lab): Promise<Curve> {
  const points: Point[] = [];
  for (const x of [1, 10, 50, 100, 1000, 10_000]) {
    const { host, bare } = await cpuBeside(lab, atOnceCase(x, "small"), 1);
    points.push({ x, host: host / x, bare: bare / x });
  }
  return { title: "items in an answer", xLabel: "items in one answer (optimized Enumerate)", yLabel: "CPU µs an item", points };
}

async function byPlugins(lab: Lab): Promise<Curve> {
  const points: Point[] = [];
  for (const x of [1, 10, 50, 200]) {
    const host: Measured = await lab.folder.host(`${x} plug-ins`, { morePlugins: x - 1 });
    try {
      // Plug-ins start with their first request.
      for (let at = 1; at < x; at++) await load({ port: host.port, connections: 1, seconds: 0.01, next: getCase(0, `urn:wsmanor:bench/${at}`).next });
      // The last one: what stands first in a list would be found first.
      points.push({ x, ...(await cpuBeside({ ...lab, host }, getCase(0, x === 1 ? undefined : `urn:wsmanor:bench/${x - 1}`), 16)) });
    } finally {
      await host.stop();
    }
  }
  return { title: "plug-ins loaded", xLabel: "plug-ins beside the shipped ones", yLabel: perGet, points };
}

async function byHeaders(lab: Lab): Promise<Curve> {
  const points: Point[] = [];
  for (const x of [0, 5, 10, 20, 40]) points.push({ x, ...(await cpuBeside(lab, getCase(x), 16)) });
  return { title: "headers", xLabel: "SOAP headers and HTTP fields more than usual, each", yLabel: perGet, points };
}

/** Measures all four. */
export async function growth(lab: Lab): Promise<readonly Curve[]> {
  return [await byConnections(lab), await byItems(lab), await byPlugins(lab), await byHeaders(lab)];
}
