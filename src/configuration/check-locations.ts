import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import { isPathPrefix } from "./location-part.js";
import type { ConfigurationDocument } from "./read-document.js";
import type { SiteDraft } from "./read-sites.js";
import type { Report } from "./report.js";

/** A `<location>` should be about something: a site, an application, or a path above one. */
export function checkLocations({ parts }: ConfigurationDocument, base: readonly string[], sites: readonly SiteDraft[], report: Report): void {
  const told = new Set<number>();
  for (const { location } of parts) {
    if (location === undefined || location.segments.length === 0 || told.has(location.spot.offset)) continue;
    told.add(location.spot.offset);
    const path = [...base, ...location.segments];
    const site = sites.find(({ name }) => name.toLowerCase() === path[0]!.toLowerCase());
    if (site === undefined) {
      const names = sites.map(({ name }) => name);
      const meant = didYouMean(path[0]!, names);
      report.error(
        {
          rule: "unknown-configuration-path",
          message: `Unrecognized configuration path 'MACHINE/WEBROOT/APPHOST/${path.join("/")}'.`,
          allowed: `Sites: ${names.join(", ")}.`,
          ...(meant === undefined ? {} : { didYouMean: meant }),
          code: hresults.notFound,
        },
        location.spot,
      );
    } else if (!site.applications.some(({ configurationPath }) => isPathPrefix(path, configurationPath))) {
      const names = site.applications.map((application) => application.path);
      const meant = didYouMean(`/${path.slice(1).join("/")}`, names);
      const finding = { rule: "location-without-effect", message: `No application is at or below '${path.join("/")}', so this location has no effect.`, allowed: `Applications of the site: ${names.join(", ")}.` };
      report.warning({ ...finding, ...(meant === undefined ? {} : { didYouMean: meant }) }, location.spot);
    }
  }
}
