import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { HostResponse } from "../../base/host-message.js";
import { readDuration } from "../script/read-duration.js";
import type { FaultDetails } from "../script/scripted-fault.js";
import { octetsFor, textOfAnswer } from "./answer-text.js";

/** Does to an answer what no plug-in could. */
export async function disturb(details: FaultDetails, response: HostResponse): Promise<HostResponse> {
  switch (details.preset) {
    case "slow-receive":
      await wait(readDuration(details.delay ?? "5s"));
      return response;
    case "connection-reset":
      return { ...response, breakOff: { after: details.octets ?? Math.floor(octetsOf(response).length / 2), by: "reset" } };
    case "wrong-relates-to":
      return { ...response, body: octetsFor(response, textOfAnswer(response).replace(/(<a:RelatesTo>)[^<]*/u, `$1uuid:${randomUUID().toUpperCase()}`)) };
    case "truncated-envelope": {
      const body = octetsOf(response);
      return { ...response, body: body.subarray(0, details.octets ?? Math.floor(body.length / 2)) };
    }
    default:
      return response;
  }
}

const octetsOf = ({ body = "" }: HostResponse): Uint8Array => (typeof body === "string" ? Buffer.from(body, "utf8") : body);
