import type { Exchange } from "./exchange.js";

/** May who has logged in send his messages in clear here? A host in IIS's place has sealed bodies nowhere, so there they come so. */
export function takesClear({ context: { request }, application }: Exchange): boolean {
  const { allowUnencrypted, messageEncryption } = application!.authentication;
  return request.connection.secure || allowUnencrypted || messageEncryption?.mode !== "service";
}
