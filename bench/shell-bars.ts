import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";
import type { Bar, Lab } from "./bars.js";
import { bareCase, compare, median, rateRatio } from "./compare.js";
import { envelope, post } from "./envelopes.js";
import { load } from "./load.js";
import type { Measured } from "./servers.js";
import { shellCase } from "./shell-cases.js";
import { benchShells, commandShells } from "./shell-uris.js";

const megabyte = 1_000_000;
/** Output of the command whose octets are counted. */
const outputSize = 256 * megabyte;
/** Of bare Node's output: 150 of 222 MB/s where the bar was set. */
const leastOutput = 0.68;
/** Octets of an answer at most: what pywinrm says, and what PowerShell says. */
const envelopeSizes = [153_600, 512_000];

/** Create, Command, Receive, Delete: without a process, and with /bin/sh. Then how fast output comes out. */
export async function shellBars(lab: Lab): Promise<readonly Bar[]> {
  const file = join(lab.folder.path, "output.txt");
  await writeText(file, outputSize);
  const host = await lab.folder.host("shells", { shells: true });
  const bare = await lab.folder.bareShells(file);
  try {
    return [await cycles({ ...lab, host, bare }), await processCycles({ ...lab, host, bare }), ...(await output({ ...lab, host, bare }, file))];
  } finally {
    await host.stop();
    await bare.stop();
  }
}

async function cycles(lab: Lab): Promise<Bar> {
  const one = shellCase({ resourceUri: benchShells, line: "done" });
  const [theirs, ours] = await compare([{ server: lab.bare, one: await bareCase(lab.host, shellCase({ resourceUri: benchShells, line: "done" })) }, { server: lab.host, one }], 16, lab.pace);
  if (ours!.failures > 0) throw new Error(`${ours!.failures} requests of shells failed`);
  const ratio = rateRatio(ours!, theirs!);
  return { name: "Create, Command, Receive, Delete, no process, 16 connections", bar: "≥ 0.40 of four bare requests", peer: "-", figure: `${ratio.toFixed(2)} (${(ours!.rate / 4).toFixed(0)} shells/s)`, isReached: ratio >= 0.4 };
}

async function processCycles(lab: Lab): Promise<Bar> {
  const one = shellCase({ resourceUri: commandShells, line: "echo done" });
  const bareRequests = ["/1100", "/spawn/900", "/1000", "/700"].map((path) => post(path, envelope("urn:bench", commandShells, ""), undefined));
  const places = new Map<number, number>();
  const theirs = {
    next: (connection: number, last: Buffer | undefined): Buffer => {
      const place = last === undefined ? 0 : (places.get(connection)! + 1) % 4;
      places.set(connection, place);
      return bareRequests[place]!;
    },
  };
  const rates: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round <= lab.pace.rounds; round++) {
    const bare = await load({ port: lab.bare.port, connections: 4, seconds: lab.pace.seconds, next: theirs.next });
    const before = one.cycles();
    const host = await load({ port: lab.host.port, connections: 4, seconds: lab.pace.seconds, next: one.next, mayEnd: one.mayEnd! });
    if (host.failures > 0) throw new Error(`${host.failures} requests of shells with processes failed`);
    if (round > 0) rates.push({ ours: (one.cycles() - before) / host.seconds, theirs: bare.requests / 4 / bare.seconds });
  }
  const ratio = median(rates.map(({ ours, theirs: bare }) => ours / bare));
  return { name: "the same with /bin/sh -c echo, 4 connections", bar: "≥ 0.60 of bare Node that starts the same", peer: "-", figure: `${ratio.toFixed(2)} (${median(rates.map(({ ours }) => ours)).toFixed(0)} shells/s)`, isReached: ratio >= 0.6 };
}

async function output(lab: Lab, file: string): Promise<readonly Bar[]> {
  const rows: Bar[] = [];
  for (const envelopeSize of envelopeSizes) {
    const one = shellCase({ resourceUri: commandShells, line: `cat '${file}'`, envelopeSize });
    // As much as fits beside what the host's envelope has around it.
    const raw = Math.floor((envelopeSize - 1200) / 4) * 3;
    const request = post(`/output/${raw}`, envelope("urn:bench", commandShells, ""), undefined);
    const rates: { readonly ours: number; readonly theirs: number }[] = [];
    for (let round = 0; round < 3; round++) {
      const theirs = await secondsOf(lab.bare, () => request, (last) => last?.subarray(-4).toString("latin1") === "over");
      const before = one.received();
      const ours = await secondsOf(lab.host, one.next, (last) => last !== undefined && one.mayEnd!(last));
      const received = one.received() - before;
      if (received !== outputSize) throw new Error(`${received} octets were received of ${outputSize}`);
      rates.push({ ours: outputSize / megabyte / ours, theirs: outputSize / megabyte / theirs });
    }
    const [ours, theirs] = [median(rates.map((rate) => rate.ours)), median(rates.map((rate) => rate.theirs))];
    const ratio = median(rates.map((rate) => rate.ours / rate.theirs));
    rows.push({
      name: `output through Receive, one client, answers of ${Math.round(envelopeSize / 1024)} KB`, bar: `≥ ${leastOutput.toFixed(2)} of bare Node (150 MB/s where that does 222)`, peer: "-",
      figure: `${ratio.toFixed(2)} (${ours.toFixed(0)} MB/s here, where bare Node does ${theirs.toFixed(0)})`, isReached: ratio >= leastOutput,
    });
  }
  return rows;
}

/** @returns seconds until the answer after which it may end */
async function secondsOf({ port }: Measured, next: (connection: number, last: Buffer | undefined) => Buffer, mayEnd: (last: Buffer | undefined) => boolean): Promise<number> {
  const { seconds, failures } = await load({ port, connections: 1, seconds: 0, next, mayEnd });
  if (failures > 0) throw new Error(`${failures} requests of output failed`);
  return seconds;
}

async function writeText(path: string, octets: number): Promise<void> {
  const line = `${"what a program says, line after line, until there is no more of it ".repeat(2).slice(0, 98)}\r\n`;
  const block = Buffer.from(line.repeat(10_000));
  const file = createWriteStream(path);
  for (let written = 0; written < octets; written += block.length) if (!file.write(block.subarray(0, octets - written))) await once(file, "drain");
  file.end();
  await once(file, "finish");
}
