import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { HostResponse } from "../../base/host-message.js";
import { readDuration } from "../script/read-duration.js";
import type { FaultDetails } from "../script/scripted-fault.js";
import { octetsFor, textOfAnswer } from "./answer-text.js";
import { cutEnvelope } from "./cut-envelope.js";
import { replaceRelatesTo } from "./replace-relates-to.js";

/** Does to an answer what no plug-in could. */
export async function disturb(details: FaultDetails, response: HostResponse): Promise<HostResponse> {
  const octets = (): Uint8Array => octetsFor(response, textOfAnswer(response));
  switch (details.preset) {
    case "slow-receive":
      // A mock that was stopped meanwhile does not stay for it.
      await wait(readDuration(details.delay ?? "5s"), undefined, { ref: false });
      return response;
    case "connection-reset":
      return { ...response, breakOff: { after: details.octets ?? Math.floor(octets().length / 2), by: "reset" } };
    case "wrong-relates-to":
      return { ...response, body: octetsFor(response, replaceRelatesTo(textOfAnswer(response), `uuid:${randomUUID().toUpperCase()}`)) };
    case "truncated-envelope":
      return { ...response, body: cutEnvelope(octets(), details.octets) };
    default:
      return response;
  }
}
