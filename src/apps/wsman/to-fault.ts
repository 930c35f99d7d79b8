import { escapeText } from "../../protocol/xml/escape.js";
import type { Fault } from "../../protocol/wsman/fault.js";
import { codeOf, type FaultName } from "../../protocol/wsman/faults.js";
import type { FailureKind } from "../../sdk/failure.js";
import type { PluginPort, PluginRefusal, PluginTrouble } from "../../routing/plugin-port.js";
import { renderXml } from "./render-xml.js";

type Named = Pick<PluginPort, "name" | "filename">;

/** WSManFault code of a plug-in that failed instead of answering. */
export const pluginFailed = 0x80338083;

/** What a plug-in's refusal is called on the wire. */
export function faultNameOf(kind: FailureKind): FaultName {
  switch (kind) {
    case "access-denied": return "accessDenied";
    case "already-exists": return "alreadyExists";
    case "cannot-process-filter": return "cannotProcessFilter";
    case "concurrency": return "concurrency";
    case "endpoint-unavailable": return "endpointUnavailable";
    case "internal": return "internalError";
    case "invalid-options": return "invalidOptions";
    case "invalid-parameter": return "invalidParameter";
    case "invalid-representation": return "invalidRepresentation";
    case "invalid-selectors": return "invalidSelectors";
    case "not-found": return "destinationUnreachable";
    case "not-supported": return "actionNotSupported";
    case "quota": return "quotaLimit";
    case "rename": return "renameFailure";
    case "schema-validation": return "schemaValidationError";
  }
}

/** Details of the SDK and their FaultDetail names. A Map: the text comes from plug-ins. */
const details: ReadonlyMap<string, string> = new Map([
  ["not-supported", "NotSupported"], ["invalid-name", "InvalidName"], ["invalid-value", "InvalidValue"], ["type-mismatch", "TypeMismatch"],
  ["missing-values", "MissingValues"], ["invalid-values", "InvalidValues"], ["invalid-namespace", "InvalidNamespace"], ["invalid-fragment", "InvalidFragment"],
  ["insufficient", "InsufficientSelectors"], ["unexpected", "UnexpectedSelectors"], ["ambiguous", "AmbiguousSelectors"], ["duplicate", "DuplicateSelectors"],
]);

/** FaultDetail name of a failure's detail; `undefined` for what is none. */
export const faultDetailOf = (detail: string): string | undefined => details.get(detail);

/** What this request would need is gone, and what has come in its place serves the next one. */
export const goneFault: Fault = { name: "endpointUnavailable", message: "The host is stopping, or its configuration was replaced; try again." };

/** The word is in both texts, because there are clients that look for it. */
export const timedOutFault = (plugin: Pick<Named, "name">): Fault => ({ name: "timedOut", message: `The plug-in "${plugin.name}" had not answered when OperationTimeout was over.` });

/** Turns everything that is not an answer into the fault for it. Nothing of an internal failure reaches the client but its id. */
export function toFault(trouble: PluginTrouble, plugin: Named): Fault {
  switch (trouble.kind) {
    case "refused": return refusalFault(trouble.refusal, plugin);
    case "failed": return failedFault(plugin, `The plug-in "${plugin.name}" failed. The host's log has the reason under the id ${trouble.errorId}.`);
    case "unavailable": return failedFault(plugin, `The plug-in "${plugin.name}" cannot be used now; try again later. The host's log has the reason under the id ${trouble.errorId}.`);
    case "timedOut": return timedOutFault(plugin);
    case "cancelled": return trouble.reason === "shutdown" ? goneFault : { name: "timedOut" };
  }
}

/** The id under which the log has the story, where there is one. */
export const errorIdOf = (trouble: PluginTrouble): string | undefined => ("errorId" in trouble ? trouble.errorId : undefined);

function failedFault(plugin: Named, message: string): Fault {
  return { name: "internalError", code: pluginFailed, provider: { name: plugin.name, path: plugin.filename, message, code: pluginFailed } };
}

function refusalFault(refusal: PluginRefusal, plugin: Named): Fault {
  const name = faultNameOf(refusal.kind);
  const detail = refusal.detail === undefined ? undefined : faultDetailOf(refusal.detail);
  const code = refusal.code ?? (name === "internalError" ? pluginFailed : codeOf(name, detail));
  const message = refusal.message === "" ? `The plug-in "${plugin.name}" refused the operation: ${refusal.kind}.` : refusal.message;
  return {
    name, code,
    ...(detail === undefined ? {} : { detail }),
    // A quota fault has no place for a ProviderFault, so the plug-in is named in the text.
    ...(name === "quotaLimit" ? { message: `${plugin.name}: ${message}` } : { provider: { name: plugin.name, path: plugin.filename, message, code, ...extendedOf(refusal) } }),
  };
}

/** Extended information that is no XML is sent as the text it is. */
function extendedOf({ extended }: PluginRefusal): { readonly extended?: string } {
  if (extended === undefined) return {};
  const rendered = renderXml(extended, undefined, 0);
  return { extended: rendered.ok ? rendered.value : escapeText(typeof extended === "string" ? extended : extended.name) };
}

/** The authorization plug-in sends the user elsewhere: the URL stands in the ProviderFault's extended text. */
export function redirectFault(url: string, plugin: Named): Fault {
  const code = 0x80338199;
  const message = `Send the request to ${url} instead.`;
  return { name: "destinationUnreachable", code, provider: { name: plugin.name, path: plugin.filename, message, code, extended: escapeText(url) } };
}
