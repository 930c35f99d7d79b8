/** REQUEST_NOTIFICATION_STATUS: go on. */
export const RQ_NOTIFICATION_CONTINUE = 0 as const;
/** Work was begun that ends later: the request waits until the context is told of its completion. */
export const RQ_NOTIFICATION_PENDING = 1 as const;
/** The answer is there: what is left but logRequest and endRequest is skipped. */
export const RQ_NOTIFICATION_FINISH_REQUEST = 2 as const;

export type RequestNotificationStatus = typeof RQ_NOTIFICATION_CONTINUE | typeof RQ_NOTIFICATION_PENDING | typeof RQ_NOTIFICATION_FINISH_REQUEST;

/** IIS's notifications of one request, in order. Each is followed by its post form. */
export const requestNotifications = [
  "beginRequest", "authenticateRequest", "authorizeRequest", "mapRequestHandler", "preExecuteRequestHandler", "executeRequestHandler", "logRequest", "endRequest",
] as const;

export type RequestNotification = (typeof requestNotifications)[number];

/** What a module may be told of: `beginRequest`, `postBeginRequest`, … */
export type ModuleNotification = RequestNotification | `post${Capitalize<RequestNotification>}`;

/** When modules that wait for the same notification are told; those of one priority in the order of the configuration. */
export const modulePriorities = ["FIRST", "HIGH", "MEDIUM", "LOW", "LAST"] as const;

export type ModulePriority = (typeof modulePriorities)[number];
