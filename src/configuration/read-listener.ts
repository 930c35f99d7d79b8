import type { SettingsReader } from "./effective-element.js";
import type { ListenerSettings } from "./host-configuration.js";

/** Reads `system.applicationHost/listener`. */
export const readListener = (reader: SettingsReader): ListenerSettings => ({
  headerTimeoutMs: reader.milliseconds("headerTimeout"),
  requestTimeoutMs: reader.milliseconds("requestTimeout"),
  idleTimeoutMs: reader.milliseconds("idleTimeout"),
  maxConnections: reader.number("maxConnections"),
  maxHeaderBytes: reader.number("maxHeaderBytes"),
});
