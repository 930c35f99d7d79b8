import assert from "node:assert/strict";
import { connect } from "node:net";
import type { HostRequest, HostResponse } from "../../src/base/host-message.js";
import { silentLogger, type Logger } from "../../src/base/logger.js";
import { listen } from "../../src/listener/listen.js";
import { rawCases } from "../unit/listener/raw-requests.js";
import { mutateOctets } from "./mutate-octets.js";
import { createRandom } from "./random.js";

const limits = { headerTimeout: 20_000, requestTimeout: 20_000, idleTimeout: 20_000, maxConnections: 1000, maxHeaderBytes: 16_384 };
const statuses = new Set(["100", "200", "400", "408", "413", "417", "431"]);

/** Sends octets, closes its own side, and collects what comes until the other side is closed too. */
const exchange = (port: number, octets: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.end(octets));
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });

/**
 * Sends mutants of raw requests to a listener: each connection ends, what comes back are whole answers of a closed list of statuses, and
 * the handler is asked for nothing but well-formed requests.
 */
export async function fuzzHttp(runs: number, seed: number): Promise<void> {
  const random = createRandom(seed);
  const errors: unknown[] = [];
  const logger: Logger = { ...silentLogger, error: (message, fields) => void errors.push([message, fields]) };
  const handle = async (request: HostRequest): Promise<HostResponse> => {
    assert.ok(request.path.startsWith("/") && !request.path.includes("\0") && !request.query.includes("#"), request.path);
    const body = await request.readBody(1000, random.below(2) === 0 ? "keep" : "discard");
    return body.ok ? { status: 200, headers: [["Content-Type", "text/plain"]], ...(request.method === "HEAD" ? {} : { body: "x".repeat(10) }) } : { status: body.error === "tooLarge" ? 413 : 400, headers: [], close: body.error !== "tooLarge" };
  };
  const set = await listen([{ address: "127.0.0.1", port: 0 }], limits, handle, { logger, product: "Test" });
  const { port } = set.addresses[0]!;
  const seeds = rawCases.filter(({ octets }) => octets.length < 3000).map(({ octets }) => Buffer.from(octets, "latin1"));
  const one = async (): Promise<void> => {
    const octets = mutateOctets(random.below(3) === 0 ? Buffer.concat([random.pick(seeds), random.pick(seeds)]) : random.pick(seeds), random);
    const text = await exchange(port, octets);
    let rest = text;
    while (rest !== "") {
      const head = /^HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n(?:[!-~]+: [^\r\n]*\r\n)*\r\n/u.exec(rest);
      assert.ok(head !== null && statuses.has(head[1]!), `${JSON.stringify(Buffer.from(octets).toString("latin1"))}\n${JSON.stringify(text)}`);
      const length = Number(/^Content-Length: (\d+)\r$/mu.exec(head[0])?.[1] ?? 0);
      rest = rest.slice(head[0].length + length);
    }
  };
  try {
    for (let run = 0; run < runs; run += 25) await Promise.all(Array.from({ length: 25 }, one));
    assert.deepEqual(errors, []);
    assert.match(await exchange(port, Buffer.from("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")), /^HTTP\/1\.1 200 /u);
    while (set.counters().connections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    await set.close(50);
  }
}
