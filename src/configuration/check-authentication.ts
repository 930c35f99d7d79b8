import type { EffectiveElement } from "./effective-element.js";
import type { AuthenticationSettings } from "./host-configuration.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";
import type { Spot } from "./source-file.js";

/**
 * What a WS-Management application is told about who comes in and cannot be had: nobody does without credentials, and there has to be some
 * way to give them.
 * @param fallback where to point when nothing is written; `undefined` when what is written may only not have been understood
 */
export function checkAuthentication({ anonymous, basic, windows, certificateMapping }: AuthenticationSettings, sections: ReadonlyMap<string, EffectiveElement>, fallback: Spot | undefined, report: Report): void {
  const written = (path: string): Spot | undefined => sections.get(path)?.attributes.get("enabled")?.spot;
  const open = written(sectionPaths.anonymous);
  if (anonymous.enabled && open !== undefined) {
    const message = "Anonymous authentication is not honoured for WS-Management: nobody is let in without credentials.";
    report.warning({ rule: "setting-not-honoured", message, remedy: 'Write enabled="false"; a client may ask for Identify without credentials all the same.' }, open);
  }
  const spot = written(sectionPaths.basic) ?? sections.get(sectionPaths.basic)?.spot ?? fallback;
  const byCertificate = certificateMapping.enabled && certificateMapping.oneToOne.length + certificateMapping.manyToOne.filter(({ permissionMode }) => permissionMode === "Allow").length > 0;
  if (!basic.enabled && !(windows.enabled && windows.providers.length > 0) && !byCertificate && spot !== undefined) {
    const message = "Basic and Windows authentication are off and no client certificate is mapped to a user, so nobody can sign in to the WS-Management application.";
    report.warning({ rule: "nobody-can-sign-in", message, remedy: '<basicAuthentication enabled="true"/> in <system.webServer><security><authentication> turns it on.' }, spot);
  }
}
