import { encodePath } from "../../base/encode-path.js";
import { HRESULT } from "../../sdk/hresult.js";
import type { HttpResponse } from "../../sdk/http-response.js";
import { checkField, longestField } from "./check-field.js";
import { originOf } from "./raw-request.js";
import type { RequestState } from "./request-state.js";

/** What the pipeline writes itself from the body it has. */
const ownFields: ReadonlySet<string> = new Set(["content-length", "transfer-encoding", "connection"]);

/** IHttpResponse. */
export function moduleResponse({ answer, request }: RequestState): HttpResponse {
  return {
    getRawHttpResponse: () => ({ status: answer.status, reason: answer.reason, headers: [...answer.headers.fields], entity: answer.entity }),
    setStatus: (status, reason = "", subStatus = 0, hresult = HRESULT.S_OK) => {
      if (!Number.isInteger(status) || status < 200 || status > 599 || !Number.isInteger(subStatus) || subStatus < 0 || subStatus > 0xffff) return HRESULT.ERROR_INVALID_PARAMETER;
      if (checkField("reason", reason) !== HRESULT.S_OK || reason.length > 512) return HRESULT.ERROR_INVALID_DATA;
      answer.setStatus(status, reason, subStatus);
      answer.hresult = hresult;
      return HRESULT.S_OK;
    },
    getStatus: () => ({ status: answer.status, subStatus: answer.subStatus, reason: answer.reason, hresult: answer.hresult }),
    setHeader: (name, value, replace = true) => {
      const hresult = checkField(name, value);
      if (hresult !== HRESULT.S_OK) return hresult;
      if (ownFields.has(name.toLowerCase())) return HRESULT.ERROR_INVALID_PARAMETER;
      answer.headers.set(name, value, replace);
      return HRESULT.S_OK;
    },
    getHeader: (name) => answer.headers.get(name),
    deleteHeader: (name) => {
      answer.headers.delete(name);
      return HRESULT.S_OK;
    },
    clear: () => {
      answer.clear();
      return HRESULT.S_OK;
    },
    clearHeaders: () => {
      answer.headers.clear();
      return HRESULT.S_OK;
    },
    writeEntityChunks: (chunks) => {
      const list: readonly unknown[] = typeof chunks === "string" || chunks instanceof Uint8Array ? [chunks] : chunks;
      if (!Array.isArray(list) || !list.every((chunk): chunk is string | Uint8Array => typeof chunk === "string" || chunk instanceof Uint8Array)) return HRESULT.ERROR_INVALID_PARAMETER;
      // Copies, as IIS makes them: the module may go on with its own.
      answer.write(list.map((chunk) => (typeof chunk === "string" ? Buffer.from(chunk) : Uint8Array.from(chunk))));
      return HRESULT.S_OK;
    },
    redirect: (url, resetStatus = true, includeParameters = false) => {
      if (checkField("Location", url) !== HRESULT.S_OK || url.length > longestField - 4096 || url === "") return HRESULT.ERROR_INVALID_PARAMETER;
      const { scheme, host } = originOf(request.original);
      if (!URL.canParse(url, `${scheme}://${host}${encodePath(request.path)}`)) return HRESULT.ERROR_INVALID_PARAMETER;
      const target = new URL(url, `${scheme}://${host}${encodePath(request.path)}`);
      if (includeParameters && request.query !== "") target.search = target.search === "" ? request.query : `${target.search.slice(1)}&${request.query}`;
      if (resetStatus) {
        answer.clearBody();
        answer.setStatus(302, "Redirect", 0);
      }
      answer.headers.set("Location", target.href, true);
      return HRESULT.S_OK;
    },
    setNeedDisconnect: () => {
      answer.isLast = true;
    },
    resetConnection: () => {
      answer.isReset = true;
    },
  };
}
