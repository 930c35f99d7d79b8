import type { Clock } from "../base/clock.js";
import type { HostConnection, HostRequest } from "../base/host-message.js";
import type { Identity } from "../base/identity.js";
import type { Logger } from "../base/logger.js";
import { readLoginToken } from "../protocol/auth/login-token.js";
import { accountKey, type UserRecord } from "../protocol/auth/users-text.js";
import { accountIdentity } from "./account-identity.js";
import type { SchemeAnswer } from "./authentication-scheme.js";
import { findAccount, type Accounts } from "./find-account.js";
import type { MessageSealer, NegotiateContext, NegotiatedIdentity, NegotiateProvider, NegotiateSchemeName, NegotiateStep } from "../base/negotiate-provider.js";
import { bindingTarget, type LoginProtection } from "./binding-target.js";
import { isSealed } from "./open-sealed.js";
import { longestStep, stepInTime } from "./step-in-time.js";

/** What an application wants of logins (`windowsAuthentication`). */
export interface NegotiateSettings extends LoginProtection {
  readonly authPersistSingleRequest: boolean;
  readonly authPersistNonNtlm: boolean;
  /** In the order they are asked whether a token is theirs. */
  readonly providers: readonly NegotiateProvider[];
  /** Equal for applications whose providers work with the same keys. */
  readonly keys: string;
}

type Settled = Extract<SchemeAnswer, { kind: "accepted" }>;

/** A login that is under way, or has succeeded. */
interface Login {
  readonly context: NegotiateContext;
  readonly provider: string;
  readonly scheme: NegotiateSchemeName;
  readonly tokenChecking: NegotiateSettings["tokenChecking"];
  readonly keys: string;
}

interface Owner extends Login {
  readonly account: UserRecord;
  readonly identity: Identity;
  readonly mechanism: NegotiatedIdentity["mechanism"];
  readonly sealer: MessageSealer | undefined;
  /** Of the accounts, when this one was looked at. */
  generation: number;
}

/** What is kept for one connection. */
interface Kept {
  login: Login | undefined;
  owner: Owner | undefined;
  /** The account that logged in first: the connection is nobody else's, for as long as it lives. */
  firstAccount: string | undefined;
  isStepping: boolean;
  isClosed: boolean;
}

const strength = { None: 0, Allow: 1, Require: 2 } as const;

/**
 * Logins of several messages, by the connection that they belong to. One for all applications of a host: what one of them asked the
 * client to prove counts for another where that asks for no more.
 */
export class NegotiateLogins {
  readonly #kept = new WeakMap<HostConnection, Kept>();

  constructor(private readonly accounts: Accounts, readonly logger: Logger, private readonly clock: Pick<Clock, "after">) {}

  /** Looks at a client's token. The first of a login ends what the connection was before. */
  async step(scheme: NegotiateSchemeName, { connection }: HostRequest, token: Uint8Array, settings: NegotiateSettings): Promise<SchemeAnswer> {
    const kept = this.#keptFor(connection);
    if (kept.isStepping) return refused("a token that came before the one in front of it was answered", "order");
    if (readLoginToken(token).isFirst) {
      const refusal = this.#begin(scheme, connection, token, settings, kept);
      if (refusal !== undefined) return refusal;
    }
    const { login } = kept;
    // Begun where less is asked for, or where another provider answers, it would end here unchecked.
    if (login === undefined || login.scheme !== scheme || !suffices(login, settings)) {
      forget(kept);
      return refused("a token that continues a login, and none is under way on this connection that would do here", "begin");
    }
    kept.isStepping = true;
    try {
      const step = await stepInTime(login.context, token, this.clock);
      if (step !== undefined) return await this.#take(step, login, kept);
      // The connection may log in anew; the context is no longer ours to dispose, as something is still using it.
      kept.login = undefined;
      return refused(`the provider has not answered for ${longestStep / 1000} seconds`, `${login.provider}: waiting`);
    } catch (error) {
      forget(kept);
      throw error;
    } finally {
      kept.isStepping = false;
      if (kept.isClosed) forget(kept);
    }
  }

  /** Ends a login that is under way: the client sent something that is no token. */
  abandon({ connection }: HostRequest): void {
    const kept = this.#kept.get(connection);
    if (kept !== undefined && !kept.isStepping) forget(kept);
  }

  /** Whose the connection is, to an application with these settings. */
  recall(scheme: NegotiateSchemeName, request: HostRequest, settings: NegotiateSettings): SchemeAnswer | Promise<SchemeAnswer> | undefined {
    const kept = this.#kept.get(request.connection);
    const owner = kept?.owner;
    if (kept === undefined || owner?.scheme !== scheme || settings.authPersistSingleRequest || !suffices(owner, settings)) return undefined;
    // A sealed body proves by itself whose it is.
    if (owner.mechanism !== "NTLM" && !settings.authPersistNonNtlm && !isSealed(request)) return undefined;
    const reading = this.accounts.refresh();
    if (reading === undefined && this.accounts.generation === owner.generation) return accepted(owner);
    return Promise.resolve(reading).then(() => this.#lookAgain(kept, owner));
  }

  #begin(scheme: NegotiateSchemeName, connection: HostConnection, token: Uint8Array, settings: NegotiateSettings, kept: Kept): SchemeAnswer | undefined {
    const { tokenChecking, providers, keys } = settings;
    forget(kept);
    const provider = providerFor(providers, scheme, token);
    if (provider === undefined) return refused(`no provider of this host understands this token (${describeToken(token)})`, "begin");
    const context = provider.begin(scheme, bindingTarget(connection, settings));
    kept.login = { context, provider: provider.name, scheme, tokenChecking, keys };
    return undefined;
  }

  async #take(step: NegotiateStep, login: Login, kept: Kept): Promise<SchemeAnswer> {
    const { scheme, provider } = login;
    if (step.state === "continue") return { kind: "continued", challenge: `${scheme} ${base64(step.token)}`, stage: `${provider}: ${step.stage}` };
    if (step.state === "failed") {
      forget(kept);
      return refused(step.reason, `${provider}: ${step.stage}`, step.name);
    }
    // Before it is looked up: what changes meanwhile is looked at again with the next request.
    const { generation } = this.accounts;
    const checked = checkAccount(await findAccount(this.accounts, step.identity), step.identity, kept.firstAccount);
    if (typeof checked === "string") {
      forget(kept);
      return refused(checked, `${provider}: account`, step.identity.name);
    }
    kept.firstAccount = accountKey(checked.name);
    kept.login = undefined;
    const identity = accountIdentity(checked, scheme);
    const sealer = step.sealer === undefined ? undefined : forgettingSealer(step.sealer, login.context, kept);
    kept.owner = { ...login, account: checked, identity, mechanism: step.identity.mechanism, sealer, generation };
    const headers = step.token === undefined ? [] : [["WWW-Authenticate", `${scheme} ${base64(step.token)}`] as const];
    return { ...accepted(kept.owner), headers, completesLogin: true, stage: `${provider}: done` };
  }

  /** The accounts have changed since the login: is this one still what it was? */
  async #lookAgain(kept: Kept, owner: Owner): Promise<SchemeAnswer> {
    const { generation } = this.accounts;
    const account = await this.accounts.find(owner.account.name);
    const isSame = account !== undefined && accountKey(account.name) === accountKey(owner.account.name) && (owner.mechanism !== "NTLM" || account.ntHash === owner.account.ntHash);
    if (!isSame) {
      if (kept.owner === owner) forget(kept);
      return refused("the account was removed, or its password changed, since the login on this connection", "remembered", owner.account.name);
    }
    const renewed = { ...owner, account, identity: accountIdentity(account, owner.scheme), generation };
    if (kept.owner === owner) kept.owner = renewed;
    return accepted(renewed);
  }

  #keptFor(connection: HostConnection): Kept {
    let kept = this.#kept.get(connection);
    if (kept === undefined) {
      const made: Kept = { login: undefined, owner: undefined, firstAccount: undefined, isStepping: false, isClosed: false };
      this.#kept.set(connection, (kept = made));
      connection.onClose(() => {
        made.isClosed = true;
        // A library that is looking at a token must not lose its context meanwhile.
        if (!made.isStepping) forget(made);
      });
    }
    return kept;
  }
}

/**
 * Does a login that began with the settings of some application do for one with these? Providers are opened anew with a reload: what counts
 * is that this application has one of that name too, with the same keys.
 */
const suffices = ({ tokenChecking, provider, keys }: Login, settings: NegotiateSettings): boolean =>
  keys === settings.keys && strength[tokenChecking] >= strength[settings.tokenChecking] && settings.providers.some(({ name }) => name === provider);

/** The first that understands the token; of those, one that has NTLM where SPNEGO says that the client likes it best. */
function providerFor(providers: readonly NegotiateProvider[], scheme: NegotiateSchemeName, token: Uint8Array): NegotiateProvider | undefined {
  const fitting = providers.filter((each) => each.schemes.includes(scheme) && each.accepts(scheme, token));
  const read = readLoginToken(token);
  const favourite = read.kind === "spnego" && read.mechanisms[0] === "ntlm" ? fitting.find(({ schemes }) => schemes.includes("NTLM")) : undefined;
  return favourite ?? fitting[0];
}

function forget(kept: Kept): void {
  const { login, owner } = kept;
  kept.login = kept.owner = undefined;
  login?.context.dispose();
  owner?.context.dispose();
}

/**
 * What cannot be opened ends the login: the streams of both sides have come apart, or somebody is trying. A login that is over, because its
 * client has gone while a message of it was being answered, seals nothing: a library would reach into what is no longer there.
 */
function forgettingSealer(sealer: MessageSealer, context: NegotiateContext, kept: Kept): MessageSealer {
  const check = (): void => {
    if (kept.owner?.context !== context) throw new Error("the login that the message belongs to is over");
  };
  return {
    protocol: sealer.protocol,
    unwrap: (header, data) => {
      check();
      try {
        return sealer.unwrap(header, data);
      } catch (error) {
        forget(kept);
        throw error;
      }
    },
    wrap: (plain) => {
      check();
      return sealer.wrap(plain);
    },
  };
}

/** @param firstAccount key of the one whose the connection is already. @returns the account, or why it does not become the connection's */
function checkAccount(account: UserRecord | undefined, { ntHash }: NegotiatedIdentity, firstAccount: string | undefined): UserRecord | string {
  if (account === undefined) return "the login is right, but there is no such account in the users file";
  if (ntHash !== undefined && account.ntHash !== ntHash) return "the password was changed while the login was looked at";
  return firstAccount === undefined || firstAccount === accountKey(account.name) ? account : "the connection belongs to another account that logged in on it";
}

const accepted = ({ identity, sealer }: Owner): Settled => ({ kind: "accepted", identity, isConnectionBound: true, ...(sealer === undefined ? {} : { sealer }) });

const refused = (reason: string, stage: string, name?: string): SchemeAnswer => ({ kind: "refused", reason, stage, ...(name === undefined ? {} : { name }) });

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString("base64");

function describeToken(token: Uint8Array): string {
  const read = readLoginToken(token);
  return read.kind === "spnego" ? `SPNEGO for ${read.mechanisms.join(", ")}` : read.kind;
}
