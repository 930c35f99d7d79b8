import type { HostResponse } from "./host-message.js";
import type { RequestContext } from "./request-context.js";

/**
 * Sees what an application has answered before it is sent, and gives what is sent: the same answer, another one, or either of them later.
 * Called once for each request that an application has answered, not for those that the stages before it refuse. The request is running
 * until it has: its log line comes after, and a host that stops waits for it as for an application. What it throws is answered with 500.
 */
export type AnswerFilter = (context: RequestContext, answer: HostResponse) => HostResponse | Promise<HostResponse>;
