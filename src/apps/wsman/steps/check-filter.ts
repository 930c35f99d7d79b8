import type { Fault } from "../../../protocol/wsman/fault.js";
import type { HostDuties } from "../../../routing/plugin-port.js";
import type { Exchange } from "../exchange.js";
import { compileFilter } from "../filters/compile-filter.js";
import { asksAllClasses, isOfCim, keysIn } from "../filters/class-uri.js";
import { askDuties } from "./ask-duties.js";
import type { Step } from "./step.js";

/**
 * A filter only where the capability says so. The plug-in answers it, whatever its dialect; or the host, when the plug-in leaves that to it,
 * and then what a WMI-like resource needs is checked as well.
 */
export const checkFilter: Step = (exchange) => {
  const { enumerate, route, resourceUri, request } = exchange;
  const { filter } = enumerate!;
  if (filter === undefined) {
    // Nearly every enumeration: neither all classes nor keys.
    if (!asksAllClasses(resourceUri) && request.selectors.length === 0) return undefined;
    return askDuties(exchange, (duties) => (duties.filters ? checkUnfiltered(exchange) : undefined));
  }
  if (!route!.capability.supportsFiltering) return notFiltering(resourceUri);
  return askDuties(exchange, (duties) => (duties.filters ? checkOwn(exchange, duties) : undefined));
};

/** MS-WSMV has one fault for resources of CIM and another for all others. */
function notFiltering(resourceUri: string): Fault {
  const message = `The resource ${resourceUri} does not filter; enumerate without a filter.`;
  return isOfCim(resourceUri) ? { name: "filterDialectRequestedUnavailable", supported: [], message } : { name: "filteringNotSupported", message };
}

function checkUnfiltered({ resourceUri, request }: Exchange): Fault | undefined {
  if (asksAllClasses(resourceUri)) {
    return { name: "unsupportedFeature", detail: "FilteringRequired", message: `The resource ${resourceUri} is all classes, which can only be enumerated with a WQL filter; name a class instead of *, or send SELECT * FROM a class.` };
  }
  const [key] = isOfCim(resourceUri) ? keysIn(request.selectors) : [];
  if (key === undefined) return undefined;
  return { name: "internalError", code: 0x80338108, message: `The enumeration of ${resourceUri} has the selector ${key.name.slice(0, 100)}; to get one instance use Get, to get some a filter.` };
}

function checkOwn(exchange: Exchange, { classes }: HostDuties): Fault | undefined {
  const { resourceUri, request, route, enumerate } = exchange;
  const compiled = compileFilter({ resourceUri, selectors: request.selectors, machine: exchange.state.parts.machineName, plugin: route!.target }, enumerate!.filter!, classes);
  if (!compiled.ok) return compiled.error;
  exchange.itemFilter = compiled.value;
  if (compiled.value.pick === undefined || exchange.enumerate!.mode === "object") return undefined;
  return { name: "unsupportedFeature", detail: "EnumerationMode", message: "A query for single columns gives no references; ask for objects, or SELECT *." };
}
