/**
 * What goes wrong, and where. A plug-in can refuse, and the SDK's list of refusals is closed; what a script wants beyond it is done to
 * answers on their way out: words of a fault are put in the place of a marker that a refusal carried, octets are cut, fields are changed.
 */
import { randomUUID } from "node:crypto";
import type { HostResponse } from "../../base/host-message.js";
import type { RequestContext } from "../../base/request-context.js";
import { failure, type OperationFailure } from "../../sdk/failure.js";
import type { FaultPlace, FaultRule } from "../script/mock-script.js";
import type { FaultDetails, ScriptedFault } from "../script/scripted-fault.js";
import { octetsFor, textOfAnswer, written } from "./answer-text.js";
import { disturb } from "./disturb.js";
import type { FaultPort } from "./fault-port.js";
import { placeOf } from "./place-of.js";
import { RuleCounter } from "./rule-counter.js";
import { detailsOf, soapFaultOf, type SoapFault } from "./soap-fault.js";
import { writeSoapFault } from "./write-soap-fault.js";

/** Where a SOAP fault is the plug-in's to say, before anything has happened. */
const refused: ReadonlySet<FaultPlace> = new Set(["create-shell", "command", "send", "signal", "get", "put", "create", "delete", "invoke", "enumerate"]);
/** Where it is a command's, so that no output is lost with it. */
const ofCommands: ReadonlySet<FaultPlace> = new Set(["receive"]);

interface Armed {
  readonly place: "command" | "receive";
  readonly details: FaultDetails;
  left: number;
}

export class MockFaults implements FaultPort {
  readonly #refusing: readonly RuleCounter[];
  readonly #receiving: readonly RuleCounter[];
  readonly #answering: readonly RuleCounter[];
  readonly #markers = new Map<string, SoapFault>();
  readonly #markerOf = new Map<string, string>();
  readonly #armed = new Map<string, Armed[]>();
  /** By the base64 of what stands in the output. */
  readonly #timeOuts = new Map<string, () => void>();
  /** Command lines by id, for rules that look at them. */
  readonly #lines = new Map<string, string>();

  constructor(rules: readonly FaultRule[]) {
    const counters = rules.map((rule) => new RuleCounter(rule));
    const isSaid = ({ rule }: RuleCounter): boolean => soapFaultOf(rule.fault) !== undefined;
    this.#refusing = counters.filter((counter) => isSaid(counter) && refused.has(counter.rule.on));
    this.#receiving = counters.filter((counter) => isSaid(counter) && ofCommands.has(counter.rule.on));
    this.#answering = counters.filter((counter) => !this.#refusing.includes(counter) && !this.#receiving.includes(counter));
  }

  refusal(fault: SoapFault): OperationFailure {
    const words = JSON.stringify(fault);
    const marker = this.#markerOf.get(words) ?? `mock-fault-${randomUUID()}`;
    this.#markerOf.set(words, marker);
    this.#markers.set(marker, fault);
    return failure("internal", { message: marker, code: fault.code });
  }

  refuse(place: FaultPlace, { line, resourceUri }: { readonly line?: string; readonly resourceUri?: string }): OperationFailure | undefined {
    const counter = this.#meet(this.#refusing, place, line, resourceUri);
    return counter === undefined ? undefined : this.refusal(soapFaultOf(counter.rule.fault)!);
  }

  receiveFaults(line: string): readonly ScriptedFault[] {
    return this.#receiving.filter((counter) => counter.meets(line, undefined)).map(({ rule }) => rule.fault);
  }

  begin(commandId: string, line: string): void {
    this.#lines.set(commandId, line);
  }

  end(commandId: string): void {
    this.#lines.delete(commandId);
    this.#armed.delete(commandId);
  }

  arm(commandId: string, place: "command" | "receive", fault: ScriptedFault): void {
    const details = detailsOf(fault);
    const armed = { place, details, left: details.times ?? 1 };
    this.#armed.set(commandId, [...(this.#armed.get(commandId) ?? []), armed]);
  }

  async timeOut(write: (octets: Uint8Array) => Promise<boolean>): Promise<void> {
    const octets = Buffer.from(`timed-out-${randomUUID()}`);
    const told = new Promise<void>((resolve) => this.#timeOuts.set(octets.toString("base64"), resolve));
    // Nobody reads any more: then nobody is told either.
    if (!(await write(octets))) return;
    await told;
  }

  /** Looks at every answer before it is sent. */
  async answer(context: RequestContext, response: HostResponse): Promise<HostResponse> {
    const place = placeOf(context.facts.action, context.facts.resourceUri);
    if (place === undefined || response.native !== undefined) return response;
    const text = textOfAnswer(response);
    const replaced = this.#replaceWords(text, context, response);
    const commandId = /<rsp:CommandId>([^<]*)<|CommandId="([^"]*)"/u.exec(text);
    const details = this.#detailsFor(place, commandId?.[1] ?? commandId?.[2], context.facts.resourceUri);
    if (details === undefined) return replaced;
    const said = soapFaultOf(details);
    return said === undefined ? disturb(details, replaced) : this.#say(said, text, context, response);
  }

  #replaceWords(text: string, context: RequestContext, response: HostResponse): HostResponse {
    if (response.status === 500) {
      const [marker = ""] = /mock-fault-[0-9a-f-]{36}/u.exec(text) ?? [];
      const fault = this.#markers.get(marker);
      return fault === undefined ? response : this.#say(fault, text, context, response);
    }
    for (const [octets, told] of this.#timeOuts) {
      if (!text.includes(octets)) continue;
      this.#timeOuts.delete(octets);
      told();
      return this.#say(soapFaultOf("timed-out")!, text, context, response);
    }
    return response;
  }

  #detailsFor(place: FaultPlace, commandId: string | undefined, resourceUri: string | undefined): FaultDetails | undefined {
    const armed = commandId === undefined ? undefined : this.#armed.get(commandId)?.find((each) => each.place === place && each.left > 0);
    if (armed !== undefined) {
      armed.left--;
      return armed.details;
    }
    const line = commandId === undefined ? undefined : this.#lines.get(commandId);
    const counter = this.#meet(this.#answering, place, line, resourceUri);
    return counter === undefined ? undefined : detailsOf(counter.rule.fault);
  }

  /** Each rule of the place counts; the first that has the fault now gives it. */
  #meet(counters: readonly RuleCounter[], place: FaultPlace, line: string | undefined, resourceUri: string | undefined): RuleCounter | undefined {
    return counters.filter(({ rule: { on } }) => on === place || on === "any").filter((counter) => counter.meets(line, resourceUri))[0];
  }

  #say(fault: SoapFault, text: string, { request, activityId }: RequestContext, response: HostResponse): HostResponse {
    const envelope = writeSoapFault(fault, { messageId: written(text, "a:MessageID") ?? `uuid:${randomUUID().toUpperCase()}`, relatesTo: written(text, "a:RelatesTo"), activityId, machine: request.host });
    return { ...response, status: 500, body: octetsFor(response, envelope) };
  }
}
