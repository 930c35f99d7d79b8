import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import { isPathPrefix, type LocationPart } from "./location-part.js";
import type { ConfigurationDocument } from "./read-document.js";
import type { SiteDraft } from "./read-sites.js";
import type { Report } from "./report.js";

/**
 * A `<location>` of the server's file should be about something: a site, an application, or a path above one; an empty one too.
 * @returns whether a section stands in one whose site there is not
 */
export function checkLocations({ locations, parts }: ConfigurationDocument, sites: readonly SiteDraft[], report: Report): boolean {
  const lost = new Set<LocationPart>();
  for (const location of locations) {
    const path = location.segments;
    if (path.length === 0) continue;
    const site = sites.find(({ name }) => name.toLowerCase() === path[0]!.toLowerCase());
    if (site === undefined) {
      lost.add(location);
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
  return parts.some(({ location }) => location !== undefined && lost.has(location));
}
