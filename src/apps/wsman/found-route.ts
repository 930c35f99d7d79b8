import type { PluginPort } from "../../routing/plugin-port.js";
import type { RouteAnswer } from "../../routing/route-entry.js";

/** Who serves a request, found. */
export type FoundRoute = Extract<RouteAnswer<PluginPort>, { kind: "found" }>;
