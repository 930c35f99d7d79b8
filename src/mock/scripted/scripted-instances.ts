import type { Clock } from "../../base/clock.js";
import { lastSegment } from "../../base/last-segment.js";
import type { Operations } from "../../sdk/define-plugin.js";
import { failure, OperationFailure } from "../../sdk/failure.js";
import type { OperationRequest, SelectorSet, XmlInput, XmlOutput } from "../../sdk/operation-request.js";
import type { EnumerationItem } from "../../sdk/operation-result.js";
import { writeElement } from "../../protocol/xml/write-element.js";
import type { FaultPort } from "../faults/fault-port.js";
import { soapFaultOf } from "../faults/soap-fault.js";
import type { MockItem, ResourceReply } from "../script/mock-script.js";
import { readDuration } from "../script/read-duration.js";
import type { ResourceOperation } from "../script/resource-operation.js";
import { elementOfItem } from "./element-of-item.js";
import type { Journal } from "./journal.js";
import type { Found, ScriptAnswers } from "./script-answers.js";

const wql = "http://schemas.microsoft.com/wbem/wsman/1/WQL";

export interface ScriptedInstancesParts {
  readonly answers: ScriptAnswers;
  readonly journal: Journal;
  readonly port: FaultPort;
  readonly clock: Clock;
}

type InstanceOperations = Operations<"Get" | "Put" | "Create" | "Delete" | "Invoke" | "Enumerate">;

interface Asked {
  readonly method?: string;
  readonly body?: string | undefined;
}

/** Operations on everything that is no shell, as the script answers them. */
export function scriptedInstances(parts: ScriptedInstancesParts): Omit<InstanceOperations, "shutdown"> {
  const { answers, journal, port } = parts;
  const ask = async (operation: ResourceOperation, request: OperationRequest, { method, body }: Asked = {}): Promise<ResourceReply | OperationFailure> => {
    const { resourceUri, sender } = request;
    const refusal = port.refuse(operation, { resourceUri });
    if (refusal !== undefined) return refusal;
    const call = { kind: "resource" as const, operation, resourceUri, method, selectors: textsOf(request.selectors), body, user: sender.senderName };
    const found = answers.resource(call);
    journal.addResource(call, found !== undefined);
    if (found === undefined) return failure("not-found", { message: `The script has no answer for ${operation} of ${resourceUri}${describe(call.selectors)}.` });
    return settle(found, request, parts);
  };
  const answer = async (operation: "get" | "put", request: OperationRequest, asked: Asked = {}): Promise<XmlOutput | OperationFailure> => {
    const reply = await ask(operation, request, asked);
    return reply instanceof OperationFailure ? reply : elementOf(reply, request.resourceUri);
  };
  return {
    get: (request) => answer("get", request),
    put: (request) => answer("put", request, { body: textOf(request.body) }),
    create: async (request) => {
      const reply = await ask("create", request, { body: textOf(request.body) });
      return reply instanceof OperationFailure ? reply : { selectors: reply.selectors ?? {} };
    },
    delete: async (request) => {
      const reply = await ask("delete", request);
      return reply instanceof OperationFailure ? reply : undefined;
    },
    invoke: async (request) => {
      const { method, resourceUri } = request;
      const reply = await ask("invoke", request, { method, body: request.body === undefined ? undefined : textOf(request.body) });
      if (reply instanceof OperationFailure) return reply;
      return reply.xml === undefined && reply.properties === undefined ? undefined : elementOfItem(reply, resourceUri, `${method}_OUTPUT`);
    },
    enumerate: async (request) => {
      const { filter, resourceUri, sender } = request;
      if (filter?.dialect !== wql) {
        const reply = await ask("enumerate", request, { body: filter?.text });
        return reply instanceof OperationFailure ? reply : itemsOf(reply.items ?? [], resourceUri);
      }
      const refusal = port.refuse("enumerate", { resourceUri });
      if (refusal !== undefined) return refusal;
      const call = { kind: "query" as const, query: filter.text, resourceUri, user: sender.senderName };
      const found = answers.query(call);
      journal.addQuery(call, found !== undefined);
      if (found === undefined) return failure("cannot-process-filter", { message: `The script has no answer for the query ${filter.text}` });
      const reply = await settle(found, request, parts);
      return reply instanceof OperationFailure ? reply : itemsOf(reply.items ?? [], resourceUri);
    },
  };
}

/** The reply after its delay, or the fault that it is. */
async function settle<Reply extends Pick<ResourceReply, "delay" | "fault">>(found: Found<Reply>, { signal }: OperationRequest, { port, clock }: ScriptedInstancesParts): Promise<Reply | OperationFailure> {
  const reply = await found.take();
  if (reply.delay !== undefined) {
    await new Promise<void>((resolve) => {
      const cancel = clock.after(readDuration(reply.delay!)!, resolve);
      signal.addEventListener("abort", () => {
        cancel();
        resolve();
      }, { once: true });
    });
  }
  const said = reply.fault === undefined ? undefined : soapFaultOf(reply.fault);
  return said === undefined ? reply : port.refusal(said);
}

/** A class's own URI, where the request named all classes of a namespace. */
const uriOf = (item: MockItem, resourceUri: string): string => (item.class === undefined ? resourceUri : resourceUri.replace(/[^/]*$/u, item.class));

function elementOf(item: MockItem, resourceUri: string): XmlOutput {
  const uri = uriOf(item, resourceUri);
  return elementOfItem(item, uri, item.class ?? lastSegment(uri));
}

const itemsOf = (items: readonly MockItem[], resourceUri: string): readonly EnumerationItem[] =>
  items.map((item) => {
    const object = elementOf(item, resourceUri);
    return item.selectors === undefined ? object : { object, epr: { resourceUri: uriOf(item, resourceUri), selectors: item.selectors } };
  });

function textsOf(selectors: SelectorSet): Readonly<Record<string, string>> {
  return Object.fromEntries([...selectors.entries()].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])));
}

const textOf = (body: XmlInput): string => (body.renderingType === "text" ? body.text : writeElement(body.element()));

const describe = (selectors: Readonly<Record<string, string>>): string => {
  const named = Object.entries(selectors).map(([name, value]) => `${name}=${value}`).join(", ");
  return named === "" ? "" : ` with the selectors ${named}`;
};
