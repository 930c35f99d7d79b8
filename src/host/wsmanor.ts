import type { IncomingMessage, ServerResponse } from "node:http";
import { createMiddleware, type HostMiddleware } from "./create-middleware.js";
import type { HostOptions } from "./host-options.js";
import type { NodeMiddleware } from "../listener/create-middleware.js";

/** The host as one piece of an Express application. */
export interface MountedHost extends NodeMiddleware {
  /** Settles when the host has started: with what `createMiddleware` gives, or why it could not start. */
  readonly ready: Promise<HostMiddleware>;
  /** Finishes what is running and shuts the plug-ins down, also when it is still starting. Close the server first. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Makes the host of a configuration for `app.use("/wsman", wsmanor({ config, state }))`. It starts at once; requests that come before it is
 * ready wait. A start that fails is each request's error, for the application's own error handler, and that of `ready`.
 *
 * A request belongs to an application of the configuration by its whole path, whatever path it is mounted at: `/wsman` mounted at `/wsman`
 * is the application `/wsman`. Where no application has the whole path, what Express left of it is looked at: mounted at `/management`, it
 * answers `/management/wsman`. Everything else goes on to what comes after it.
 */
export function wsmanor(options: HostOptions): MountedHost {
  const ready = createMiddleware(options);
  // Whoever does not look at `ready` learns of a failed start by the first request.
  ready.catch(() => undefined);
  let host: HostMiddleware | undefined;
  void ready.then((started) => (host = started), () => undefined);
  const serve = (started: HostMiddleware, ...given: Parameters<NodeMiddleware>): void => offer(started.middleware, ...given);
  const middleware: NodeMiddleware = (message, response, next) => {
    if (host !== undefined) serve(host, message, response, next);
    else ready.then((started) => serve(started, message, response, next)).catch(next);
  };
  return Object.assign(middleware, {
    ready,
    close: async () => (await ready.catch(() => undefined))?.stop(),
  });
}

/** By the whole path first, then by what is left of it. The URL is the application's again when the host does not want it, or has taken it. */
function offer(middleware: NodeMiddleware, message: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void {
  const left = message.url;
  const whole = (message as IncomingMessage & { readonly originalUrl?: string }).originalUrl ?? left;
  let isWanted = true;
  message.url = whole;
  middleware(message, response, () => (isWanted = false));
  message.url = left;
  if (isWanted) return;
  if (whole === left) next();
  else middleware(message, response, next);
}
