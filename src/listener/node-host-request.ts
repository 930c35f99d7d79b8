import type { IncomingMessage, ServerResponse } from "node:http";
import { noClientCertificates, type ClientCertificates } from "../base/client-certificate.js";
import type { BodyProblem, HostConnection, HostHeaders, HostRequest } from "../base/host-message.js";
import type { Result } from "../base/result.js";
import { ConnectionCertificates } from "./certificates/connection-certificates.js";
import type { CheckedTarget } from "./check-http.js";
import type { RequestBody } from "./request-body.js";

class NodeHeaders implements HostHeaders {
  readonly #message: IncomingMessage;
  constructor(message: IncomingMessage) {
    this.#message = message;
  }

  get(name: string): string | undefined {
    // Node keeps the fields in a plain object: what its prototype has under a name is neither text nor a list, and no field.
    const value: unknown = this.#message.headers[name.toLowerCase()];
    if (typeof value === "string") return value;
    return Array.isArray(value) ? value.join(", ") : undefined;
  }

  *entries(): Iterable<readonly [string, string]> {
    const { rawHeaders } = this.#message;
    for (let index = 0; index + 1 < rawHeaders.length; index += 2) yield [rawHeaders[index]!, rawHeaders[index + 1]!];
  }

  delete(name: string): void {
    const key = name.toLowerCase();
    const { rawHeaders, headers, headersDistinct } = this.#message;
    delete headers[key];
    delete headersDistinct[key];
    for (let index = rawHeaders.length - 2; index >= 0; index -= 2) if (rawHeaders[index]!.toLowerCase() === key) rawHeaders.splice(index, 2);
  }
}

/** The connection as a request needs to know it. */
export interface RequestConnection {
  readonly facts: HostConnection;
  /** `undefined` where nobody asks for them. */
  readonly certificates?: ConnectionCertificates | undefined;
}

/** Node's message as the host's request. */
export class NodeHostRequest implements HostRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly host: string;
  readonly headers: HostHeaders;
  readonly connection: HostConnection;
  readonly certificates: ClientCertificates;
  readonly #body: RequestBody;
  readonly #response: ServerResponse;

  constructor(message: IncomingMessage, response: ServerResponse, target: CheckedTarget, { facts, certificates }: RequestConnection, body: RequestBody) {
    this.#body = body;
    this.#response = response;
    this.method = message.method ?? "";
    this.path = target.path;
    this.query = target.query;
    this.host = target.host;
    this.headers = new NodeHeaders(message);
    this.connection = facts;
    this.certificates = facts.secure ? ConnectionCertificates.of(certificates, body) : noClientCertificates;
  }

  get httpVersion(): string {
    return this.#response.req.httpVersion;
  }

  readBody(limit: number, use: "keep" | "discard" = "keep"): Promise<Result<Uint8Array, BodyProblem>> {
    return this.#body.read(limit, use === "keep");
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
