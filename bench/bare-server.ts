/**
 * The bound: a bare node:http server that reads the body and answers constant bodies. `/N` answers N octets.
 *
 * usage: bare-server.js [PORT]
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const bodies = new Map<string, string>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const path = request.url ?? "/0";
    let body = bodies.get(path);
    if (body === undefined) {
      body = "x".repeat(Number(path.slice(1)));
      bodies.set(path, body);
    }
    response.writeHead(200, { "Content-Type": "application/soap+xml;charset=UTF-8", "Content-Length": body.length });
    response.end(body, "latin1");
  });
});
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on("SIGTERM", () => process.exit(0));
