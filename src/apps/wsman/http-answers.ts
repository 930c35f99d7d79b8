import type { HostResponse } from "../../base/host-message.js";

/** Answers below SOAP: no body, because nobody could read the request. */
export const httpAnswers = {
  methodNotAllowed: { status: 405, headers: [["Allow", "POST"]] },
  tooLarge: { status: 413, headers: [] },
  unsupportedMediaType: { status: 415, headers: [] },
  /** The body did not arrive in time: Windows' answer to a packet retrieval timeout. */
  bodyTimedOut: { status: 500, headers: [], close: true },
  /** The client has gone; nobody reads this. */
  aborted: { status: 400, headers: [], close: true },
} as const satisfies Record<string, HostResponse>;
