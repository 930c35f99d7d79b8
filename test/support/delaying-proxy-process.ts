/**
 * Hands octets on between clients and a port of this machine, each after a fixed time, as a long way would; in a process of its own, so that
 * neither side waits for the other's work. Says its port in a line, and for each line of standard input how late it was since the one before.
 *
 * usage: node delaying-proxy-process.js PORT MILLISECONDS
 */
import { connect, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

const [port, delay] = process.argv.slice(2).map(Number) as [number, number];

interface Due {
  /** On the clock of `performance`. */
  readonly at: number;
  readonly run: () => void;
}

/** In the order in which they are due, for all are delayed by as much. */
let waiting: Due[] = [];
let isTimed = false;
/** Milliseconds that anything went out later than it was due. */
let latest = 0;

function later(run: () => void): void {
  waiting.push({ at: performance.now() + delay, run });
  if (!isTimed) arm();
}

function arm(): void {
  isTimed = true;
  setTimeout(handOn, Math.max(0, waiting[0]!.at - performance.now()));
}

function handOn(): void {
  let done = 0;
  for (let next = waiting[0]; next !== undefined && next.at <= performance.now(); next = waiting[++done]) {
    latest = Math.max(latest, performance.now() - next.at);
    next.run();
  }
  waiting = waiting.slice(done);
  isTimed = false;
  if (waiting.length > 0) arm();
}

function pass(from: Socket, to: Socket): void {
  from.on("data", (octets) => later(() => void to.write(octets)));
  from.on("end", () => later(() => void to.end()));
  from.on("error", () => undefined);
  from.on("close", () => later(() => void to.destroy()));
}

const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
  const host = connect({ host: "127.0.0.1", port, noDelay: true, allowHalfOpen: true });
  pass(client, host);
  pass(host, client);
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => console.log(JSON.stringify({ port: (server.address() as { port: number }).port })));
createInterface({ input: process.stdin }).on("line", () => {
  console.log(JSON.stringify({ latest }));
  latest = 0;
}).on("close", () => process.exit());
