import type { ClientCertificates } from "../../base/client-certificate.js";
import type { BodyProblem, HostConnection, HostHeaders, HostRequest } from "../../base/host-message.js";
import type { Result } from "../../base/result.js";

/** What of a request is other than it came. */
export interface SeenDifferently {
  readonly connection?: HostConnection;
  readonly certificates?: ClientCertificates;
  readonly path?: string;
  readonly pathPrefix?: string;
  /** The field `Host` as the client sent it. */
  readonly hostField?: { readonly value: string; readonly name: string };
  /** Fields that are not there. Lower case. */
  readonly without: ReadonlySet<string>;
}

class SeenHeaders implements HostHeaders {
  constructor(private readonly own: HostHeaders, private readonly host: string | undefined, private readonly without: ReadonlySet<string>) {}

  get(name: string): string | undefined {
    const key = name.toLowerCase();
    if (this.without.has(key)) return undefined;
    return key === "host" && this.host !== undefined ? this.host : this.own.get(name);
  }

  *entries(): Iterable<readonly [string, string]> {
    for (const [name, value] of this.own.entries()) {
      const key = name.toLowerCase();
      if (!this.without.has(key)) yield [name, key === "host" && this.host !== undefined ? this.host : value];
    }
  }

  delete(name: string): void {
    this.own.delete?.(name);
  }
}

/** A request as the client sent it to the proxy, behind which it is the one that came. */
export class SeenRequest implements HostRequest {
  readonly method: string;
  readonly path: string;
  readonly pathPrefix?: string;
  readonly query: string;
  readonly host: string;
  readonly httpVersion: string;
  readonly headers: HostHeaders;
  readonly connection: HostConnection;
  readonly certificates: ClientCertificates;

  constructor(private readonly came: HostRequest, { connection = came.connection, certificates = came.certificates, path = came.path, pathPrefix, hostField, without }: SeenDifferently) {
    this.method = came.method;
    this.path = path;
    if (pathPrefix !== undefined) this.pathPrefix = pathPrefix;
    this.query = came.query;
    this.host = hostField?.name ?? came.host;
    this.httpVersion = came.httpVersion ?? "1.1";
    this.headers = new SeenHeaders(came.headers, hostField?.value, without);
    this.connection = connection;
    this.certificates = certificates;
  }

  readBody(limit: number, use?: "keep" | "discard"): Promise<Result<Uint8Array, BodyProblem>> {
    return this.came.readBody(limit, use);
  }

  onGone(run: () => void): () => void {
    return this.came.onGone(run);
  }
}
