import type { IncomingMessage } from "node:http";
import type { BodyProblem } from "../base/host-message.js";
import { fail, ok, type Result } from "../base/result.js";

const nothing = new Uint8Array(0);

/**
 * Reads a whole body, at most `limit` octets. A Content-Length over the limit is refused before reading; a chunked body as soon as it
 * is over. What is left then is the writer's business.
 */
export function readBody(message: IncomingMessage, limit: number): Promise<Result<Uint8Array, BodyProblem>> {
  const declared = message.headers["content-length"];
  if (declared !== undefined && Number(declared) > limit) return Promise.resolve(fail("tooLarge"));
  if (declared === undefined && message.headers["transfer-encoding"] === undefined) return Promise.resolve(ok(nothing));
  return new Promise((resolve) => {
    let first: Buffer | undefined;
    let more: Buffer[] | undefined;
    let length = 0;
    let settled = false;
    const settle = (result: Result<Uint8Array, BodyProblem>): void => {
      if (settled) return;
      settled = true;
      resolve(result);
    };
    message.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (settled) return;
      if (length > limit) {
        first = more = undefined;
        message.pause();
        settle(fail("tooLarge"));
      } else if (first === undefined) first = chunk;
      else (more ??= [first]).push(chunk);
    });
    message.on("end", () => settle(ok(more === undefined ? (first ?? nothing) : Buffer.concat(more, length))));
    const gone = (): void => settle(fail("aborted"));
    message.on("error", gone);
    message.on("close", gone);
  });
}
