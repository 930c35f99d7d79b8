import { readEnumerateBody } from "../../../protocol/wsman/read-enumerate-body.js";
import { readPullBody } from "../../../protocol/wsman/read-pull-body.js";
import { readReleaseBody } from "../../../protocol/wsman/read-release-body.js";
import type { Step } from "./step.js";

/** `n:Enumerate`. */
export const readEnumerate: Step = (exchange) => {
  const body = readEnumerateBody(exchange.request);
  if (!body.ok) return body.error;
  exchange.enumerate = body.value;
  const { expires } = body.value;
  if (expires !== undefined && Date.parse(expires) <= exchange.state.parts.clock.wallTime()) {
    return { name: "enumerationInvalidExpirationTime", message: `The moment ${expires} of n:Expires has passed; send a later one, a duration, or nothing.` };
  }
  return undefined;
};

export const readPull: Step = (exchange) => {
  const body = readPullBody(exchange.request);
  if (!body.ok) return body.error;
  exchange.pull = body.value;
  return undefined;
};

export const readRelease: Step = (exchange) => {
  const body = readReleaseBody(exchange.request);
  if (!body.ok) return body.error;
  exchange.releaseContext = body.value.context;
  return undefined;
};
