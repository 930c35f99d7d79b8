import type { CertificateState, ClientCertificate, ClientCertificates } from "../base/client-certificate.js";
import type { HostConnection } from "../base/host-message.js";
import { HRESULT } from "../sdk/hresult.js";

/** A client's certificate, as far as modules look at one. */
export interface TestCertificate {
  readonly der: Uint8Array;
  /** CertFlags; default: 0, valid. */
  readonly flags?: number;
  /** Default: `CN=client`. */
  readonly subject?: string;
  /** Default: `CN=issuer`. */
  readonly issuer?: string;
}

export interface TestConnectionOptions {
  /** Default: false. */
  readonly tls?: boolean;
  /** What the client shows when it is asked. Default: nothing. */
  readonly certificate?: TestCertificate;
  /** The client was asked when the connection was made. Default: false. */
  readonly askedAtHandshake?: boolean;
  /** What asking in the midst of the connection comes to. Default: S_OK with TLS, E_FAIL without. */
  readonly negotiation?: number;
}

/** A client's connection, for requests that come one after the other. */
export class TestConnection {
  /** How often the client was asked for its certificate in the midst of it. */
  negotiations = 0;
  /** As the host sees it. */
  readonly facts: HostConnection;
  readonly #options: TestConnectionOptions;
  #isAsked: boolean;
  #closed: (() => void)[] = [];

  constructor(options: TestConnectionOptions = {}) {
    const { tls: secure = false } = options;
    this.#options = options;
    this.#isAsked = secure && options.askedAtHandshake === true;
    const tls = { protocol: "TLSv1.2", cipher: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", keyBits: 256, serverName: "localhost", channelBinding: undefined, serverCertificate: { keyBits: 2048, subject: "CN=localhost", issuer: "CN=localhost" } };
    this.facts = {
      id: 1, secure, tls: secure ? tls : undefined, localAddress: "127.0.0.1", localPort: secure ? 5986 : 5985, remoteAddress: "127.0.0.1", remotePort: 49_152, loopback: true,
      onClose: (run) => void this.#closed.push(run),
    };
  }

  /** It ends; what is kept for it ends with it. */
  close(): void {
    for (const run of this.#closed.splice(0)) run();
  }

  /** Of one of its requests. @param octets of its body */
  certificates(octets: number): ClientCertificates {
    return { state: () => this.#state(), negotiate: async (preloadLimit) => this.#negotiate(octets > preloadLimit) };
  }

  #negotiate(isBodyTooLarge: boolean): { hresult: number; isBodyTooLarge?: true } {
    if (this.#isAsked) return { hresult: HRESULT.S_OK };
    if (!this.facts.secure) return { hresult: HRESULT.E_FAIL };
    if (isBodyTooLarge) return { hresult: HRESULT.E_FAIL, isBodyTooLarge: true };
    this.negotiations++;
    const { negotiation: hresult = HRESULT.S_OK } = this.#options;
    this.#isAsked = hresult === HRESULT.S_OK;
    return { hresult };
  }

  #state(): CertificateState {
    const { certificate } = this.#options;
    return { negotiated: this.#isAsked, certificate: this.#isAsked && certificate !== undefined ? shown(certificate) : undefined };
  }
}

const shown = ({ der, flags = 0, subject = "CN=client", issuer = "CN=issuer" }: TestCertificate): ClientCertificate =>
  ({ der, flags, details: { subject, issuerName: issuer, issuerThumbprint: "", subjectName: subject.replace(/^CN=/u, "") } });
