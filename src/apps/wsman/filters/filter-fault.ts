import type { Fault } from "../../../protocol/wsman/fault.js";
import { codeOf } from "../../../protocol/wsman/faults.js";
import type { FilteredResource } from "./filtered-resource.js";

/** The filter cannot be processed. Told as recorded: by the provider, though here the host stands in for it. */
export function filterFault({ plugin }: FilteredResource, message: string, extended?: string): Fault {
  const { name, filename } = plugin;
  return { name: "cannotProcessFilter", provider: { name, path: filename, message, code: codeOf("cannotProcessFilter", undefined), ...(extended === undefined ? {} : { extended }) } };
}
