import type { IncomingMessage, ServerResponse } from "node:http";
import type { Express, NextFunction, Request, Response } from "express";
import type { Diagnostic } from "../../base/diagnostic.js";
import { encodePath } from "../../base/encode-path.js";
import type { HostRequest } from "../../base/host-message.js";
import type { Application } from "../../base/request-context.js";

/** What the host tells of itself. Plain data, made anew for every question. */
export interface AdminAbilities {
  /** Everything the status page shows. */
  status(): Readonly<Record<string, unknown>>;
  /** Why the host is not ready to serve; empty when it is. */
  notReady(): readonly string[];
  /** Takes over the configuration as it is now on the disk. Never rejects. */
  reload(): Promise<{ readonly kind: "unchanged" | "swapped" | "refused"; readonly diagnostics?: readonly Diagnostic[] }>;
  /** Puts a failure of the host's own into the log. @returns the id it is found by there */
  failed(error: unknown): string;
  /** Told who was let see what. @returns resolves when that is taken down; `undefined`: at once. Never rejects. */
  audit(decision: AdminDecision): Promise<void> | undefined;
}

export interface AdminDecision {
  readonly activityId: string;
  readonly user: string;
  readonly method: string;
  readonly path: string;
  readonly allowed: boolean;
}

export interface AdminApp {
  readonly handle: Application;
  allowsAnonymous(request: HostRequest): boolean;
}

/** Paths that anybody may ask: they say nothing but yes or no. */
const probes = new Set(["/livez", "/readyz"]);

/**
 * The administration application: `/livez`, `/readyz` for whoever watches the process, `/status` for administrators, `/reload` for those
 * on this machine. Express is called for these paths only, and loaded with the first of them: it takes a fifth of the host's start. The
 * pipeline has authenticated before it sees anything.
 */
export function createAdminApp(abilities: AdminAbilities): AdminApp {
  let making: Promise<Express> | undefined;
  const madeOnce = (): Promise<Express> => (making ??= makeExpress(abilities).catch((error: unknown) => {
    // The next request tries again: what kept it from loading (no file descriptor left) may be over.
    making = undefined;
    throw error;
  }));
  return {
    allowsAnonymous: ({ path }) => probes.has(path),
    handle: async ({ request, user, facts, activityId }) => {
      const isProbe = probes.has(request.path);
      const isElsewhere = request.path === "/reload" && !request.connection.loopback;
      const allowed = isProbe || (user?.isAdministrator === true && !isElsewhere);
      if (!isProbe) await abilities.audit({ activityId, user: user?.name ?? "", method: request.method, path: request.path, allowed });
      if (!allowed) {
        facts.result = "accessDenied";
        if (isElsewhere && user?.isAdministrator === true) return json(403, { error: "only from the host's own machine" });
        return json(403, { error: "only administrators see this; wsmanor user add NAME --administrator makes one" });
      }
      const app = await madeOnce();
      facts.result = "ok";
      return { status: 200, headers: [], native: (message, response) => {
        // By the path that was decided on: behind a proxy, or as a module has changed it, Node's own is another.
        void app(Object.assign(message as IncomingMessage, { url: encodePath(request.path) }), response as ServerResponse);
      } };
    },
  };
}

async function makeExpress({ status, notReady, reload, failed }: AdminAbilities): Promise<Express> {
  const { default: express } = await import("express");
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("json spaces", 2);
  app.set("case sensitive routing", true);
  app.set("strict routing", true);
  app.set("query parser", false);
  app.use((_request: Request, response: Response, next) => {
    response.set({ "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "X-Content-Type-Options": "nosniff" });
    next();
  });
  app.get("/livez", (_request: Request, response: Response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_request: Request, response: Response) => {
    const reasons = notReady();
    response.status(reasons.length === 0 ? 200 : 503).json(reasons.length === 0 ? { status: "ok" } : { status: "not ready", reasons });
  });
  app.get("/status", (_request: Request, response: Response) => void response.json(status()));
  app.post("/reload", (request: Request, response: Response, next) => {
    // No form of another site's page can send this type.
    if (request.is("application/json") === false) response.status(415).json({ error: "send application/json" });
    else reload().then(({ kind, diagnostics = [] }) => void response.status(kind === "refused" ? 409 : 200).json({ outcome: kind, diagnostics }), next);
  });
  app.all("/reload", (_request: Request, response: Response) => void response.status(405).set("Allow", "POST").json({ error: "only POST" }));
  const readable = ["/livez", "/readyz", "/status"];
  const known = [...readable, "/reload"];
  app.all(readable, (_request: Request, response: Response) => void response.status(405).set("Allow", "GET, HEAD").json({ error: "only GET and HEAD" }));
  app.use((_request: Request, response: Response) => void response.status(404).json({ error: "nothing here", known }));
  // Four parameters make it Express's error handler; its own would show the stack.
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else response.status(500).json({ error: "the host failed; its log has the reason", errorId: failed(error) });
  });
  return app;
}

const json = (status: number, value: unknown): { status: number; headers: readonly (readonly [string, string])[]; body: string } => ({
  status,
  headers: [["Content-Type", "application/json; charset=utf-8"], ["Cache-Control", "no-store"]],
  body: `${JSON.stringify(value, null, 2)}\n`,
});
