import type { PluginAnswer, PluginXml } from "../../../routing/plugin-port.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import { envelopeScope } from "../../../protocol/wsman/response-head.js";
import { ANONYMOUS } from "../../../protocol/wsman/namespaces.js";
import { writeResourceCreated } from "../../../protocol/wsman/write-reference.js";
import { writeBehind } from "../../../protocol/wsman/write-response.js";
import type { PluginCreated } from "../../../routing/plugin-port.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { renderXml } from "../render-xml.js";
import { errorIdOf, pluginFailed, toFault } from "../to-fault.js";

/** Turns a plug-in's answer, now or later, into a reply. */
export function finishAnswer<T>(exchange: Exchange, answer: PluginAnswer<T> | Promise<PluginAnswer<T>>, write: (value: T) => Reply | Promise<Reply>): Reply | Promise<Reply> {
  return answer instanceof Promise ? answer.then((later) => finish(exchange, later, write)) : finish(exchange, answer, write);
}

function finish<T>(exchange: Exchange, answer: PluginAnswer<T>, write: (value: T) => Reply | Promise<Reply>): Reply | Promise<Reply> {
  if (answer.kind === "answered") return write(answer.value);
  const errorId = errorIdOf(answer);
  if (errorId !== undefined) exchange.context.facts.errorId = errorId;
  return { fault: toFault(answer, exchange.plugin) };
}

/** An answer whose Body is XML of the plug-in, or empty. With a fragment request it stands inside w:XmlFragment. */
export function replyWithXml(exchange: Exchange, xml: PluginXml | undefined): Reply {
  if (xml === undefined) return fitEnvelope(exchange, writeBehind(exchange.opening, ""));
  const rendered = renderXml(xml, envelopeScope(exchange.request.operation), exchange.envelopeLimit);
  if (!rendered.ok) return { fault: wrongAnswer(exchange, exchange.plugin, rendered.error) };
  const body = exchange.request.fragment === undefined ? rendered.value : `<w:XmlFragment>${rendered.value}</w:XmlFragment>`;
  return fitEnvelope(exchange, writeBehind(exchange.opening, body));
}

/** x:ResourceCreated with the instance's reference (WS-Transfer). */
export function replyWithCreated(exchange: Exchange, { selectors, resourceUri }: PluginCreated): Reply {
  const created = { resourceUri: resourceUri ?? exchange.resourceUri, selectors: selectors.map(([name, value]) => ({ name, value })) };
  return fitEnvelope(exchange, writeBehind(exchange.opening, writeResourceCreated(created, ANONYMOUS)));
}

/** The plug-in answered with something that is no XML: its own failure, told to the log with an id. */
export function wrongAnswer(exchange: Exchange, plugin: { readonly name: string; readonly filename: string }, reason: string): Fault {
  const { parts } = exchange.state;
  const errorId = parts.newId();
  exchange.context.facts.errorId = errorId;
  parts.logger.error(`plug-in "${plugin.name}" gave XML in ${exchange.request.operation} that cannot be sent: ${reason}`, { errorId, plugin: plugin.name });
  const message = `The plug-in "${plugin.name}" gave an answer that is not well-formed XML. The host's log has the reason under the id ${errorId}.`;
  return { name: "internalError", code: pluginFailed, provider: { name: plugin.name, path: plugin.filename, message, code: pluginFailed } };
}
