import { escapeAttribute } from "../xml/escape.js";
import { namespaces } from "./namespaces.js";

/** @param message what f:Message holds, as XML */
export function writeWsmanFault(code: number, machine: string, message: string): string {
  return `<f:WSManFault xmlns:f="${namespaces.f}" Code="${code >>> 0}" Machine="${escapeAttribute(machine)}"><f:Message>${message}</f:Message></f:WSManFault>`;
}
