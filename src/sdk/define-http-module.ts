import type { Clock } from "../base/clock.js";
import type { Logger } from "../base/logger.js";
import type { CompletionInfo, HttpContext } from "./http-context.js";
import type { AuthenticationProvider, HttpEventProvider, LogProvider } from "./http-user.js";
import type { ModuleNotification, ModulePriority, RequestNotificationStatus } from "./request-notification.js";

/** The provider that goes with a notification. */
export type ProviderOf<K extends ModuleNotification> = K extends "authenticateRequest" ? AuthenticationProvider : K extends "logRequest" | "postLogRequest" ? LogProvider : HttpEventProvider;

type Status = RequestNotificationStatus | Promise<RequestNotificationStatus>;

/** The handler that each notification needs: `onBeginRequest`, `onPostBeginRequest`, … */
export type HandlersByNotification = {
  [K in ModuleNotification]: { [H in `on${Capitalize<K>}`]: (context: HttpContext, provider: ProviderOf<K>) => Status };
};

type UnionToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** CHttpModule: one for each request, made when the first of its notifications is due. It has a handler for each. */
export type HttpModule<N extends ModuleNotification = ModuleNotification> = UnionToIntersection<HandlersByNotification[N]> & HttpModuleEnd;

export interface HttpModuleEnd {
  /** What was begun in a notification that is pending has ended. Its status counts like a handler's. */
  onAsyncCompletion?(context: HttpContext, notification: ModuleNotification, isPost: boolean, completionInfo: CompletionInfo, provider: HttpEventProvider): Status;
  /** The request is over. */
  dispose?(): void;
}

/** IHttpModuleFactory. */
export interface HttpModuleFactory<N extends ModuleNotification = ModuleNotification> {
  getHttpModule(): HttpModule<N>;
  /** The module is no longer needed: after the last request. */
  terminate?(): void | Promise<void>;
}

/** What a module is given once, before its first request: of every application that lists it. */
export interface HttpModuleStart {
  /** As the configuration names it. */
  readonly name: string;
  readonly siteName: string;
  readonly applicationPath: string;
  /** Folder of the application; absolute. `undefined` where it has none. */
  readonly applicationDirectory: string | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
  /** `true` while `wsmanor validate` checks: build and check everything, change nothing outside. */
  readonly validateOnly: boolean;
}

/** The data half of a module. */
export interface HttpModuleDeclaration<N extends ModuleNotification> {
  /** The name that `system.webServer/modules` lists it by. */
  readonly name: string;
  /** The version of this contract it was written for. */
  readonly sdkVersion: 1;
  /** All it is told of; it has a handler for each. */
  readonly notifications: readonly N[];
  /** Default: MEDIUM. */
  readonly priorities?: { readonly [K in NoInfer<N>]?: ModulePriority };
}

export interface HttpModulePlugin<N extends ModuleNotification = ModuleNotification> {
  readonly kind: "http-module";
  readonly declaration: HttpModuleDeclaration<N>;
  /** RegisterModule. */
  readonly register: (start: HttpModuleStart) => HttpModuleFactory<N> | Promise<HttpModuleFactory<N>>;
}

/**
 * Declares an HTTP module. Naming a notification without its handler does not compile.
 *
 * ```ts
 * export default defineHttpModule({
 *   declaration: { name: "request-id", sdkVersion: 1, notifications: ["beginRequest"] },
 *   register: () => ({
 *     getHttpModule: () => ({
 *       onBeginRequest(context) {
 *         context.getResponse().setHeader("X-Request-Id", context.getRequest().getRawHttpRequest().requestId);
 *         return RQ_NOTIFICATION_CONTINUE;
 *       },
 *     }),
 *   }),
 * });
 * ```
 */
export function defineHttpModule<const N extends ModuleNotification>(module: {
  readonly declaration: HttpModuleDeclaration<N>;
  readonly register: (start: HttpModuleStart) => HttpModuleFactory<NoInfer<N>> | Promise<HttpModuleFactory<NoInfer<N>>>;
}): HttpModulePlugin<N> {
  return Object.freeze({ kind: "http-module" as const, ...module });
}
