/**
 * The bound of shells: bare node:http that does what a shell host cannot do without, and nothing else. `/N` answers N octets, `/spawn/N` when
 * `/bin/sh -c` has run a command, `/output/N` with the next N octets of a program's output in base64, which is kept open for the connection.
 *
 * usage: bare-shell-server.js FILE
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

const [, , file = "/dev/null"] = process.argv;
const around = "x".repeat(600);
const running = new WeakMap<Socket, ChildProcess>();

/** @returns at most `most` octets, fewer only at the end */
async function read(child: ChildProcess, most: number): Promise<{ readonly data: Buffer; readonly isOver: boolean }> {
  const output = child.stdout!;
  const parts: Buffer[] = [];
  let length = 0;
  while (length < most) {
    const part = output.read(Math.min(most - length, Math.max(1, output.readableLength))) as Buffer | null;
    if (part !== null) {
      parts.push(part);
      length += part.length;
    } else if (output.readableEnded) break;
    else await new Promise<void>((resolve) => {
      output.once("readable", resolve).once("end", resolve);
    });
  }
  return { data: parts.length === 1 ? parts[0]! : Buffer.concat(parts), isOver: output.readableEnded };
}

function answer(response: ServerResponse, body: string): void {
  response.writeHead(200, { "Content-Type": "application/soap+xml;charset=UTF-8", "Content-Length": body.length });
  response.end(body, "latin1");
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, what, number] = /^\/(spawn|output)?\/?(\d+)$/u.exec(request.url ?? "") ?? [];
  if (what === undefined) return answer(response, "x".repeat(Number(number)));
  if (what === "spawn") {
    spawn("/bin/sh", ["-c", "echo done"], { stdio: ["pipe", "pipe", "pipe"] }).once("close", () => answer(response, "x".repeat(Number(number)))).stdout.resume();
    return;
  }
  const child = running.get(request.socket) ?? spawn("cat", [file], { stdio: ["ignore", "pipe", "ignore"] });
  running.set(request.socket, child);
  const { data, isOver } = await read(child, Number(number));
  answer(response, `${around}${data.toString("base64")}${around}${isOver ? "over" : ""}`);
}

const server = createServer((request, response) => {
  request.resume().on("end", () => void serve(request, response));
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on("SIGTERM", () => process.exit(0));
