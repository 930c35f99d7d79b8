import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { readSealedType, sealedContentType, writeSealedBody } from "../protocol/auth/sealed-body.js";
import type { Exchange } from "./exchange.js";
import { isSealed } from "./open-sealed.js";

/**
 * The last thing that happens to an answer: that to a sealed message is sealed, whoever made it. Where the message was refused before it could
 * be opened the connection ends with the answer, as client and host no longer count alike; and as there is nothing to seal with, the answer
 * loses its body rather than be sent in clear.
 * @param came the request as it came: HTTP modules may have changed what its header says
 */
export function sealAnswer(exchange: Exchange, came: HostRequest, answer: HostResponse, logger: Logger): HostResponse {
  const { sealing, context } = exchange;
  if (sealing === undefined) return isUnopened(exchange, came) ? unsealed(exchange, answer, logger) : answer;
  try {
    return seal(answer, sealing);
  } catch (error) {
    // Never in clear instead.
    logger.info("an answer could not be sealed", { activityId: context.activityId, user: context.user?.name, reason: (error as Error).message });
    return { status: 500, headers: [], close: true };
  }
}

/** Was it for the host to open? Bodies of other types (PGP's mail), and those for everybody, are the application's own affair. */
const isUnopened = ({ login, unopened }: Exchange, came: HostRequest): boolean =>
  unopened !== "passed" && isSealed(came) && (login !== undefined || typeof readSealedType(came.headers.get("content-type") ?? "") === "object");

function unsealed({ context, unopened }: Exchange, answer: HostResponse, logger: Logger): HostResponse {
  const { body, native, status, headers, ...rest } = answer;
  // A challenge leaves the connection open: the login that it asks for is made there.
  const close = answer.close === true || status !== 401 ? { close: true } : {};
  const isBare = native === undefined && (body === undefined || body.length === 0);
  const isTold = typeof unopened === "object" && native === undefined && body !== undefined && Buffer.from(body).toString() === unopened.told;
  if (isBare || isTold) return { ...answer, ...close };
  logger.error("an answer to a sealed message lost its body, because nothing was there to seal it with", { activityId: context.activityId, user: context.user?.name, status: String(status) });
  // What refuses does so without words too; what grants would be a lie without its body.
  if (native !== undefined || status < 400) return { status: 500, headers: [], close: true };
  return { ...rest, status, headers: headers.filter(([name]) => name.toLowerCase() !== "content-type"), ...close };
}

/** An answer without a body has nothing to seal. */
function seal(answer: HostResponse, { protocol, sealer }: NonNullable<Exchange["sealing"]>): HostResponse {
  // Nobody could seal what somebody else's code writes to the socket.
  if (answer.native !== undefined) throw new Error("the answer to a sealed message is written by a handler that cannot seal it");
  if (answer.body === undefined || answer.body.length === 0) return answer;
  const plain = typeof answer.body === "string" ? Buffer.from(answer.body) : answer.body;
  const type = answer.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "application/octet-stream";
  const headers = [...answer.headers.filter(([name]) => name.toLowerCase() !== "content-type"), ["Content-Type", sealedContentType(protocol)] as const];
  return { ...answer, headers, body: writeSealedBody(protocol, type, plain.length, sealer.wrap(plain)) };
}
