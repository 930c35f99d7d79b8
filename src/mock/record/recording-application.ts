import type { HostRequest, HostResponse } from "../../base/host-message.js";
import type { Logger } from "../../base/logger.js";
import type { RequestContext } from "../../base/request-context.js";
import { readRequest } from "../../protocol/wsman/read-request.js";
import { decodeXml } from "../../protocol/xml/decode-xml.js";
import { forwardedHeaders } from "./forwarded-headers.js";
import { readRecordedAnswer } from "./read-recorded-answer.js";
import { basicNeeded, isReadableScheme, isSealed, readableChallenges } from "./readable-schemes.js";
import type { RecordedExchange } from "./recorded-answer.js";
import type { Upstream, UpstreamAnswer } from "./upstream.js";

export interface RecordingParts {
  readonly upstream: Upstream;
  /** Of the application there: `/wsman`. */
  readonly path: string;
  /** Octets of a request. */
  readonly limit: number;
  /** Takes an exchange down. Resolves when it may be acknowledged; never rejects. */
  record(exchange: RecordedExchange): Promise<void>;
  /** Sees what a request is authenticated with, before it is forwarded. */
  learnAuthorization(authorization: string): void;
  /** Tells whoever records, once for each sentence. */
  tell(sentence: string): void;
  readonly logger: Logger;
}

const plain = (status: number, sentence: string, headers: HostResponse["headers"] = []): HostResponse =>
  ({ status, headers: [["Content-Type", "text/plain;charset=UTF-8"], ...headers], body: `${sentence}\n` });

/** Gives every request to the host that is recorded, and its answer to the client. */
export const recordingApplication = (parts: RecordingParts) => async ({ request, facts }: RequestContext): Promise<HostResponse> => {
  const authorization = request.headers.get("authorization");
  const body = await request.readBody(parts.limit);
  if (!body.ok) return plain(body.error === "tooLarge" ? 413 : 400, body.error === "tooLarge" ? `The request is larger than ${parts.limit / 1024} KiB.` : "The request has no whole body.");
  if (!isReadableScheme(authorization) || isSealed(request.headers.get("content-type"))) {
    facts.result = "sealed";
    parts.tell(basicNeeded);
    return plain(401, basicNeeded, [["WWW-Authenticate", 'Basic realm="WSMAN"']]);
  }
  if (authorization !== undefined) parts.learnAuthorization(authorization);
  let isGone = false;
  const sent = await parts.upstream.send({
    method: request.method, target: targetOf(request, parts.path), headers: forwardedHeaders(request.headers.entries(), "request"), body: body.value,
    onGone: (run) => request.onGone(() => {
      isGone = true;
      run();
    }),
  });
  if (isGone) return { status: 400, headers: [], close: true };
  if (!sent.ok) {
    facts.result = "upstream-failed";
    parts.logger.error("a request could not be forwarded", { reason: sent.error });
    parts.tell(sent.error);
    return plain(502, sent.error);
  }
  await take(request, body.value, sent.value, parts);
  return answerOf(sent.value, parts);
};

/** Here the application is /wsman; what is behind that goes on as it came. */
const targetOf = ({ path, query }: HostRequest, there: string): string => {
  const behind = path.replace(/^\/wsman/iu, "");
  return `${there}${encodeURI(behind).replaceAll("?", "%3F").replaceAll("#", "%23")}${query === "" ? "" : `?${query}`}`;
};

function answerOf({ status, headers, body }: UpstreamAnswer, { tell }: RecordingParts): HostResponse {
  const fields = forwardedHeaders(headers, "response");
  const readable = readableChallenges(fields);
  const isChallenge = status === 401 && fields.some(([name]) => name.toLowerCase() === "www-authenticate");
  if (isChallenge && !readable.some(([name]) => name.toLowerCase() === "www-authenticate")) {
    tell(basicNeeded);
    return plain(401, basicNeeded);
  }
  return { status, headers: readable, ...(body.length === 0 ? {} : { body }) };
}

async function take(request: HostRequest, body: Uint8Array, { status, headers, body: answered }: UpstreamAnswer, parts: RecordingParts): Promise<void> {
  if (status !== 200 && status !== 500) return;
  const field = (name: string): string | undefined => headers.find(([each]) => each.toLowerCase() === name)?.[1];
  const asked = textOf(body, request.headers.get("content-type"));
  const read = asked === undefined ? undefined : readRequest(asked);
  const text = textOf(answered, field("content-type"));
  const answer = text === undefined ? undefined : readRecordedAnswer(text);
  if (read?.ok !== true || answer === undefined) {
    parts.logger.warn("an exchange is no WS-Management and is not recorded", { status });
    return;
  }
  await parts.record({ request: read.value, answer, isKnown: request.headers.get("authorization") !== undefined, server: field("server") });
}

function textOf(octets: Uint8Array, contentType: string | undefined): string | undefined {
  const charset = /charset\s*=\s*"?([^\s";]+)/iu.exec(contentType ?? "")?.[1];
  const decoded = decodeXml(octets, charset);
  return decoded.ok ? decoded.value.text : undefined;
}
