import * as https from "node:https";
import * as net from "node:net";
import type { Duplex } from "node:stream";
import * as tls from "node:tls";

/**
 * Checks the server's certificate by the two rules apart, as winrm's switches do: who signed it, and for which name. Node alone checks
 * the name only when it checks the authority, so the check happens here before a connection is handed out (and before any
 * password leaves).
 */
export class TlsAgent extends https.Agent {
  readonly #skipAuthority: boolean;
  readonly #skipName: boolean;
  readonly #host: string;

  constructor(settings: { readonly url: URL; readonly skipAuthorityCheck: boolean; readonly skipNameCheck: boolean }) {
    super({ keepAlive: true, maxSockets: 1, minVersion: "TLSv1.2" });
    this.#skipAuthority = settings.skipAuthorityCheck;
    this.#skipName = settings.skipNameCheck;
    this.#host = settings.url.hostname.replace(/^\[|\]$/gu, "");
  }

  /** Called by Node for each new connection, always with a callback. */
  override createConnection(options: https.RequestOptions, callback?: (error: Error | null, stream: Duplex) => void): null {
    const socket = tls.connect({
      ...(options as tls.ConnectionOptions),
      ...(net.isIP(this.#host) === 0 ? { servername: this.#host } : {}),
      rejectUnauthorized: !this.#skipAuthority,
      checkServerIdentity: this.#skipName ? () => undefined : tls.checkServerIdentity,
    });
    const refuse = (error: Error): void => callback?.(error, socket);
    socket.once("error", refuse);
    socket.once("secureConnect", () => {
      socket.off("error", refuse);
      const wrongName = this.#skipAuthority && !this.#skipName ? tls.checkServerIdentity(this.#host, socket.getPeerCertificate()) : undefined;
      if (wrongName !== undefined) socket.destroy();
      callback?.(wrongName ?? null, socket);
    });
    return null;
  }
}
