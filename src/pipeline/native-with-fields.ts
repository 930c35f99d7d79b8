import type { HostResponse } from "../base/host-message.js";

/** Fields are put on Node's response before the one who writes it gets it. */
export const nativeWithFields = (native: NonNullable<HostResponse["native"]>, headers: HostResponse["headers"]): NonNullable<HostResponse["native"]> => (request, response) => {
  for (const [name, value] of headers) (response as { appendHeader(name: string, value: string): unknown }).appendHeader(name, value);
  native(request, response);
};
