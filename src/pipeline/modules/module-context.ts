import { HRESULT } from "../../sdk/hresult.js";
import type { HttpConnection, HttpContext } from "../../sdk/http-context.js";
import { RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_FINISH_REQUEST } from "../../sdk/request-notification.js";
import { contextsOf } from "./module-contexts.js";
import type { ModulePart } from "./module-part.js";
import { moduleRequest } from "./module-request.js";
import { moduleResponse } from "./module-response.js";
import { httpUser } from "./module-user.js";
import { serverVariable } from "./server-variables.js";

/** IHttpContext for one module. */
export function moduleContext(part: ModulePart): HttpContext {
  const { state, module } = part;
  const { exchange } = state;
  const request = moduleRequest(part);
  const response = moduleResponse(state);
  const connection = moduleConnection(part);
  const container = state.contexts.container(module, (error) => part.cleanupFailed(error));
  return {
    getSite: () => ({ name: exchange.site!.name }),
    getApplication: () => ({ path: exchange.application!.path }),
    getConnection: () => connection,
    getRequest: () => request,
    getResponse: () => response,
    getUser: () => (exchange.context.user === undefined ? undefined : httpUser(exchange.context.user)),
    getResponseHeadersSent: () => false,
    getModuleContextContainer: () => container,
    disableNotifications: (notifications) => notifications.forEach((each) => part.disabled.add(each)),
    getServerVariable: (name) => {
      const value = serverVariable(name, state);
      return { hresult: value === undefined ? HRESULT.ERROR_INVALID_INDEX : HRESULT.S_OK, value };
    },
    setServerVariable: (name, value) => {
      if (typeof (name as unknown) !== "string" || typeof (value as unknown) !== "string" || name === "") return HRESULT.ERROR_INVALID_PARAMETER;
      state.variables.set(name.toUpperCase(), value);
      return HRESULT.S_OK;
    },
    setRequestHandled: () => {
      state.isHandled = true;
    },
    indicateCompletion: (status) => {
      if (status !== RQ_NOTIFICATION_CONTINUE && status !== RQ_NOTIFICATION_FINISH_REQUEST) part.misused("completed a notification with neither RQ_NOTIFICATION_CONTINUE nor RQ_NOTIFICATION_FINISH_REQUEST");
      else part.complete((call) => call.indicate(status));
    },
    postCompletion: (bytes) => part.complete((call) => call.post({ getCompletionBytes: () => bytes, getCompletionStatus: () => HRESULT.S_OK })),
  };
}

function moduleConnection(part: ModulePart): HttpConnection {
  const { connection } = part.state.request;
  const contexts = contextsOf(connection);
  const container = contexts.container(part.module, (error) => part.cleanupFailed(error));
  return { connectionId: connection.id, isConnected: () => !contexts.isClosed, getModuleContextContainer: () => container };
}
