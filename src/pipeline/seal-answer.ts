import type { HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { sealedContentType, writeSealedBody } from "../protocol/auth/sealed-body.js";
import type { Exchange } from "./exchange.js";
import { isSealed } from "./open-sealed.js";

/**
 * The last thing that happens to an answer: that to a sealed message is sealed, whoever made it. Where the message was refused before it could
 * be opened the connection ends with the answer, as client and host no longer count alike.
 */
export function sealAnswer(exchange: Exchange, answer: HostResponse, logger: Logger): HostResponse {
  const { sealing, context } = exchange;
  if (sealing === undefined) return isUnopened(exchange, answer) ? { ...answer, close: true } : answer;
  try {
    return seal(answer, sealing);
  } catch (error) {
    // Never in clear instead.
    logger.info("an answer could not be sealed", { activityId: context.activityId, user: context.user?.name, reason: (error as Error).message });
    return { status: 500, headers: [], close: true };
  }
}

/** A challenge leaves the connection open: the login that it asks for is made there. */
const isUnopened = ({ application, context }: Exchange, { status, close }: HostResponse): boolean =>
  close !== true && status !== 401 && application?.authentication.messageEncryption?.mode === "service" && isSealed(context.request);

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
