import { didYouMean } from "./did-you-mean.js";
import type { EffectiveElement } from "./effective-element.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

const modules = ["wsman", "admin"] as const;

/**
 * What serves an application: the first entry of `system.webServer/handlers` in force there. Where nobody writes the section it is the SOAP
 * processor; where its entries have all been taken away it is nobody, and requests get IIS's 404.4.
 */
export function readHandler(handlers: EffectiveElement | undefined, report: Report): "wsman" | "admin" | "none" {
  if (handlers === undefined) return "wsman";
  if (handlers.entries.length === 0) {
    const message = "No handler is left, so nothing serves the application: requests are answered with 404.";
    report.warning({ rule: "application-not-served", message, remedy: 'Add <add name="wsman" path="*" verb="*" modules="wsman"/>.' }, handlers.spot);
    return "none";
  }
  for (const entry of handlers.entries) {
    const written = entry.attributes.get("modules");
    if (written === undefined) {
      const message = "The handler does not say which module serves it.";
      report.error({ rule: "unknown-handler-module", message, allowed: "Modules: wsman, admin.", remedy: 'Add modules="wsman".', code: hresults.invalidData }, entry.spot);
      continue;
    }
    const module = modules.find((known) => known === written.text.trim().toLowerCase());
    if (module !== undefined) return module;
    const meant = didYouMean(written.text, modules);
    report.error(
      {
        rule: "unknown-handler-module",
        message: `There is no handler module "${written.text}".`,
        allowed: "Modules: wsman (the SOAP processor), admin (state of the host).",
        ...(meant === undefined ? {} : { didYouMean: meant }),
        code: hresults.moduleNotFound,
      },
      written.spot,
    );
  }
  return "wsman";
}
