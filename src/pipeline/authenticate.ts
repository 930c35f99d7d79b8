import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { LogFields, Logger } from "../base/logger.js";
import type { ApplicationAuthentication, AuthenticationScheme, SchemeAnswer } from "./authentication-scheme.js";
import type { Exchange, PipelineModule, StageOutcome } from "./exchange.js";

/**
 * A body that came with an unauthenticated request is let through up to here, so that the client may try again on its connection; none
 * of it is kept. As much as the largest envelope of the shipped configuration. Octets.
 */
const skipBeforeChallenge = 500 * 1024;

/** Who is calling. Credentials that are wrong end the request even where none would be needed. */
export class Authenticate implements PipelineModule {
  readonly name = "authenticate";
  readonly notification = "authenticateRequest";
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  run(exchange: Exchange): StageOutcome | Promise<StageOutcome> {
    const { request, user } = exchange.context;
    // A proxy has said it.
    if (user !== undefined) return undefined;
    const settings = exchange.application!.authentication;
    const authorization = request.headers.get("authorization");
    // Where no scheme is offered, nobody looks at credentials; authorize-user decides about nobody.
    if (settings.schemes.length === 0) return undefined;
    if (authorization === undefined) return this.#recall(exchange, settings);
    const scheme = schemeOf(authorization, settings.schemes);
    if (typeof scheme === "string") return this.#refuse(exchange, { kind: "refused", reason: nameScheme(scheme) }, knownSchemes.has(scheme) ? scheme : "unknown");
    const answer = scheme.authenticate(request, authorization, settings);
    return answer instanceof Promise ? answer.then((value) => this.#take(exchange, value, scheme.name)) : this.#take(exchange, answer, scheme.name);
  }

  /** The first scheme that knows the connection says whose it is. */
  #recall(exchange: Exchange, settings: ApplicationAuthentication): StageOutcome | Promise<StageOutcome> {
    for (const scheme of settings.schemes) {
      const answer = scheme.remembered?.(exchange.context.request, settings);
      if (answer instanceof Promise) return answer.then((value) => this.#take(exchange, value, scheme.name));
      if (answer !== undefined) return this.#take(exchange, answer, scheme.name);
    }
    return undefined;
  }

  #take(exchange: Exchange, answer: SchemeAnswer, scheme: string): StageOutcome | Promise<StageOutcome> {
    if (answer.kind !== "accepted") return this.#refuse(exchange, answer, scheme);
    exchange.context.user = answer.identity;
    if (answer.isConnectionBound === true) exchange.login = answer;
    if (answer.stage !== undefined) this.#logger.info("authenticated", { ...this.#facts(exchange, scheme, answer.stage), user: answer.identity.name });
    return undefined;
  }

  async #refuse(exchange: Exchange, answer: Exclude<SchemeAnswer, { kind: "accepted" }>, scheme: string): Promise<HostResponse> {
    const { request, facts } = exchange.context;
    if (answer.kind === "busy") {
      facts.result = "busy";
      this.#logger.warn("authentication put off", { ...this.#facts(exchange, scheme, "busy"), reason: "too many passwords wait to be verified" });
      return { status: 503, headers: [["Retry-After", "1"]] };
    }
    facts.result = "unauthenticated";
    if (answer.kind === "continued") {
      this.#logger.debug("authentication goes on", this.#facts(exchange, scheme, answer.stage));
      await request.readBody(skipBeforeChallenge, "discard");
      return { status: 401, headers: [["WWW-Authenticate", answer.challenge]] };
    }
    facts.subStatus = answer.kind === "forbidden" && answer.subStatus !== 0 ? answer.subStatus : 1;
    this.#logger.warn("authentication refused", { ...this.#facts(exchange, scheme, ("stage" in answer ? answer.stage : undefined) ?? "credentials"), reason: answer.reason, user: answer.name });
    if (answer.kind === "forbidden") return forbiddenResponse(request, answer.status);
    return challengeResponse(request, exchange.application!.authentication);
  }

  /** What the one line of an attempt says besides its outcome. */
  #facts({ context: { request, activityId }, application }: Exchange, scheme: string, stage: string): LogFields {
    const { authentication } = application!;
    const challenges = authentication.schemes.map((each) => ({ name: each.name, ...each.challenge(request, authentication) }));
    return {
      activityId, scheme, stage, client: request.connection.remoteAddress, secure: request.connection.secure,
      offered: challenges.flatMap((each) => ("offer" in each ? [each.name] : [])).join(", "),
    };
  }
}

/** @returns the name in lower case of one that is not offered */
function schemeOf(authorization: string, schemes: readonly AuthenticationScheme[]): AuthenticationScheme | string {
  const space = authorization.indexOf(" ");
  const written = space < 0 ? authorization : authorization.slice(0, space);
  for (const scheme of schemes) if (scheme.name === written) return scheme;
  const named = written.toLowerCase();
  return schemes.find((each) => each.name.toLowerCase() === named) ?? named;
}

/** Without a challenge. What is too large is not read to its end. */
async function forbiddenResponse(request: HostRequest, status: 403 | 413): Promise<HostResponse> {
  if (status === 413) return { status, headers: [], close: true };
  if (request.headers.get("expect") === undefined) await request.readBody(skipBeforeChallenge, "discard");
  return { status, headers: [] };
}

/** The 401 with one line per scheme that this connection may use. Lets the body run out first, so that the connection survives. */
export async function challengeResponse(request: HostRequest, settings: ApplicationAuthentication): Promise<HostResponse> {
  if (request.headers.get("expect") === undefined) await request.readBody(skipBeforeChallenge, "discard");
  return bareChallenge(request, settings);
}

/** The same for a request whose body has been read. */
export function bareChallenge(request: HostRequest, settings: ApplicationAuthentication): HostResponse {
  const headers: (readonly [string, string])[] = [];
  for (const scheme of settings.schemes) {
    const challenge = scheme.challenge(request, settings);
    if ("offer" in challenge) headers.push(["WWW-Authenticate", challenge.offer]);
  }
  return { status: 401, headers };
}

/** Schemes that are named in the log. */
const knownSchemes: ReadonlySet<string> = new Set(["basic", "bearer", "certificate", "credssp", "digest", "kerberos", "negotiate", "ntlm"]);

/** What stands for the scheme may be the secret itself, sent without one; so no unknown word is repeated. */
const nameScheme = (word: string): string => (knownSchemes.has(word) ? `the scheme "${word}" is not offered` : "the Authorization field has no scheme that is known");
