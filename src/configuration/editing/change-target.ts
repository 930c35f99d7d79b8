import type { ConfigurationWorkspace } from "../configuration-workspace.js";
import type { ApplicationDraft, SiteDraft } from "../read-sites.js";

/** What a change is for: one application, or the whole server. */
export interface ChangeTarget {
  readonly site: SiteDraft;
  readonly application: ApplicationDraft;
}

/** `MACHINE/WEBROOT/APPHOST/Default Web Site/wsman`, as the vendor's tools write it. */
export const configurationPathText = (segments: readonly string[]): string => ["MACHINE/WEBROOT/APPHOST", ...segments].join("/");

/** The last segments of a section's path are enough where they are those of one only; names compare without case. */
export function matchingSections(written: string, { schema }: Pick<ConfigurationWorkspace, "schema">): readonly string[] {
  const wanted = written.toLowerCase().replace(/^\/+|\/+$/gu, "");
  const paths = [...schema.keys()];
  const exact = paths.filter((path) => path.toLowerCase() === wanted);
  return exact.length > 0 ? exact : paths.filter((path) => path.toLowerCase().endsWith(`/${wanted}`));
}
