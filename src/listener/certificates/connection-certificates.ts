import type { TLSSocket } from "node:tls";
import { negotiationNotSupported, unaskedClientCertificates, type CertificateNegotiation, type CertificateState, type ClientCertificate, type ClientCertificates } from "../../base/client-certificate.js";
import type { RequestBody } from "../request-body.js";
import type { CertificateTrust, ShownCertificate } from "./certificate-trust.js";

const ok = 0;
const failed = 0x80004005;

/** What a valid certificate was found to be is looked at again after so long: it may expire, or its revocation list. Milliseconds. */
const verifyEvery = 60_000;

/** What the certificates of a connection are judged by. */
export interface CertificatePolicy {
  readonly mode: "late" | "lateStrict" | "handshake";
  /** As it is now: another one after a reload. */
  trust(): CertificateTrust;
  /** For the client's part of a negotiation. Milliseconds. */
  timeLimit(): number;
  /** Milliseconds since 1970. */
  wallTime(): number;
}

/**
 * The certificate of a client's connection, and how it is asked for in the middle of one: renegotiation of TLS 1.2. What Node leaves to its
 * caller is done here: the parser's stack is left first, the body is out of the way, it happens once, it has a limit of time, and the end
 * of the connection is noticed, at which Node calls nobody back.
 */
export class ConnectionCertificates {
  readonly #socket: TLSSocket;
  readonly #policy: CertificatePolicy;
  /** Renegotiation ends the agreement on a protocol, so it is read when there is one. */
  readonly #isHttp2: boolean;
  #negotiated = false;
  #shown: ShownCertificate | undefined;
  #pending: Promise<CertificateNegotiation> | undefined;
  #verified: { readonly by: CertificateTrust; readonly until: number; readonly certificate: ClientCertificate } | undefined;

  constructor(socket: TLSSocket, policy: CertificatePolicy) {
    this.#socket = socket;
    this.#policy = policy;
    this.#isHttp2 = socket.alpnProtocol === "h2";
    if (policy.mode !== "handshake") return;
    refuseRenegotiation(socket);
    this.#take();
  }

  /** Those of a request on a connection. @param connection `undefined`: nobody is asked on it */
  static of(connection: ConnectionCertificates | undefined, body: RequestBody): ClientCertificates {
    if (connection === undefined) return unaskedClientCertificates;
    return { state: () => connection.#state(), negotiate: (limit) => connection.#negotiate(limit, body) };
  }

  /** A negotiation is under way: nothing that came behind its request may be looked at before it ends. */
  get negotiating(): Promise<unknown> | undefined {
    return this.#negotiated ? undefined : this.#pending;
  }

  #state(): CertificateState {
    return { negotiated: this.#negotiated, certificate: this.#shown === undefined ? undefined : this.#verify(this.#shown) };
  }

  #verify(shown: ShownCertificate): ClientCertificate {
    const now = this.#policy.wallTime();
    const by = this.#policy.trust();
    if (this.#verified?.by !== by || now >= this.#verified.until) {
      const before = this.#verified?.certificate;
      const found = by.verify(shown, now);
      // What is remembered by it stays remembered.
      const isSame = before?.flags === found.flags && before.details.issuerThumbprint === found.details.issuerThumbprint;
      this.#verified = { by, until: now + verifyEvery, certificate: isSame ? before : found };
    }
    return this.#verified.certificate;
  }

  #negotiate(limit: number, body: RequestBody): Promise<CertificateNegotiation> {
    if (this.#negotiated) return Promise.resolve({ hresult: ok });
    if (this.#socket.destroyed) return Promise.resolve({ hresult: failed });
    if (this.#isHttp2 || this.#socket.getProtocol() !== "TLSv1.2") return Promise.resolve({ hresult: negotiationNotSupported });
    // Everybody who asks meanwhile waits for the same one: Node ends a connection that is renegotiated a second time.
    return (this.#pending ??= this.#begin(limit, body).finally(() => (this.#pending = undefined)));
  }

  async #begin(limit: number, body: RequestBody): Promise<CertificateNegotiation> {
    let hresult = failed;
    const preloaded = await body.preload(limit, async () => {
      hresult = await this.#renegotiate();
    });
    return preloaded === "tooLarge" ? { hresult: failed, isBodyTooLarge: true } : { hresult };
  }

  #renegotiate(): Promise<number> {
    const socket = this.#socket;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const end = (hresult: number): void => {
        clearTimeout(timer);
        socket.removeListener("close", closed);
        socket.removeListener("error", broken);
        resolve(hresult);
      };
      const closed = (): void => end(failed);
      // A client that refuses makes OpenSSL say so here; the connection is of no use any more.
      const broken = (): void => void socket.destroy();
      socket.once("close", closed);
      socket.once("error", broken);
      // Out of the stack of Node's HTTP parser: what arrives would be parsed as another request.
      setImmediate(() => {
        if (socket.destroyed) {
          end(failed);
          return;
        }
        timer = setTimeout(broken, this.#policy.timeLimit());
        socket.renegotiate({ requestCert: true, rejectUnauthorized: false }, (error) => {
          if (error !== null) {
            end(failed);
            return;
          }
          this.#take();
          refuseRenegotiation(socket);
          end(ok);
        });
      });
    });
  }

  /** Remembers what the client has shown. */
  #take(): void {
    this.#negotiated = true;
    this.#shown = shownBy(this.#socket);
  }
}

/** Node lets clients renegotiate three times, which they have no reason to do. */
export const refuseRenegotiation = (socket: TLSSocket): void => socket.disableRenegotiation();

/** Whether there is one tells its DER: Node's verdict is an error also where there is none. */
function shownBy(socket: TLSSocket): ShownCertificate | undefined {
  const peer = socket.getPeerCertificate(true);
  if (peer?.raw === undefined) return undefined;
  const chain: Uint8Array[] = [];
  const seen = new Set<string>([peer.fingerprint256]);
  // A certificate that issued itself is its own issuer, for ever.
  for (let issuer = peer.issuerCertificate; issuer?.raw !== undefined && !seen.has(issuer.fingerprint256); issuer = issuer.issuerCertificate) {
    seen.add(issuer.fingerprint256);
    chain.push(issuer.raw);
  }
  const verdict = socket.authorized ? undefined : String(socket.authorizationError);
  return { der: peer.raw, chain, verdict };
}
