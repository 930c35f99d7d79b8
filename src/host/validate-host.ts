import type { Diagnostic } from "../base/diagnostic.js";
import { silentLogger } from "../base/logger.js";
import { composeWsman } from "./compose-wsman.js";
import { loadHostConfiguration } from "./load-host-configuration.js";
import { planSockets } from "./plan-sockets.js";
import { readCertificate } from "./read-certificate.js";

/**
 * Checks everything that a start would: files, schema, rules, certificates; loads and provisions every plug-in and tears it down.
 * Nothing is listened on and nothing is written.
 */
export async function validateConfiguration({ configPath }: { readonly configPath: string }): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  const { configuration, diagnostics: found } = loadHostConfiguration(configPath);
  const diagnostics = [...found];
  if (configuration === undefined) return { diagnostics };
  for (const { bindings } of planSockets(configuration, undefined)) {
    const { binding } = bindings[0]!;
    try {
      readCertificate(binding);
    } catch (error) {
      diagnostics.push({ severity: "error", rule: "certificate-unusable", message: (error as Error).message, place: binding.place });
    }
  }
  for (const site of configuration.sites) {
    for (const application of site.applications) {
      if (application.wsman === undefined) continue;
      const composed = await composeWsman({
        configuration, site, application, schemes: [], logger: silentLogger, documents: undefined, listeners: () => [], audit: () => undefined,
      });
      diagnostics.push(...composed.diagnostics);
      await composed.stop("service", 1000);
    }
  }
  return { diagnostics };
}
