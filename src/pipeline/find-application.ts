import type { HostBinding, MountedApplication, MountedSite } from "./pipeline-settings.js";

/** Finds a socket's site by Host: exact name, then the longest `*.name`, then the binding for any name (IIS's order). */
export function findSite(bindings: readonly HostBinding[], host: string): MountedSite | undefined {
  if (bindings.length === 1 && bindings[0]!.host === "") return bindings[0]!.site;
  const exact = bindings.find((binding) => binding.host !== "" && binding.host === host);
  if (exact !== undefined) return exact.site;
  const wild = bindings
    .filter((binding) => binding.host.startsWith("*.") && host.endsWith(binding.host.slice(1)))
    .sort((a, b) => b.host.length - a.host.length)[0];
  return (wild ?? bindings.find((binding) => binding.host === ""))?.site;
}

/** What was found last: nearly all requests to a site have one path. */
const lastFound = new WeakMap<MountedSite, { readonly path: string; readonly application: MountedApplication }>();

/** Finds the application with the longest path that is a prefix of the URL's, segment by segment, without case. */
export function findApplication(site: MountedSite, path: string): MountedApplication | undefined {
  const last = lastFound.get(site);
  if (last?.path === path) return last.application;
  const wanted = path.toLowerCase();
  let found: MountedApplication | undefined;
  for (const application of site.applications) {
    const own = application.path.toLowerCase();
    const fits = own === "/" || wanted === own || (wanted.startsWith(own) && wanted.charCodeAt(own.length) === 0x2f);
    if (fits && (found === undefined || own.length > found.path.length)) found = application;
  }
  // A long path is nobody's habit, and need not be kept.
  if (found !== undefined && path.length <= longestKept) lastFound.set(site, { path, application: found });
  return found;
}

const longestKept = 128;
