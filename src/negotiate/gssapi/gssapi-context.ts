import type { MessageSealer, NegotiateContext, NegotiateSchemeName, NegotiateStep, NegotiateTarget } from "../../base/negotiate-provider.js";
import { checkServiceName } from "../../base/service-name.js";
import { krb5Oid } from "../mechanism-oids.js";
import { readFirstToken, type FirstToken } from "../read-first-token.js";
import { sameOctets } from "../same-octets.js";
import { encryptionName } from "./encryption-name.js";
import { explainMissingKey } from "./find-keytab.js";
import { anonymous, channelBound, continueNeeded, gssError, sealable } from "./gss-constants.js";
import type { GssAccepted, GssHandle, GssStatus } from "./gss-library.js";
import type { GssapiKeys } from "./gssapi-keys.js";
import { GssapiSealer } from "./gssapi-sealer.js";
import { isServicePrincipal } from "./service-principals.js";

/** Kerberos needs one message of the client, SPNEGO up to three. */
const mostSteps = 4;

type Failed = Extract<NegotiateStep, { state: "failed" }>;

/** One login. Its native context lives until `dispose`, because the sealer is part of it; nothing of it is freed while a call runs. */
export class GssapiContext implements NegotiateContext {
  #context: GssHandle = null;
  #steps = 0;
  #state: "open" | "running" | "done" | "failed" = "open";
  #isDisposed = false;
  #first: FirstToken | undefined;

  constructor(private readonly keys: GssapiKeys, private readonly scheme: NegotiateSchemeName, private readonly target: NegotiateTarget) {}

  async step(token: Uint8Array): Promise<NegotiateStep> {
    if (this.#isDisposed) return failed("the connection has ended");
    if (this.#state !== "open") return failed(this.#state === "running" ? "a token came while the one before was looked at" : "a token came after the end of the login");
    if (this.#steps === mostSteps) return this.#end(failed(`the login has not ended after ${mostSteps} messages`));
    this.#state = "running";
    if (this.#steps++ === 0) this.#first = readFirstToken(token);
    let answer: NegotiateStep;
    try {
      answer = await this.#accept(token);
    } catch (error) {
      // Koffi's queue, or a library that breaks its own rules: the login fails, the host goes on.
      answer = failed(`the GSSAPI library could not be asked: ${(error as Error).message}`);
    }
    return this.#isDisposed ? this.#end(failed("the connection has ended")) : this.#end(answer);
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#state !== "running") this.#free();
  }

  #end(answer: NegotiateStep): NegotiateStep {
    this.#state = answer.state === "continue" ? "open" : answer.state;
    if (this.#isDisposed || answer.state === "failed") this.#free();
    return answer;
  }

  #free(): void {
    this.keys.library.deleteContext(this.#context);
    this.#context = null;
  }

  async #accept(token: Uint8Array): Promise<NegotiateStep> {
    const { library } = this.keys;
    const { tokenChecking, channelBinding } = this.target;
    if (tokenChecking === "Require" && channelBinding === undefined) return failed("tokenChecking is Require, and a connection without TLS has nothing that a login could be bound to");
    const data = tokenChecking === "None" || channelBinding === undefined ? undefined : serverEndPoint(channelBinding);
    const accepted = await this.keys.use((credential) => library.accept(credential, this.#context, Uint8Array.from(token), data));
    if (accepted === undefined) return failed("the configuration that this login began under has been replaced");
    this.#context = accepted.context;
    try {
      if (gssError(accepted.major)) return failed(this.#explain(accepted), "Kerberos: the client's token");
      // Everything but these two would be a message that came twice or out of order.
      if (accepted.major === continueNeeded) return { state: "continue", token: accepted.token, stage: `Kerberos: message ${this.#steps}` };
      if (accepted.major !== 0) return failed(library.describe(accepted), "Kerberos: the client's token");
      return await this.#complete(accepted);
    } finally {
      library.releaseName(accepted.initiator);
    }
  }

  async #complete({ initiator, flags, token }: GssAccepted): Promise<NegotiateStep> {
    const { library, servicePrincipalNames } = this.keys;
    const { target, mechanism } = library.inquire(this.#context);
    const name = library.nameOf(initiator);
    const refused = (reason: string): Failed => ({ ...failed(reason, "Kerberos: who it is"), name });
    if (!sameOctets(mechanism, krb5Oid)) return refused("the login was made with another mechanism than Kerberos");
    if ((flags & anonymous) !== 0) return refused("the client is anonymous");
    if (!isServicePrincipal(target, servicePrincipalNames)) return refused(`the ticket is for ${target}, which servicePrincipalNames does not list`);
    const strange = checkServiceName(target, this.target.serviceNames);
    if (strange !== undefined) return refused(strange);
    if (this.target.tokenChecking === "Require" && (flags & channelBound) === 0) return refused("the client did not bind its login to the TLS connection, and tokenChecking is Require");
    const localName = await library.localName(initiator);
    return {
      state: "done",
      identity: { name, mechanism: "Kerberos", ...(localName === undefined ? {} : { localName }) },
      ...(token.length === 0 ? {} : { token }),
      ...((flags & sealable) === sealable ? { sealer: this.#sealer() } : {}),
    };
  }

  #sealer(): MessageSealer {
    const word = this.scheme === "Kerberos" ? "Kerberos" : "SPNEGO";
    return new GssapiSealer(this.keys.library, `application/HTTP-${word}-session-encrypted`, () => this.#context);
  }

  /** The library's words, and what the ticket and the keytab add to them. */
  #explain(status: GssStatus): string {
    const words = this.keys.library.describe(status);
    const ticket = this.#first?.ticket;
    if (ticket === undefined) return words;
    const version = ticket.keyVersion === undefined ? "" : `, key version ${ticket.keyVersion}`;
    const missing = explainMissingKey(this.keys.keytab, ticket);
    return `${words}. The ticket is for ${ticket.server} (${encryptionName(ticket.encryption)}${version})${missing === undefined ? "" : `; ${missing}`}`;
  }
}

const failed = (reason: string, stage = "Kerberos"): Failed => ({ state: "failed", reason, stage });

/** RFC 5929 4: application data of the channel binding, whose hash the listener took. */
const serverEndPoint = (hash: Uint8Array): Uint8Array => Buffer.concat([Buffer.from("tls-server-end-point:", "latin1"), hash]);
