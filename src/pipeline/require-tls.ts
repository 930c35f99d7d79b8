import type { CertificateState } from "../base/client-certificate.js";
import type { Logger } from "../base/logger.js";
import type { TlsRules } from "./application-guards.js";
import type { Exchange, PipelineModule, StageOutcome } from "./exchange.js";
import { refuseRequest } from "./refuse-request.js";
import { whyNotAsked } from "./why-not-asked.js";

const section = "security/access";

/** How a connection has to be protected: `security/access`, attribute sslFlags. Asks for a client certificate where that demands one. */
export class RequireTls implements PipelineModule {
  readonly name = "require-tls";
  readonly notification = "beginRequest";
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  run(exchange: Exchange): StageOutcome | Promise<StageOutcome> {
    const rules = exchange.application!.guards?.tls;
    if (rules === undefined) return undefined;
    const { connection, certificates } = exchange.context.request;
    if (!connection.secure && (rules.ssl || rules.ssl128)) return this.#refuse(exchange, 4, "sslFlags demands TLS");
    // A connection that a proxy has protected does not tell with what key.
    if (rules.ssl128 && (connection.tls?.keyBits ?? 0) < 128) return this.#refuse(exchange, 5, `Ssl128 demands a key of 128 bits; ${connection.tls === undefined ? "its length is not known" : `${connection.tls.cipher} has ${connection.tls.keyBits}`}`);
    if (!rules.negotiateCertificate && !rules.requireCertificate) return undefined;
    const state = certificates.state();
    return state.negotiated ? this.#judge(exchange, rules, state, "the client has none") : this.#negotiate(exchange, rules);
  }

  async #negotiate(exchange: Exchange, rules: TlsRules): Promise<StageOutcome> {
    const { certificates, connection } = exchange.context.request;
    const { hresult, isBodyTooLarge } = await certificates.negotiate(rules.uploadReadAheadSize);
    if (isBodyTooLarge === true) {
      const reason = `the body is larger than uploadReadAheadSize (${rules.uploadReadAheadSize}), so the client cannot be asked for its certificate`;
      return { ...refuseRequest(exchange, { status: 413, section, reason }, this.#logger), close: true };
    }
    return this.#judge(exchange, rules, certificates.state(), hresult === 0 ? "the client has none" : whyNotAsked(connection, hresult));
  }

  /** One that is shown and not valid is refused also where none would be needed. */
  #judge(exchange: Exchange, rules: TlsRules, { certificate }: CertificateState, why: string): StageOutcome {
    if (certificate === undefined) return rules.requireCertificate ? this.#refuse(exchange, 7, `a client certificate is required; ${why}`) : undefined;
    if (certificate.flags === 0) return undefined;
    const { subStatus, reason } = meaning.get(certificate.flags) ?? untrusted;
    return this.#refuse(exchange, subStatus, `the client certificate ${certificate.details.subject} ${reason} (0x${certificate.flags.toString(16).padStart(8, "0")})`);
  }

  #refuse(exchange: Exchange, subStatus: number, reason: string): StageOutcome {
    return refuseRequest(exchange, { status: 403, subStatus, section, reason }, this.#logger);
  }
}

const untrusted = { subStatus: 16, reason: "is not trusted" };

/** By CertFlags. What cannot be looked up in a revocation list counts as revoked, as in IIS. */
const meaning: ReadonlyMap<number, { readonly subStatus: number; readonly reason: string }> = new Map([
  [0x800b0101, { subStatus: 17, reason: "has expired or is not valid yet" }],
  [0x800b010c, { subStatus: 13, reason: "is revoked" }],
  [0x80092013, { subStatus: 13, reason: "may be revoked: there is no revocation list" }],
]);
