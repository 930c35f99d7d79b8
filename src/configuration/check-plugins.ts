import type { Capability } from "../base/capability.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import { hresults } from "./hresults.js";
import type { CapabilityDraft, PluginDraft, ResourceDraft } from "./read-plugins.js";
import type { Report } from "./report.js";
import { withoutSpace } from "./without-space.js";

/** What the published text asks of one plug-in and the schema cannot say. */
export function checkPlugins(plugins: readonly PluginDraft[], report: Report): void {
  for (const plugin of plugins) {
    checkSdkVersion(plugin.element, report);
    if (plugin.resources.length === 0) {
      const remedy = '<Resources><Resource ResourceUri="…"><Capability Type="Get"/></Resource></Resources>';
      report.error({ rule: "plugin-without-resource", message: `The plug-in "${plugin.name}" has no resource; at least one is required.`, remedy: `Add ${remedy}.`, code: hresults.invalidData }, plugin.spot);
    }
    for (const resource of plugin.resources) {
      checkUri(resource, report);
      checkShell(resource, report);
      for (const capability of resource.capabilities) checkSupports(capability, report);
      if (resource.writtenCapabilities === 0) {
        const message = `The resource "${resource.resourceUri}" has no capability, so every request to it is refused.`;
        report.warning({ rule: "resource-without-capability", message, remedy: 'Add <Capability Type="Get"/> or another.' }, resource.spot);
      }
    }
  }
}

/** SDKVersion must be 1, of operation and authorization plug-ins alike. */
export function checkSdkVersion(element: EffectiveElement, report: Report): void {
  const written = new SettingsReader(element.schema, [element]).written("SDKVersion");
  if (written === undefined || typeof written.value !== "number" || written.value === 1) return;
  report.error(
    {
      rule: "sdk-version",
      message: `SDKVersion ${written.text} is not supported.`,
      allowed: "Allowed: 1.",
      ...(element.schema.attributes.get("SDKVersion") === undefined ? {} : { schemaPlace: element.schema.attributes.get("SDKVersion")!.place }),
      code: hresults.invalidData,
    },
    written.spot,
  );
}

/** No URI has white space; what a request's has at its ends is cut off before it is looked for. */
function checkUri({ resourceUri, spot }: ResourceDraft, report: Report): void {
  if (!/\s/u.test(resourceUri)) return;
  const meant = withoutSpace(resourceUri);
  const isAtEnd = /^[ \t\r\n]|[ \t\r\n]$/u.test(resourceUri);
  report.error(
    {
      rule: "resource-uri-white-space",
      message: `The ResourceUri "${resourceUri}" ${isAtEnd ? "begins or ends with white space, so no request can ever match it" : "has white space in it, which no URI has"}.`,
      ...(meant === "" ? {} : { didYouMean: meant }),
      code: hresults.invalidData,
    },
    spot,
  );
}

/** A resource with shells cannot have any other capability: the host needs the other operations to manage the shells. */
function checkShell({ resourceUri, capabilities }: ResourceDraft, report: Report): void {
  const shell = capabilities.find(({ type }) => type === "Shell");
  if (shell === undefined) return;
  for (const other of capabilities) {
    if (other === shell) continue;
    report.error(
      {
        rule: "shell-excludes-others",
        message: `The resource "${resourceUri}" has the capability Shell, which excludes ${other.type}.`,
        remedy: "Give the other capabilities a resource URI of their own.",
        related: [{ message: "Shell is here", place: shell.place }],
        code: hresults.invalidData,
      },
      other.spot,
    );
  }
}

const supports: readonly { readonly name: string; readonly rule: string; readonly types: readonly Capability[] }[] = [
  { name: "SupportsFragment", rule: "supports-fragment", types: ["Get", "Put", "Create", "Delete"] },
  { name: "SupportsFiltering", rule: "supports-filtering", types: ["Enumerate"] },
];

function checkSupports({ element, type }: CapabilityDraft, report: Report): void {
  for (const { name, rule, types } of supports) {
    const written = element.attributes.get(name);
    if (written?.value !== true || types.includes(type)) continue;
    report.error(
      {
        rule,
        message: `${name} has no meaning for the capability ${type} and must be false.`,
        allowed: `Allowed on: ${types.join(", ")}.`,
        remedy: `Remove ${name}.`,
        ...(element.schema.attributes.get(name) === undefined ? {} : { schemaPlace: element.schema.attributes.get(name)!.place }),
        code: hresults.invalidData,
      },
      written.spot,
    );
  }
}
