/**
 * Starts a host, and is many clients of it that wait for output, each on a connection of its own; a process of its own, so that nothing else
 * than the clients runs in it. Prints what they saw as JSON.
 *
 * usage: node long-poll-process.js CLIENTS DELAY SECONDS:TIMES:BEGIN…
 *   DELAY  milliseconds of each way that a proxy adds; 0: none, connect to the host
 *   BEGIN  spread: one after the other through SECONDS, as clients do that know nothing of each other; together: all in the same moment
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { startDelayingProxy } from "../support/delaying-proxy.js";
import { pluginXml, startConfiguredHost, testPlugin } from "../support/configured-host.js";
import { HttpExchange } from "../support/http-exchange.js";
import { processorTime, residentMemory } from "../support/process-figures.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { waitingShells } from "../support/waiting-shells-plugin.js";
import { WaitingClient, type Poll } from "../support/waiting-client.js";
import type { LongPollReport, PollsReport } from "./long-poll-report.js";

const [clients, delay] = process.argv.slice(2, 4).map(Number) as [number, number];
const rounds = process.argv.slice(4).map((word) => word.split(":") as [seconds: string, times: string, begin: PollsReport["begin"]]);
const megabyte = 1024 * 1024;
/** Milliseconds that the proxy, or this process, may come too late: where the machine has other work, the way is longer than was asked for. */
const punctual = 50;
const mostAttempts = 4;

const host = await startConfiguredHost({ "/wsman": { plugins: pluginXml("waiting", testPlugin("waiting-shells-plugin"), [[waitingShells, "Shell"]]), limits: { QuotaSystemWindowSeconds: 0 } } }, undefined, {}, `<shells maxShells="${clients}" maxShellsPerUser="${clients}"/>`);
const proxy = delay === 0 ? undefined : await startDelayingProxy(host.port, delay);
const port = proxy?.port ?? host.port;
const idle = residentMemory(host.pid) / megabyte;

/** Of an exchange that takes no time at the host, on an open connection. Milliseconds, the least of some. */
async function roundTrip(): Promise<number> {
  const connection = await HttpExchange.open(port);
  const request = `POST /wsman HTTP/1.1\r\nHost: 127.0.0.1\r\nWSMANIDENTIFY: unauthenticated\r\nContent-Type: application/soap+xml\r\nContent-Length: ${identifyEnvelope.length}\r\n\r\n${identifyEnvelope}`;
  let least = Infinity;
  for (let count = 0; count < 5; count++) {
    const began = performance.now();
    await connection.send(request);
    least = Math.min(least, performance.now() - began);
  }
  connection.close();
  return least;
}

/** How long the host took over each Receive that timed out, as its log says. */
const logged = (): number[] => host.log().split("\n").filter((line) => line.includes('"result":"timedOut"')).map((line) => (JSON.parse(line) as { readonly milliseconds: number }).milliseconds);

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Each client asks again as soon as it is told to. */
async function poll(waiting: readonly WaitingClient[], seconds: number, times: number, begin: PollsReport["begin"]): Promise<Omit<PollsReport, "attempts">> {
  const before = logged().length;
  await proxy?.lateness();
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  const processor = processorTime(host.pid);
  const began = performance.now();
  let resident = 0;
  const polls = (await Promise.all(waiting.map(async (client, index) => {
    if (begin === "spread") await sleep((index / waiting.length) * seconds * 1000);
    const own: Poll[] = [];
    for (let count = 0; count < times; count++) own.push(await client.poll(seconds));
    if (index === waiting.length >> 1) resident = residentMemory(host.pid);
    return own;
  }))).flat();
  const used = processorTime(host.pid) - processor;
  const took = performance.now() - began;
  const late = Math.max((await proxy?.lateness()) ?? 0, loop.max / 1e6 - 10);
  loop.disable();
  while (logged().length < before + polls.length) await sleep(10);
  const left = logged().slice(before);
  const waits = polls.map(({ milliseconds }) => milliseconds);
  return {
    seconds, begin, late, isPunctual: late <= punctual, polls: polls.length,
    timedOutAtClient: waits.filter((wait) => wait > seconds * 1000).length,
    otherAnswers: polls.filter(({ isTimedOut }) => !isTimedOut).length,
    atClient: { first: Math.min(...waits), last: Math.max(...waits) },
    atHost: { first: Math.min(...left), last: Math.max(...left) },
    residentMB: resident / megabyte, processorMicrosecondsPerPoll: (used * 1000) / polls.length, processorShare: used / took,
  };
}

const measured = await roundTrip();
const waiting: WaitingClient[] = [];
while (waiting.length < clients) waiting.push(...(await Promise.all(Array.from({ length: Math.min(250, clients - waiting.length) }, () => WaitingClient.open(port, host.authorization)))));
const reports: PollsReport[] = [];
for (const [seconds, times, begin] of rounds) {
  for (let attempts = 1; ; attempts++) {
    const found = await poll(waiting, Number(seconds), Number(times), begin);
    // A client that gave up counts where it was as far away as it was to be.
    if (found.timedOutAtClient > 0 && !found.isPunctual && attempts < mostAttempts) continue;
    reports.push({ ...found, attempts });
    break;
  }
}
for (const client of waiting) client.close();
const report: LongPollReport = { roundTrip: measured, idleMB: idle, hostEnded: await host.stop(), polls: reports };
proxy?.stop();
console.log(JSON.stringify(report));
process.exit();
