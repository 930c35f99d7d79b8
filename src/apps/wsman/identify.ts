import type { HostRequest } from "../../base/host-message.js";
import type { RequestContext } from "../../base/request-context.js";
import { writeIdentifyResponse } from "../../protocol/wsman/write-identify-response.js";
import type { WsmanParts } from "./wsman-parts.js";

/** May this be answered to somebody who has not authenticated? Only Identify, and only when asked for in this way (MS-WSMV). */
export const asksAnonymously = (request: HostRequest): boolean => request.headers.get("wsmanidentify")?.trim().toLowerCase() === "unauthenticated";

export function identify(context: RequestContext, parts: WsmanParts): string {
  const known = context.user !== undefined;
  return writeIdentifyResponse({
    productVendor: parts.product.vendor,
    productVersion: known ? parts.product.version : parts.product.anonymousVersion,
    ...(known ? { securityProfiles: parts.securityProfiles(context.request.connection.secure) } : {}),
  });
}
