import type { SettingsReader } from "./effective-element.js";
import type { ListenerSettings } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

/** Reads `system.applicationHost/listener`. */
export const readListener = (reader: SettingsReader, report: Report): ListenerSettings => ({
  headerTimeoutMs: reader.milliseconds("headerTimeout"),
  requestTimeoutMs: reader.milliseconds("requestTimeout"),
  idleTimeoutMs: reader.milliseconds("idleTimeout"),
  maxConnections: reader.number("maxConnections"),
  maxHeaderBytes: reader.number("maxHeaderBytes"),
  serverHeader: readServerHeader(reader, report),
});

function readServerHeader(reader: SettingsReader, report: Report): ListenerSettings["serverHeader"] {
  if (reader.flag("removeServerHeader")) return "none";
  const text = reader.text("serverHeader");
  if (text === "") return "own";
  // RFC 9110 5.5: what else stands in a field's value is either not received everywhere or ends the field.
  if (/^[\x20-\x7e]*$/u.test(text)) return { text };
  report.error(
    {
      rule: "invalid-value",
      message: "The 'serverHeader' attribute is invalid.  It cannot be sent in an HTTP header.",
      allowed: "Allowed: letters, digits, spaces and punctuation of ASCII, as in Microsoft-HTTPAPI/2.0.",
      code: hresults.invalidData,
    },
    reader.written("serverHeader")!.spot,
  );
  return "own";
}
