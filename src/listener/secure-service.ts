import { constants } from "node:crypto";
import type { Server } from "node:http";
import type { Server as SecureServer } from "node:https";
import type { SecureContext, SecureContextOptions } from "node:tls";
import { CertificateTrust } from "./certificates/certificate-trust.js";
import { findNamed } from "./find-named.js";
import type { ClientCertificateSettings, ListenerCertificate, NamedCertificate } from "./listener-settings.js";

/** What one TLS server serves: its certificate, those for names, and whom it asks for theirs, which is the same for all of them. */
export interface ServiceSettings {
  readonly certificate: ListenerCertificate;
  /** Exact names before patterns, the longest pattern first: as bindings are found by Host. */
  readonly named: readonly NamedCertificate[];
}

type NamedContexts = readonly { readonly host: string; readonly context: SecureContext }[];

/** Node's TLS is loaded with the first https binding: a start without one is a good deal shorter. */
const createSecureContext = (options: SecureContextOptions): SecureContext => process.getBuiltinModule("node:tls").createSecureContext(options);

/**
 * A TLS server that does not listen: connections are handed to it. Certificates and trust change while it serves; whether and when it asks
 * clients for theirs never does.
 */
export class SecureService {
  readonly server: Server;
  /** `undefined`: it never asks. */
  readonly mode: ClientCertificateSettings["mode"] | undefined;
  /** Do requests for a host belong here? Where all of a socket do, nobody asks. */
  belongs: ((host: string) => boolean) | undefined;
  /** Another one has taken its place: every answer on its connections is the last. */
  isRetired = false;
  #named: NamedContexts;
  #settings: ClientCertificateSettings | undefined;
  #trust: CertificateTrust | undefined;

  /** @throws for certificates and trusted issuers that cannot be used */
  constructor({ certificate, named }: ServiceSettings, options: object) {
    this.#settings = certificate.clientCertificate;
    this.mode = this.#settings?.mode;
    this.#named = contextsOf(named);
    this.#trust = this.#settings === undefined ? undefined : new CertificateTrust(this.#settings);
    this.server = process.getBuiltinModule("node:https").createServer({
      ...options, ...contextOf(certificate), ALPNProtocols: ["http/1.1"],
      ...(this.mode === "handshake" ? { requestCert: true, rejectUnauthorized: false } : {}),
      SNICallback: (name, answer) => answer(null, findNamed(this.#named, name.toLowerCase())?.context),
    });
  }

  /** Connections are handed to it from now on. */
  begin(): void {
    // From then on Node looks for slow clients: its own sign is that a server listens.
    this.server.emit("listening");
  }

  /** What client certificates are judged by from now on; there is one where they are asked for. */
  get trust(): CertificateTrust {
    return this.#trust!;
  }

  /**
   * Other certificates and trust, of the same mode: they are proved now and hold, once the returned function is called, for handshakes from
   * then on. Connections that are open stay, and are judged by the new trust.
   * @throws for one that cannot be used
   */
  prepare({ certificate, named }: ServiceSettings): () => void {
    const next = contextsOf(named);
    const options = contextOf(certificate);
    const settings = certificate.clientCertificate;
    const isSame = JSON.stringify(settings) === JSON.stringify(this.#settings);
    const trust = isSame || settings === undefined ? this.#trust : new CertificateTrust(settings);
    createSecureContext(options);
    return () => {
      (this.server as SecureServer).setSecureContext(options);
      this.#named = next;
      this.#settings = settings;
      this.#trust = trust;
    };
  }

  /** Takes no more connections; those that it has live on. */
  close(): void {
    // It never listened, and says so.
    this.server.close(() => undefined);
  }
}

const contextsOf = (named: readonly NamedCertificate[]): NamedContexts =>
  named.map(({ host, ...certificate }) => ({ host, context: createSecureContext(contextOf(certificate)) }));

function contextOf({ certificate, key, passphrase, clientCertificate }: ListenerCertificate): SecureContextOptions {
  return {
    cert: certificate, key, minVersion: "TLSv1.2",
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(clientCertificate === undefined ? {} : optionsFor(clientCertificate)),
  };
}

function optionsFor({ mode, issuers }: ClientCertificateSettings): SecureContextOptions {
  return {
    ...(issuers === undefined ? {} : { ca: issuers }),
    ...(mode === "lateStrict" ? { maxVersion: "TLSv1.2" } : {}),
    // Late: a client with a ticket would resume inside the renegotiation, in which nobody asks for a certificate; Node then reports success.
    // At the handshake: a resumed session has the certificate without the chain that it came with, so there is none to resume.
    secureOptions: mode === "handshake" ? constants.SSL_OP_NO_TICKET : constants.SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION,
  };
}
