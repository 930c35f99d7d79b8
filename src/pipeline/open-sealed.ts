import type { HostHeaders, HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import type { MessageSealer } from "../base/negotiate-provider.js";
import { fail, ok } from "../base/result.js";
import { readSealedBody, readSealedType, type SealedType } from "../protocol/auth/sealed-body.js";
import type { AcceptedLogin, Exchange, PipelineModule, StageOutcome } from "./exchange.js";
import { plainAnswer } from "./plain-answer.js";
import { takesClear } from "./takes-clear.js";

/** A sealed body is longer than what is in it by its parts' heads, its signature and nothing else. Octets. */
const roomForSealing = 4096;

/** Does the request say that its body is sealed? */
export const isSealed = (request: HostRequest): boolean => /^\s*multipart\/(?:x-multi-)?encrypted\b/iu.test(request.headers.get("content-type") ?? "");

/**
 * Opens a sealed body of who has logged in with Negotiate, NTLM or Kerberos, right behind the login and before anybody may refuse the request:
 * client and host count their messages, and one that is not opened would leave the next one unreadable. From there on everybody sees a clear
 * body; the answer, whoever makes it, is sealed behind them all (`seal-answer.ts`).
 */
export class OpenSealed implements PipelineModule {
  readonly name = "open-sealed";
  readonly notification = "authenticateRequest";
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  run(exchange: Exchange): StageOutcome | Promise<StageOutcome> {
    const { login, context, application } = exchange;
    if (login === undefined) return undefined;
    if (isSealed(context.request)) return this.#open(exchange, login);
    // Whoever is on the way may have put a clear message on the connection: what is for everybody is then answered, but to nobody in particular.
    if (!takesClear(exchange) && application!.allowsAnonymous(context.request)) context.user = undefined;
    return undefined;
  }

  async #open(exchange: Exchange, login: AcceptedLogin): Promise<StageOutcome> {
    const { request } = exchange.context;
    const { messageEncryption } = exchange.application!.authentication;
    if (messageEncryption?.mode !== "service") return this.#refuse(exchange, 415, 'messageEncryption="iis" in system.webServer/wsmanor', "This service takes no sealed messages (multipart/encrypted). Turn message encryption off in the client, and use https.");
    const type = readSealedType(request.headers.get("content-type") ?? "");
    if (type === undefined || typeof type === "string") return this.#refuse(exchange, 415, type ?? "the content type is not understood", "The type of this sealed message is not understood.");
    if (login.sealer === undefined) return this.#refuse(exchange, 400, "the login agreed on no key to seal with", "The login on this connection agreed on no key to seal messages with.");
    const body = await request.readBody(messageEncryption.limit + roomForSealing);
    if (!body.ok) return { status: body.error === "tooLarge" ? 413 : 400, headers: [], close: true };
    const read = unseal(body.value, type, login.sealer);
    if (typeof read === "string") return this.#refuse(exchange, 400, read, "The sealed message cannot be opened.");
    exchange.sealing = { protocol: type.protocol, sealer: login.sealer };
    if (exchange.openBody !== undefined) exchange.openBody(read.type, read.plain);
    else exchange.context = { ...exchange.context, request: openedRequest(request, read) };
    return undefined;
  }

  #refuse(exchange: Exchange, status: number, reason: string, told: string): HostResponse {
    const { context } = exchange;
    const answer = plainAnswer(status, told);
    exchange.unopened = { told: String(answer.body) };
    context.facts.result = "sealed";
    this.#logger.warn("a sealed body refused", { activityId: context.activityId, user: context.user?.name, reason });
    return answer;
  }
}

interface Opened {
  readonly type: string;
  readonly plain: Uint8Array;
}

/** @returns why not */
function unseal(body: Uint8Array, type: SealedType, sealer: MessageSealer): Opened | string {
  const read = readSealedBody(body, type);
  if (!read.ok) return read.error;
  try {
    return { type: read.value.type, plain: sealer.unwrap(read.value.signature, read.value.data) };
  } catch (error) {
    return (error as Error).message;
  }
}

/** The same request, as if its body had come in clear. */
function openedRequest(request: HostRequest, { type, plain }: Opened): HostRequest {
  const own = new Map([["content-type", type], ["content-length", String(plain.length)]]);
  const headers: HostHeaders = {
    get: (name) => own.get(name.toLowerCase()) ?? request.headers.get(name),
    *entries() {
      for (const [name, value] of request.headers.entries()) yield [name, own.get(name.toLowerCase()) ?? value];
    },
  };
  return {
    method: request.method, path: request.path, query: request.query, host: request.host, connection: request.connection, certificates: request.certificates,
    headers,
    readBody: (limit) => Promise.resolve(plain.length > limit ? fail("tooLarge") : ok(plain)),
    onGone: (run) => request.onGone(run),
    ...(request.pathPrefix === undefined ? {} : { pathPrefix: request.pathPrefix }),
    ...(request.httpVersion === undefined ? {} : { httpVersion: request.httpVersion }),
  };
}
