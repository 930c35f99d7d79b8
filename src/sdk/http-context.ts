import type { HttpRequest } from "./http-request.js";
import type { HttpResponse } from "./http-response.js";
import type { HttpUser } from "./http-user.js";
import type { ModuleNotification, RequestNotificationStatus } from "./request-notification.js";

/** An object that a module keeps with a request or a connection. */
export interface StoredContext {
  /** The request or the connection has ended. */
  cleanupStoredContext?(): void;
  /** The connection has ended; before `cleanupStoredContext`. */
  notifyDisconnect?(): void;
}

/** IHttpModuleContextContainer: one place for each module. */
export interface ModuleContextContainer {
  getModuleContext(): StoredContext | undefined;
  /** @returns S_OK, ERROR_INVALID_PARAMETER (not an object), ERROR_ALREADY_ASSIGNED */
  setModuleContext(context: StoredContext): number;
}

/** IHttpConnection. */
export interface HttpConnection {
  /** Counts from 1. */
  readonly connectionId: number;
  isConnected(): boolean;
  /** Ends with the connection: the place for what belongs to it. */
  getModuleContextContainer(): ModuleContextContainer;
}

/** IHttpCompletionInfo. */
export interface CompletionInfo {
  getCompletionBytes(): number;
  /** An HRESULT. */
  getCompletionStatus(): number;
}

/** IHttpContext: one request, as one module sees it. Use it while the request lasts. */
export interface HttpContext {
  getSite(): { readonly name: string };
  getApplication(): { readonly path: string };
  getConnection(): HttpConnection;
  getRequest(): HttpRequest;
  getResponse(): HttpResponse;
  /** `undefined` before authentication, and when nobody authenticated. */
  getUser(): HttpUser | undefined;
  /** `false` up to the end of endRequest. */
  getResponseHeadersSent(): boolean;
  /** Ends with the request. */
  getModuleContextContainer(): ModuleContextContainer;
  /** The calling module is no longer told of these in this request. logRequest and endRequest cannot be disabled. */
  disableNotifications(notifications: readonly ModuleNotification[]): void;
  /** @returns hresult ERROR_INVALID_INDEX: there is no such variable, or no such header field */
  getServerVariable(name: string): { readonly hresult: number; readonly value: string | undefined };
  /** Makes it where it is missing, for this request. */
  setServerVariable(name: string, value: string): number;
  /** The application is not asked: the answer is what modules made of it. */
  setRequestHandled(): void;
  /** Completes a notification that gave RQ_NOTIFICATION_PENDING: the request goes on with this status, CONTINUE or FINISH_REQUEST. */
  indicateCompletion(status: RequestNotificationStatus): void;
  /** Has `onAsyncCompletion` of this module called, once the notification has given RQ_NOTIFICATION_PENDING. */
  postCompletion(bytes: number): void;
}
