import { readLoginToken } from "../protocol/auth/login-token.js";
import type { NtlmSession } from "../protocol/auth/ntlm/ntlm-session.js";
import { mechanisms } from "../protocol/auth/spnego/mechanisms.js";
import { negotiationStates, readNegotiationToken, writeNegotiationResponse, type NegotiationToken } from "../protocol/auth/spnego/negotiation-token.js";
import type { MessageSealer, NegotiateContext, NegotiateProvider, NegotiateSchemeName, NegotiateStep, NegotiateTarget } from "../base/negotiate-provider.js";
import { NtlmLogin, type NtlmAbilities, type NtlmOutcome } from "./ntlm-login.js";

/**
 * NTLM version 2 for the accounts of the users file, those that the operator stored an NT hash for; alone, and inside SPNEGO. Version 1
 * and anonymous logins are refused. An account that there is not costs the same computations as one that there is. Wrong proofs count
 * with the wrong passwords of their source; nobody is exempt from that limit, because a wrong proof cannot be told from a right one before
 * it is looked at.
 */
export class NtlmProvider implements NegotiateProvider {
  readonly name = "ntlm";
  readonly schemes: readonly NegotiateSchemeName[] = ["Negotiate", "NTLM"];
  readonly can = { sealing: true, mutualAuth: false, channelBinding: true };
  readonly #abilities: NtlmAbilities;

  constructor(abilities: NtlmAbilities) {
    this.#abilities = abilities;
  }

  accepts(scheme: NegotiateSchemeName, token: Uint8Array): boolean {
    const read = readLoginToken(token);
    return read.kind === "ntlm" || (scheme === "Negotiate" && read.kind === "spnego" && read.mechanisms.includes("ntlm"));
  }

  begin(_scheme: NegotiateSchemeName, target: NegotiateTarget): NegotiateContext {
    const login = new NtlmLogin(this.#abilities, target);
    let inner: RawContext | SpnegoContext | undefined;
    return {
      step: (token) => (inner ??= readLoginToken(token).kind === "ntlm" ? new RawContext(login) : new SpnegoContext(login)).step(token),
      dispose: () => undefined,
    };
  }
}

/** The three messages as they are. */
class RawContext {
  constructor(private readonly login: NtlmLogin) {}

  step(token: Uint8Array): NegotiateStep | Promise<NegotiateStep> {
    if (this.login.isChallenged) return this.#finish(token);
    const challenge = this.login.challenge(token);
    return typeof challenge === "string" ? failed(challenge, "negotiate") : { state: "continue", token: challenge, stage: "challenge" };
  }

  async #finish(token: Uint8Array): Promise<NegotiateStep> {
    const outcome = await this.login.verify(token);
    return outcome.kind === "failed" ? refused(outcome) : done(outcome);
  }
}

/** The three messages inside SPNEGO (RFC 4178, MS-SPNG). */
class SpnegoContext {
  /** The client's list of mechanisms; known with its first token. */
  #list: Uint8Array | undefined;
  /** NTLM was not the client's own choice: without the integrity code somebody may have taken a better one off its list. */
  #needsCode = false;

  constructor(private readonly login: NtlmLogin) {}

  step(octets: Uint8Array): NegotiateStep | Promise<NegotiateStep> {
    const read = readNegotiationToken(octets);
    if (!read.ok) return failed(read.error, "negotiate");
    const token = read.value;
    if (token.kind === "init") return this.#begin(token);
    if (this.#list === undefined) return failed("a SPNEGO answer to nothing", "negotiate");
    if (token.token === undefined) return failed("a SPNEGO token without a message of NTLM", "negotiate");
    return this.login.isChallenged ? this.#finish(token.token, token.integrityCode) : this.#challenge(token.token, false);
  }

  #begin({ mechanisms: offered, mechanismList, token }: Extract<NegotiationToken, { kind: "init" }>): NegotiateStep {
    if (this.#list !== undefined) return failed("a second beginning of SPNEGO", "negotiate");
    if (!offered.includes(mechanisms.ntlm)) return failed("NTLM is not among the client's mechanisms", "negotiate");
    this.#list = new Uint8Array(mechanismList);
    this.#needsCode = offered[0] !== mechanisms.ntlm;
    // The token that comes along is of the first mechanism of the list.
    if (!this.#needsCode && token !== undefined) return this.#challenge(token, true);
    const state = this.#needsCode ? negotiationStates.requestMic : negotiationStates.acceptIncomplete;
    return { state: "continue", stage: "mechanism", token: writeNegotiationResponse({ state, mechanism: mechanisms.ntlm }) };
  }

  #challenge(message: Uint8Array, isFirst: boolean): NegotiateStep {
    const challenge = this.login.challenge(message);
    if (typeof challenge === "string") return failed(challenge, "negotiate");
    const token = writeNegotiationResponse({ state: negotiationStates.acceptIncomplete, mechanism: isFirst ? mechanisms.ntlm : undefined, token: challenge });
    return { state: "continue", token, stage: "challenge" };
  }

  async #finish(message: Uint8Array, code: Uint8Array | undefined): Promise<NegotiateStep> {
    const outcome = await this.login.verify(message);
    if (outcome.kind === "failed") return refused(outcome);
    const { session, account } = outcome;
    if (code === undefined) {
      if (this.#needsCode) return failed("the client sent no integrity code for its list of mechanisms", "integrity code", account.name);
      return done(outcome, writeNegotiationResponse({ state: negotiationStates.acceptCompleted }));
    }
    const list = this.#list!;
    if (session?.verify(code, list) !== true) return failed("the integrity code of the list of mechanisms is wrong", "integrity code", account.name);
    const integrityCode = session.sign(list);
    session.restart();
    return done(outcome, writeNegotiationResponse({ state: negotiationStates.acceptCompleted, integrityCode }));
  }
}

const failed = (reason: string, stage: string, name?: string): NegotiateStep => ({ state: "failed", reason, stage, ...(name === undefined ? {} : { name }) });

const refused = ({ reason, name }: Extract<NtlmOutcome, { kind: "failed" }>): NegotiateStep => failed(reason, "authenticate", name);

const done = ({ account, session }: Extract<NtlmOutcome, { kind: "verified" }>, token?: Uint8Array): NegotiateStep => ({
  state: "done", identity: { name: account.name, mechanism: "NTLM", ...(account.ntHash === undefined ? {} : { ntHash: account.ntHash }) },
  ...(token === undefined ? {} : { token }),
  ...(session === undefined ? {} : { sealer: sealerOf(session) }),
});

const sealerOf = (session: NtlmSession): MessageSealer => ({
  protocol: "application/HTTP-SPNEGO-session-encrypted",
  unwrap: (header, data) => {
    const plain = session.open(header, data);
    if (plain === undefined) throw new Error("the signature of the sealed body is wrong");
    return plain;
  },
  wrap: (plain) => {
    const { signature, sealed } = session.seal(plain);
    return { header: signature, data: sealed };
  },
});
