/**
 * Identify, Get, Enumerate + Pull of 100 items by 20, and an Enumerate with 1,000 items in one answer, at 1, 16 and 64 connections, in
 * turn with a bare server answering as many octets. Prints ratios; for enumerations also items a second, and as many as they would be if
 * the bare server did 30,000 requests a second.
 *
 * usage: node dist/bench/run.js [--seconds 1.5] [--rounds 4] [--only get] [--node PATH]
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { envelope, identify, post } from "./envelopes.js";
import { benchUri } from "./items-plugin.js";
import { load, type LoadResult } from "./load.js";
import { start, type Measured } from "./servers.js";

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const number = (name: string, fallback: string, most: number): number => {
  const value = Number(option(name, fallback));
  if (value > 0 && value <= most) return value;
  console.error(`--${name} takes a number above 0, at most ${most}, not ${JSON.stringify(option(name, fallback))}`);
  process.exit(2);
};
const seconds = number("seconds", "1.5", 60);
const rounds = Math.ceil(number("rounds", "4", 100));
const only = option("only", "");
if (!["", "identify", "get", "enumerate", "at-once"].includes(only)) {
  console.error(`--only takes identify, get, enumerate or at-once, not ${JSON.stringify(only)}`);
  process.exit(2);
}
const node = option("node", process.execPath);

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, "..", "command", "wsmanor.js");
const state = mkdtempSync(join(tmpdir(), "wsmanor-bench-"));
const passwordFile = join(state, "password");
const password = "bench-password";
writeFileSync(passwordFile, password, { mode: 0o600 });
spawnSync(node, [main, "user", "add", "bench", "--password-file", passwordFile, "--state", state], { stdio: ["ignore", "ignore", "inherit"] });

/** The shipped configuration with its system throttle off, which would answer most of this with QuotaLimit. */
function unthrottledConfiguration(): string {
  const folder = join(state, "config");
  cpSync(join(here, "..", "..", "config"), folder, { recursive: true });
  const file = join(folder, "wsman", "web.config");
  const shipped = readFileSync(file, "utf8");
  const open = shipped.replace(/QuotaSystemWindowSeconds="\d+"/u, 'QuotaSystemWindowSeconds="0"');
  if (open === shipped) throw new Error("the shipped web.config has no QuotaSystemWindowSeconds to turn off");
  const plugin = `<Plugin Name="bench" Filename="${join(here, "items-plugin.js")}" SDKVersion="1" XmlRenderingType="text"><Resources><Resource ResourceUri="${benchUri}"><Capability Type="Get"/><Capability Type="Enumerate"/></Resource></Resources></Plugin>`;
  writeFileSync(file, open.replace("</OperationsPlugins>", `${plugin}</OperationsPlugins>`).replace(/MaxEnvelopeSizeKB="\d+"/u, 'MaxEnvelopeSizeKB="8192"'));
  return folder;
}

const authorization = `Basic ${Buffer.from(`bench:${password}`).toString("base64")}`;
const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
const items = (count: number): string => `<w:SelectorSet><w:Selector Name="Count">${count}</w:Selector></w:SelectorSet>`;

/** What is measured: how a connection makes its next request. */
interface Case {
  readonly name: string;
  readonly next: (connection: number, last: Buffer | undefined) => Buffer;
  /** Items in one answer, on the average. */
  readonly items?: number;
  /** Nothing is left open behind this answer, which would count against the user's limits in later slices. */
  readonly mayEnd?: (last: Buffer | undefined) => boolean;
}

const contextOf = (body: Buffer | undefined): string | undefined => {
  if (body === undefined) return undefined;
  const from = body.indexOf("EnumerationContext>");
  if (from < 0) return undefined;
  const end = body.indexOf("<", from);
  return end > from + 19 ? body.toString("latin1", from + 19, end) : undefined;
};

const cases: readonly Case[] = [
  { name: "identify", next: () => post("/wsman", identify, authorization) },
  { name: "get", next: () => post("/wsman", envelope(`${transfer}/Get`, benchUri, ""), authorization) },
  {
    name: "enumerate",
    // An Enumerate and five Pulls.
    items: 100 / 6,
    mayEnd: (last) => contextOf(last) === undefined,
    next: (_connection, last) => {
      const context = contextOf(last);
      return context === undefined
        ? post("/wsman", envelope(`${enumeration}/Enumerate`, benchUri, "<n:Enumerate/>", items(100)), authorization)
        : post("/wsman", envelope(`${enumeration}/Pull`, benchUri,
            `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>20</n:MaxElements></n:Pull>`, items(100)), authorization);
    },
  },
  {
    name: "at-once",
    items: 1000,
    next: () => post("/wsman", envelope(`${enumeration}/Enumerate`, benchUri, "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000</w:MaxElements></n:Enumerate>", items(1000)).replace(">153600<", ">8000000<"), authorization),
  },
];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Slice extends LoadResult { readonly cpu: number }

async function slice(server: Measured, connections: number, { next, mayEnd }: Omit<Case, "name">): Promise<Slice> {
  const before = server.cpu();
  const result = await load({ port: server.port, connections, seconds, next, ...(mayEnd === undefined ? {} : { mayEnd }) });
  return { ...result, cpu: (server.cpu() - before) / Math.max(1, result.requests) };
}

/** Length of what the host answers, so that the bare server answers as much; for Enumerate the mean over a whole loop. */
async function answerLength(server: Measured, one: Case): Promise<number> {
  const lengths: number[] = [];
  let last: Buffer | undefined;
  for (let index = 0; index < 12; index++) {
    const request = one.next(0, last);
    const body = request.subarray(request.indexOf("\r\n\r\n") + 4);
    const answer = await fetch(`http://127.0.0.1:${server.port}/wsman`, { method: "POST", body, headers: { authorization, "content-type": "application/soap+xml;charset=UTF-8" } });
    last = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200) throw new Error(`${one.name}: ${last.toString()}`);
    lengths.push(last.length);
  }
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}

/** Items a second as measured, and where the bare server does 30,000 requests a second. */
function itemsText({ items: each }: Case, ours: number, theirs: number): string {
  if (each === undefined) return "";
  const thousands = (value: number): string => `${Math.round(value / 1000)}k`;
  return `  ${thousands(ours * each)} items/s, ${thousands(((ours * each) / theirs) * 30_000)} at 30,000 bare`;
}

const log = join(state, "log");
const host = await start("host", node, [main, "serve", "--json", "--port", "0", "--state", state, "--config", unthrottledConfiguration()], log);
const bare = await start("bare", node, [join(here, "bare-server.js")], log);
try {
  console.log(`Node ${process.version}; median of ${rounds} slices of ${seconds} s each, host and bare server in turn`);
  console.log("case        conns  host req/s  bare req/s  ratio   host CPU µs  bare CPU µs  host p50/p99 ms");
  for (const one of cases) {
    if (only !== "" && one.name !== only) continue;
    const length = await answerLength(host, one);
    const template = one.next(0, undefined);
    const bareRequest = Buffer.concat([Buffer.from(`POST /${length} HTTP/1.1`), template.subarray(template.indexOf("\r\n"))]);
    for (const connections of [1, 16, 64]) {
      const ours: Slice[] = [];
      const theirs: Slice[] = [];
      for (let round = 0; round < rounds; round++) {
        theirs.push(await slice(bare, connections, { next: () => bareRequest }));
        ours.push(await slice(host, connections, one));
      }
      const failures = ours.reduce((sum, each) => sum + each.failures, 0);
      const rate = (slices: readonly Slice[]): number => median(slices.map((each) => each.requests / each.seconds));
      const ratio = median(ours.map((each, index) => each.requests / each.seconds / (theirs[index]!.requests / theirs[index]!.seconds)));
      console.log(
        `${one.name.padEnd(11)} ${String(connections).padStart(5)} ${rate(ours).toFixed(0).padStart(11)} ${rate(theirs).toFixed(0).padStart(11)} ${ratio.toFixed(2).padStart(6)} ` +
          `${median(ours.map((each) => each.cpu)).toFixed(1).padStart(13)} ${median(theirs.map((each) => each.cpu)).toFixed(1).padStart(12)}  ` +
          `${median(ours.map((each) => each.p50)).toFixed(2)}/${median(ours.map((each) => each.p99)).toFixed(2)}${itemsText(one, rate(ours), rate(theirs))}${failures > 0 ? `  ${failures} FAILED` : ""}`,
      );
    }
  }
} finally {
  await host.stop();
  await bare.stop();
  rmSync(state, { recursive: true, force: true });
}
