import express from "express";
import type { IncomingMessage, ServerResponse } from "node:http";
import { defineHttpModule, type HttpModulePlugin } from "../../sdk/define-http-module.js";
import type { HttpContext } from "../../sdk/http-context.js";
import type { HttpResponse } from "../../sdk/http-response.js";
import { RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_FINISH_REQUEST, type ModulePriority, type RequestNotification, type RequestNotificationStatus } from "../../sdk/request-notification.js";
import { CapturedResponse } from "./captured-response.js";
import { ModuleMessage } from "./module-message.js";

/** What `app.use` takes. A method, so that Express's own types of request and response fit. */
export type ExpressMiddleware = { use(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): unknown }["use"];

export interface ExpressModuleOptions {
  /** The name that `system.webServer/modules` lists it by. */
  readonly name: string;
  /** When the middleware runs. Default: beginRequest, before anybody is authenticated; preExecuteRequestHandler is behind that. */
  readonly notification?: Exclude<RequestNotification, "logRequest" | "endRequest">;
  /** At that notification. Default: MEDIUM. */
  readonly priority?: ModulePriority;
}

/**
 * Makes an HTTP module of Express middleware. It runs in an Express application of its own, with Node's request and response classes. When it
 * calls `next()`, the request goes on with the header fields it has set; the answer that is made later is written through its `response`,
 * so that what hooks into `writeHead`, `write` and `end` works. When it answers itself, that is the answer. What it reads of the body is
 * put back. An error with a status from 400 to 499 is answered with that; any other one is the module's failure.
 */
export function expressModule(middleware: ExpressMiddleware | readonly ExpressMiddleware[], { name, notification = "beginRequest", priority = "MEDIUM" }: ExpressModuleOptions): HttpModulePlugin {
  const app = express();
  app.disable("x-powered-by");
  app.use(...[middleware].flat());
  const handler = `on${notification[0]!.toUpperCase()}${notification.slice(1)}`;
  return defineHttpModule({
    declaration: { name, sdkVersion: 1, notifications: [notification, "logRequest"], priorities: { [notification]: priority, logRequest: "FIRST" } },
    register: () => ({
      getHttpModule: () => {
        const passage = new Passage(app);
        return { [handler]: (context: HttpContext) => passage.enter(context), onLogRequest: (context: HttpContext) => passage.leave(context) } as never;
      },
    }),
  });
}

/** One request on its way through the middleware. */
class Passage {
  readonly #app: ExpressMiddleware;
  /** Of a request that went on, until its answer is written. */
  #waiting: CapturedResponse | undefined;

  constructor(app: ExpressMiddleware) {
    this.#app = app;
  }

  async enter(context: HttpContext): Promise<RequestNotificationStatus> {
    const request = new ModuleMessage(context);
    const response = new CapturedResponse(request.message);
    const goesOn = new Promise<"next">((resolve, reject) => {
      this.#app(request.message, response.node, (error) => (error === undefined || error === null ? resolve("next") : reject(error instanceof Error ? error : new Error("it called next with something that is no Error"))));
    });
    try {
      if ((await Promise.race([goesOn, response.ended])) === "next") {
        copyFields(response, context.getResponse());
        request.giveBack(context);
        this.#waiting = response;
        return RQ_NOTIFICATION_CONTINUE;
      }
      answer(context.getResponse(), response);
    } catch (error) {
      refuse(context.getResponse(), error);
    }
    return RQ_NOTIFICATION_FINISH_REQUEST;
  }

  /** Whoever made the answer: it is written as Express would have written it. */
  async leave(context: HttpContext): Promise<RequestNotificationStatus> {
    const written = this.#waiting;
    const { status, reason, headers, entity } = context.getResponse().getRawHttpResponse();
    if (written !== undefined && entity !== undefined && !written.node.headersSent) {
      written.begin(status, reason, headers);
      written.node.end(Buffer.from(entity));
      await written.ended;
      answer(context.getResponse(), written);
    }
    return RQ_NOTIFICATION_CONTINUE;
  }
}

function answer(response: HttpResponse, { node, body }: CapturedResponse): void {
  response.clear();
  response.setStatus(node.statusCode, node.statusMessage);
  copyFields({ node }, response);
  response.writeEntityChunks(body());
}

function copyFields({ node }: Pick<CapturedResponse, "node">, response: HttpResponse): void {
  for (const name of (node as unknown as { getRawHeaderNames(): readonly string[] }).getRawHeaderNames()) {
    const value = node.getHeader(name)!;
    [value].flat().forEach((each, index) => response.setHeader(name, String(each), index === 0));
  }
}

/** As Express's own last handler has it, but with no text of the error. @throws what is not the client's mistake */
function refuse(response: HttpResponse, error: unknown): void {
  const { status, statusCode } = error as { readonly status?: unknown; readonly statusCode?: unknown };
  const given = status ?? statusCode;
  if (typeof given !== "number" || given < 400 || given > 499) throw error;
  response.clear();
  response.setStatus(given);
}
