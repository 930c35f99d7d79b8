import type { IncomingMessage, ServerResponse } from "node:http";
import type { BodyProblem, HostConnection, HostHeaders, HostRequest } from "../base/host-message.js";
import type { Result } from "../base/result.js";
import type { CheckedTarget } from "./check-http.js";
import { readBody } from "./read-body.js";

class NodeHeaders implements HostHeaders {
  readonly #message: IncomingMessage;
  constructor(message: IncomingMessage) {
    this.#message = message;
  }

  get(name: string): string | undefined {
    const value = this.#message.headers[name.toLowerCase()];
    return typeof value === "string" ? value : value?.join(", ");
  }

  *entries(): Iterable<readonly [string, string]> {
    const { rawHeaders } = this.#message;
    for (let index = 0; index + 1 < rawHeaders.length; index += 2) yield [rawHeaders[index]!, rawHeaders[index + 1]!];
  }
}

/** Node's message as the host's request. */
export class NodeHostRequest implements HostRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly host: string;
  readonly headers: HostHeaders;
  readonly connection: HostConnection;
  /** The client waits for `100 Continue` before it sends the body. */
  readonly #expectsContinue: boolean;
  readonly #message: IncomingMessage;
  readonly #response: ServerResponse;
  #bodyAsked = false;

  constructor(message: IncomingMessage, response: ServerResponse, target: CheckedTarget, connection: HostConnection, expectsContinue: boolean) {
    this.#message = message;
    this.#response = response;
    this.#expectsContinue = expectsContinue;
    this.method = message.method ?? "";
    this.path = target.path;
    this.query = target.query;
    this.host = target.host;
    this.headers = new NodeHeaders(message);
    this.connection = connection;
  }

  readBody(limit: number): Promise<Result<Uint8Array, BodyProblem>> {
    if (this.#bodyAsked) throw new Error("the body of a request is read once");
    this.#bodyAsked = true;
    if (this.#expectsContinue && Number(this.#message.headers["content-length"] ?? 0) <= limit) this.#response.writeContinue();
    return readBody(this.#message, limit);
  }

  onGone(run: () => void): () => void {
    const response = this.#response;
    const closed = (): void => {
      if (!response.writableEnded) run();
    };
    response.once("close", closed);
    return () => response.removeListener("close", closed);
  }
}
