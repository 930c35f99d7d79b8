import type { HostHeaders, HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { fail, ok } from "../base/result.js";
import { readSealedBody, readSealedType, sealedContentType, writeSealedBody, type SealedType } from "../protocol/auth/sealed-body.js";
import type { AcceptedLogin, Exchange, PipelineModule, StageOutcome } from "./exchange.js";
import type { MessageSealer } from "../base/negotiate-provider.js";

/** A sealed body is longer than what is in it by its parts' heads, its signature and nothing else. Octets. */
const roomForSealing = 4096;

/** Does the request say that its body is sealed? */
export const isSealed = (request: HostRequest): boolean => /^\s*multipart\/(?:x-multi-)?encrypted\b/iu.test(request.headers.get("content-type") ?? "");

/**
 * Stands around the application for those who have logged in with Negotiate, NTLM or Kerberos: opens a sealed body in front of it and
 * seals the answer, whatever it is; refuses what came in clear over plain HTTP; and answers the empty message that only ends a login.
 */
export function sealBodies(handler: PipelineModule, logger: Logger): PipelineModule {
  return {
    ...handler,
    run(exchange) {
      const { login, handled, context: { request } } = exchange;
      if (login === undefined) return handler.run(exchange);
      if (isSealed(request)) return open(exchange, login, handler, logger);
      const isAnswered = handled !== undefined && mayBeClear(exchange);
      if (login.completesLogin === true && request.method === "POST" && isEmpty(request) && !isAnswered) {
        exchange.context.facts.result = "ok";
        return { status: 200, headers: [] };
      }
      return mayBeClear(exchange) ? handler.run(exchange) : refuseClear(exchange, logger);
    },
  };
}

const isEmpty = ({ headers }: HostRequest): boolean => headers.get("transfer-encoding") === undefined && (headers.get("content-length") ?? "0") === "0";

/** A host in IIS's place has sealed bodies nowhere, so there they come in clear; what is for everybody may always be. */
function mayBeClear({ context: { request }, application }: Exchange): boolean {
  const { allowUnencrypted, messageEncryption } = application!.authentication;
  return request.connection.secure || allowUnencrypted || messageEncryption?.mode !== "service" || application!.allowsAnonymous(request);
}

function refuseClear({ context }: Exchange, logger: Logger): HostResponse {
  context.facts.result = "unencrypted";
  logger.warn('a clear body over plain HTTP refused; clients are to seal it or to use https, or set allowUnencrypted="true" in system.webServer/wsmanor', { activityId: context.activityId, user: context.user?.name });
  return plainAnswer(403, "Over plain HTTP this service takes sealed messages only (multipart/encrypted). Turn message encryption on in the client, or use https.");
}

async function open(exchange: Exchange, login: AcceptedLogin, handler: PipelineModule, logger: Logger): Promise<StageOutcome> {
  const { context } = exchange;
  const { request, activityId } = context;
  const refuse = (status: number, result: string, reason: string, told: string): HostResponse => {
    context.facts.result = result;
    logger.warn("a sealed body refused", { activityId, user: context.user?.name, reason });
    return { ...plainAnswer(status, told), ...(status === 400 ? { close: true } : {}) };
  };
  const { messageEncryption } = exchange.application!.authentication;
  if (messageEncryption?.mode !== "service") return refuse(415, "sealed", 'messageEncryption="iis" in system.webServer/wsmanor', "This service takes no sealed messages (multipart/encrypted). Turn message encryption off in the client, and use https.");
  const type = readSealedType(request.headers.get("content-type") ?? "");
  if (type === undefined || typeof type === "string") return refuse(415, "sealed", type ?? "the content type is not understood", "The type of this sealed message is not understood.");
  if (login.sealer === undefined) return refuse(400, "sealed", "the login agreed on no key to seal with", "The login on this connection agreed on no key to seal messages with.");
  const body = await request.readBody(messageEncryption.limit + roomForSealing);
  if (!body.ok) return body.error === "tooLarge" ? { status: 413, headers: [] } : { status: 400, headers: [], close: true };
  const read = unseal(body.value, type, login.sealer);
  if (typeof read === "string") return refuse(400, "sealed", read, "The sealed message cannot be opened.");
  exchange.context = { ...context, request: openedRequest(request, read) };
  const answer = await handler.run(exchange);
  if (answer === undefined) return undefined;
  try {
    return seal(answer, type.protocol, login.sealer);
  } catch (error) {
    // Never in clear instead.
    logger.info("an answer could not be sealed", { activityId, user: context.user?.name, reason: (error as Error).message });
    return { status: 500, headers: [], close: true };
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

/** An answer without a body has nothing to seal. */
function seal(answer: HostResponse, protocol: string, sealer: MessageSealer): HostResponse {
  // Nobody could seal what somebody else's code writes to the socket.
  if (answer.native !== undefined) throw new Error("the answer to a sealed message is written by a handler that cannot seal it");
  if (answer.body === undefined || answer.body.length === 0) return answer;
  const plain = typeof answer.body === "string" ? Buffer.from(answer.body) : answer.body;
  const type = answer.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "application/octet-stream";
  const headers = [...answer.headers.filter(([name]) => name.toLowerCase() !== "content-type"), ["Content-Type", sealedContentType(protocol)] as const];
  return { ...answer, headers, body: writeSealedBody(protocol, type, plain.length, sealer.wrap(plain)) };
}

const plainAnswer = (status: number, text: string): HostResponse => ({ status, headers: [["Content-Type", "text/plain;charset=UTF-8"]], body: `${text}\n` });
