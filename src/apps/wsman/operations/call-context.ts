import type { PluginCallContext } from "../../../routing/plugin-port.js";
import type { Exchange } from "../exchange.js";

/** How long the plug-in has, and how it learns that the client has gone. */
export function callContext(exchange: Exchange): PluginCallContext {
  const { request } = exchange.context;
  return { timeout: exchange.remainingTime(), onGone: (run) => request.onGone(run) };
}
