import { didYouMean } from "./did-you-mean.js";
import type { ApplicationDraft } from "./read-sites.js";
import type { Report } from "./report.js";

/**
 * Is the application served over http and https bindings, the only ones there are? Only when `http`, which stands for both, is among its
 * `enabledProtocols` (protocol notes iis 3.3).
 */
export function checkProtocols({ path, enabledProtocols }: ApplicationDraft, report: Report): boolean {
  if (enabledProtocols === undefined) return true;
  const names = enabledProtocols.text.split(",").map((name) => name.trim().toLowerCase());
  if (names.includes("http")) return true;
  const meant = names.map((name) => didYouMean(name, ["http"])).find((name) => name !== undefined);
  report.warning(
    {
      rule: "application-not-served",
      message: `The application ${path} does not have http among its enabledProtocols, so nobody can reach it: requests are answered with 404.`,
      allowed: "Served: http, which stands for https too.",
      ...(meant === undefined ? {} : { didYouMean: meant }),
    },
    enabledProtocols.spot,
  );
  return false;
}
