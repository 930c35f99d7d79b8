import assert from "node:assert/strict";
import { connect } from "node:net";
import type { HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { silentLogger, type Logger } from "../../../src/base/logger.js";
import { listen } from "../../../src/listener/listen.js";
import { rawCases } from "../../unit/listener/raw-requests.js";
import type { FuzzTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";

const limits = { headerTimeout: 20_000, requestTimeout: 20_000, idleTimeout: 20_000, maxConnections: 1000, maxHeaderBytes: 16_384 };
const statuses = new Set(["100", "200", "400", "408", "413", "417", "431"]);
const usual = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

/** Sends octets, closes its own side, and collects what comes until the other side is closed too. */
const exchange = (port: number, octets: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.end(octets));
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });

/** @returns statuses of the answers, which must be whole */
function readAnswers(text: string): readonly string[] {
  const found: string[] = [];
  for (let rest = text; rest !== "";) {
    const head = /^HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n(?:[!-~]+: [^\r\n]*\r\n)*\r\n/u.exec(rest);
    assert.ok(head !== null && statuses.has(head[1]!), JSON.stringify(text));
    found.push(head[1]!);
    rest = rest.slice(head[0].length + Number(/^Content-Length: (\d+)\r$/mu.exec(head[0])?.[1] ?? 0));
  }
  return found;
}

/** What one connection sends. */
export const http: FuzzTarget<Uint8Array> = {
  name: "http",
  promise: "Every connection ends, answered by whole answers of a closed list of statuses; the host's own code sees well-formed requests only.",
  cases: 1500,
  least: { read: 0.03, refused: 0.2 },
  open: async () => {
    const errors: unknown[] = [];
    const logger: Logger = { ...silentLogger, error: (message, fields) => void errors.push([message, fields]) };
    const handle = async (request: HostRequest): Promise<HostResponse> => {
      if (!request.path.startsWith("/") || request.path.includes("\0") || request.query.includes("#")) errors.push(request.path);
      const body = await request.readBody(1000, request.path.length % 2 === 0 ? "keep" : "discard");
      if (body.ok && body.value.length > 1000) errors.push(`${body.value.length} octets`);
      return body.ok ? { status: 200, headers: [], ...(request.method === "HEAD" ? {} : { body: "ok" }) } : { status: body.error === "tooLarge" ? 413 : 400, headers: [], close: body.error !== "tooLarge" };
    };
    const set = await listen([{ address: "127.0.0.1", port: 0 }], limits, handle, { logger, serverHeader: () => "Test" });
    const { port } = set.addresses[0]!;
    const seeds = rawCases.filter(({ octets }) => octets.length < 3000).map(({ octets }) => Buffer.from(octets, "latin1"));
    return {
      make: (random) => mutateOctets(random.oneIn(3) ? Buffer.concat([random.pick(seeds), random.pick(seeds)]) : random.pick(seeds), random),
      check: async (octets) => {
        const answers = readAnswers(await exchange(port, octets));
        assert.deepEqual(errors, []);
        return answers.includes("200");
      },
      close: async () => {
        try {
          assert.deepEqual(readAnswers(await exchange(port, Buffer.from(usual))), ["200"]);
          while (set.counters().connections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
        } finally {
          await set.close(50);
        }
      },
    };
  },
};
