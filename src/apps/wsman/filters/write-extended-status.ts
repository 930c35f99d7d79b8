import { XSI } from "../../../protocol/soap/namespaces.js";
import { escapeText } from "../../../protocol/xml/escape.js";
import { isOfWmi } from "./class-uri.js";
import type { FilteredResource } from "./filtered-resource.js";

/** Characters of the query that are sent back: who sent a longer one knows it. */
const longest = 1000;

/** What WMI tells beside its message, as recorded; only for its own resources. */
export function writeExtendedStatus({ resourceUri, plugin }: FilteredResource, query: string): string | undefined {
  if (!isOfWmi(resourceUri)) return undefined;
  const namespace = `${resourceUri.slice(0, resourceUri.lastIndexOf("/"))}/__ExtendedStatus`;
  return (
    `<p:__ExtendedStatus xmlns:p="${escapeText(namespace).replaceAll('"', "&quot;")}" xmlns:xsi="${XSI}" xsi:type="p:__ExtendedStatus_Type"><p:Description xsi:nil="true"/>` +
    `<p:Operation>ExecQuery</p:Operation><p:ParameterInfo>${escapeText(query.slice(0, longest))}</p:ParameterInfo>` +
    `<p:ProviderName>${escapeText(plugin.name)}</p:ProviderName><p:StatusCode xsi:nil="true"/></p:__ExtendedStatus>`
  );
}
