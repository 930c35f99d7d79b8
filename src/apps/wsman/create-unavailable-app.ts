import type { Application } from "../../base/request-context.js";
import { decodeXml } from "../../protocol/xml/decode-xml.js";
import type { Fault } from "../../protocol/wsman/fault.js";
import { readRequest } from "../../protocol/wsman/read-request.js";
import { writeFault } from "../../protocol/wsman/write-fault.js";
import { readContentType } from "./content-type.js";
import { envelopeResponse } from "./envelope-response.js";
import { machineOf } from "./exchange.js";

/**
 * A request to an application that cannot serve is read up to here, for its MessageID; a larger one is answered without. Nobody has
 * authenticated: how that would be done may be what cannot be read. Octets.
 */
const readUpTo = 64 * 1024;

/** ERROR_WSMAN_IISCONFIGURATION_READ_FAILED of Windows' wsmerror.h. */
const configurationReadFailed = 0x80338193;

/**
 * Stands in for an application whose own configuration cannot be used: every request is answered with the fault that says so, and the
 * rest of the host serves. What exactly is wrong stands in the log, never in the answer.
 * @param newId a new GUID, upper case
 */
export function createUnavailableApp(newId: () => string, machineName: string): Application {
  return async ({ request, activityId, facts }) => {
    facts.result = "internalError";
    const body = await request.readBody(readUpTo);
    const decoded = body.ok ? decodeXml(body.value, readContentType(request.headers.get("content-type") ?? "").charset) : body;
    const { text, charset } = decoded.ok ? decoded.value : { text: "", charset: "utf-8" as const };
    const read = readRequest(text);
    const fault: Fault = { name: "internalError", code: configurationReadFailed };
    const answer = writeFault(fault, {
      messageId: `uuid:${newId()}`,
      relatesTo: read.ok ? read.value.messageId : read.error.relatesTo,
      activityId,
      machine: machineOf(request.host, machineName),
    });
    return envelopeResponse(500, answer, charset);
  };
}
