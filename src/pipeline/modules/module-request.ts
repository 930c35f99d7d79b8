import { HRESULT } from "../../sdk/hresult.js";
import type { HttpRequest } from "../../sdk/http-request.js";
import { checkField, longestField } from "./check-field.js";
import type { ModulePart } from "./module-part.js";
import { addresses, clientCertInfo, httpVersion, rawRequest } from "./raw-request.js";
import { thrownText } from "./thrown-text.js";

/** IHttpRequest for one module. */
export function moduleRequest(part: ModulePart): HttpRequest {
  const { state } = part;
  const { request, limits } = state;
  return {
    getRawHttpRequest: () => rawRequest(state),
    getHeader: (name) => request.headers.get(name),
    setHeader: (name, value, replace = true) => {
      const hresult = checkField(name, value);
      if (hresult === HRESULT.S_OK) request.fields.set(name, value, replace);
      return hresult;
    },
    deleteHeader: (name) => {
      request.fields.delete(name);
      return HRESULT.S_OK;
    },
    getHttpMethod: () => request.method,
    setHttpMethod: (method) => {
      if (checkField(method, "") !== HRESULT.S_OK) return HRESULT.ERROR_INVALID_PARAMETER;
      request.method = method;
      return HRESULT.S_OK;
    },
    setUrl: (url, resetQueryString = true) => setUrl(part, url, resetQueryString),
    getUrlChanged: () => request.isUrlChanged,
    getLocalAddress: () => addresses(request.connection).local,
    getRemoteAddress: () => addresses(request.connection).remote,
    getHttpVersion: () => httpVersion(request),
    readEntityBody: async (size) => {
      if (!Number.isSafeInteger(size) || size < 1) return { hresult: HRESULT.ERROR_INVALID_PARAMETER, bytes: new Uint8Array(0) };
      return request.readEntity(size, limits.entity);
    },
    insertEntityBody: (bytes) => {
      if (!(bytes instanceof Uint8Array)) return HRESULT.ERROR_INVALID_PARAMETER;
      request.insert(bytes);
      return HRESULT.S_OK;
    },
    getRemainingEntityBytes: () => request.remaining,
    getClientCertificate: () => {
      const { negotiated } = request.certificates.state();
      if (!negotiated) return { hresult: HRESULT.ERROR_NOT_FOUND, certInfo: null, negotiated };
      return { hresult: HRESULT.S_OK, certInfo: clientCertInfo(request.certificates), negotiated };
    },
    negotiateClientCertificate: ((async = false) => (async ? beginNegotiation(part) : negotiate(part))) as HttpRequest["negotiateClientCertificate"],
  };
}

function setUrl({ state: { request } }: ModulePart, url: string, resetQueryString: boolean): number {
  const written: unknown = url;
  if (typeof written !== "string" || written.length > longestField || !/^\/[!-~]*$/u.test(written) || written.includes("#")) return HRESULT.ERROR_INVALID_PARAMETER;
  const mark = written.indexOf("?");
  let path: string;
  try {
    path = decodeURIComponent(mark < 0 ? written : written.slice(0, mark));
  } catch {
    return HRESULT.ERROR_INVALID_PARAMETER;
  }
  if (path.includes("\0")) return HRESULT.ERROR_INVALID_PARAMETER;
  request.path = path;
  if (mark >= 0) request.query = written.slice(mark + 1);
  else if (resetQueryString) request.query = "";
  request.isUrlChanged = true;
  return HRESULT.S_OK;
}

/** Asks the client. Never rejects. */
async function negotiate(part: ModulePart): Promise<number> {
  const { state } = part;
  const call = part.open;
  if (call === undefined || call.isOver) {
    part.misused("asked for a client's certificate while no notification of it runs");
    return HRESULT.E_FAIL;
  }
  const work = state.request.certificates.negotiate(state.limits.preload).then(
    ({ hresult, isBodyTooLarge }) => {
      if (isBodyTooLarge === true) state.isTooLarge = true;
      return hresult;
    },
    (error: unknown) => {
      state.logger.error("asking for a client's certificate failed", { activityId: state.exchange.context.activityId, error: thrownText(error) });
      return HRESULT.E_FAIL;
    },
  );
  call.negotiating(work);
  return work;
}

function beginNegotiation(part: ModulePart): { readonly hresult: number; readonly completionPending: boolean } {
  const { request } = part.state;
  if (request.certificates.state().negotiated) return { hresult: HRESULT.S_OK, completionPending: false };
  if (!request.connection.secure || part.open === undefined || part.open.isOver) return { hresult: HRESULT.E_FAIL, completionPending: false };
  const call = part.open;
  void negotiate(part).then((hresult) => call.post({ getCompletionBytes: () => 0, getCompletionStatus: () => hresult }));
  return { hresult: HRESULT.S_OK, completionPending: true };
}
