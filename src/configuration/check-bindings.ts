import type { BindingDraft } from "./read-bindings.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import type { SiteDraft } from "./read-sites.js";

/** Two sites cannot have one binding, and one port cannot speak both protocols. */
export function checkBindings(sites: readonly SiteDraft[], report: Report): void {
  const seen: { readonly site: string; readonly binding: BindingDraft }[] = [];
  for (const { name, bindings } of sites) {
    for (const binding of bindings) {
      const rival = seen.find((other) => binding.port !== 0 && binding.port === other.binding.port && binding.address === other.binding.address && isClash(binding, other.binding));
      if (rival !== undefined) reportClash(binding, rival.binding, rival.site, report);
      seen.push({ site: name, binding });
    }
  }
}

const isClash = (a: BindingDraft, b: BindingDraft): boolean => a.protocol !== b.protocol || a.host === b.host;

function reportClash(binding: BindingDraft, rival: BindingDraft, site: string, report: Report): void {
  const related = [{ message: `used by the site "${site}" here`, place: rival.place }];
  const socket = `${binding.address}:${binding.port}`;
  if (binding.protocol !== rival.protocol) {
    report.error({ rule: "binding-conflict", message: `${socket} cannot serve both http and https.`, remedy: "Give one of them another port.", related, code: hresults.alreadyExists }, binding.spot);
    return;
  }
  const remedy = "Give one of them another port, address or host name.";
  report.error({ rule: "duplicate-binding", message: `The binding ${socket}:${binding.host} is taken.`, remedy, related, code: hresults.alreadyExists }, binding.spot);
}
