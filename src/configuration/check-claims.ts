import { hresults } from "./hresults.js";
import type { CapabilityDraft, PluginDraft, ResourceDraft } from "./read-plugins.js";
import type { Report } from "./report.js";
import { withoutSpace } from "./without-space.js";

interface Claim {
  readonly plugin: PluginDraft;
  readonly resource: ResourceDraft;
  readonly capability: CapabilityDraft;
}

/**
 * Who serves what must have one answer: two enabled plug-ins may share a URI (without case), but not a capability on it. Where one of
 * them has shells on it, the host itself answers the other operations, so the other plug-in is never asked.
 */
export function checkClaims(plugins: readonly PluginDraft[], report: Report): void {
  const byUri = new Map<string, Claim[]>();
  for (const plugin of plugins) {
    if (!plugin.enabled) continue;
    for (const resource of plugin.resources) {
      const uri = withoutSpace(resource.resourceUri).toLowerCase();
      const claims = byUri.get(uri) ?? [];
      byUri.set(uri, claims);
      for (const capability of resource.capabilities) claims.push({ plugin, resource, capability });
    }
  }
  for (const claims of byUri.values()) {
    checkDouble(claims, report);
    checkShadow(claims, report);
  }
}

function checkDouble(claims: readonly Claim[], report: Report): void {
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    const earlier = first.get(claim.capability.type);
    if (earlier === undefined) first.set(claim.capability.type, claim);
    if (earlier === undefined || earlier.plugin === claim.plugin) continue;
    report.error(
      {
        rule: "double-claim",
        message: `The plug-ins "${earlier.plugin.name}" and "${claim.plugin.name}" both claim ${claim.capability.type} on "${claim.resource.resourceUri}".`,
        remedy: "Leave the capability to one of them.",
        related: [{ message: `claimed by "${earlier.plugin.name}" here`, place: earlier.capability.place }],
        code: hresults.alreadyExists,
      },
      claim.capability.spot,
    );
  }
}

function checkShadow(claims: readonly Claim[], report: Report): void {
  const shell = claims.find(({ capability }) => capability.type === "Shell");
  if (shell === undefined) return;
  const shadowed = new Map<ResourceDraft, Claim[]>();
  for (const claim of claims) {
    if (claim.plugin === shell.plugin || claim.capability.type === "Shell") continue;
    shadowed.set(claim.resource, [...(shadowed.get(claim.resource) ?? []), claim]);
  }
  for (const [resource, hidden] of shadowed) {
    const types = hidden.map(({ capability }) => capability.type).join(", ");
    report.warning(
      {
        rule: "shadowed-by-shell",
        message: `${types} of the plug-in "${hidden[0]!.plugin.name}" on "${resource.resourceUri}" ${hidden.length === 1 ? "is" : "are"} never called: the plug-in "${shell.plugin.name}" has shells there, and the host itself answers the other operations.`,
        remedy: "Give one of them another resource URI.",
        related: [{ message: `Shell of "${shell.plugin.name}" is here`, place: shell.capability.place }],
      },
      resource.spot,
    );
  }
}
