import type { PipelineModule } from "./exchange.js";
import { findApplication, findSite } from "./find-application.js";

/** Which site, which application: 400 for a Host that no binding names, 404 for a path that no application has. */
export const resolveApplication: PipelineModule = {
  name: "resolve-application",
  notification: "beginRequest",
  run(exchange) {
    const { request } = exchange.context;
    exchange.site = findSite(exchange.bindings, request.host);
    if (exchange.site === undefined) return { status: 400, headers: [] };
    exchange.application = findApplication(exchange.site, request.path);
    return exchange.application === undefined ? { status: 404, headers: [] } : undefined;
  },
};
