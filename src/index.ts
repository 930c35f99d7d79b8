/**
 * The door for programs that embed the host: `createHost` with listeners of its own, `createMiddleware` for a server that is there
 * already, `wsmanor` for `app.use`; `expressModule` makes HTTP modules of Express middleware. Plug-ins import `wsmanor/sdk`, their tests `wsmanor/testing`.
 */
export { ConfigurationRefused } from "./host/configuration-refused.js";
export { createHost, type RunningHost } from "./host/create-host.js";
export { createMiddleware, type HostMiddleware } from "./host/create-middleware.js";
export { expressModule, type ExpressMiddleware, type ExpressModuleOptions } from "./host/express/express-module.js";
export type { FirstRun } from "./host/first-run.js";
export type { HostOptions } from "./host/host-options.js";
export { wsmanor, type MountedHost } from "./host/wsmanor.js";
export type { ReloadOutcome } from "./host/reload-outcome.js";
export type { Diagnostic, SourcePlace } from "./base/diagnostic.js";
