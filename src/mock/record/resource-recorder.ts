import { lastSegment } from "../../base/last-segment.js";
import type { ResourceReply } from "../script/mock-script.js";
import type { ResourceOperation } from "../script/resource-operation.js";
import { childOf } from "./element-access.js";
import { itemOfElement, selectorsIn } from "./item-of-element.js";
import type { RecordedExchange } from "./recorded-answer.js";

/** What was asked of a resource. */
export interface RecordedCall {
  readonly resourceUri: string;
  readonly operation: ResourceOperation;
  /** Of invoke. */
  readonly method: string | undefined;
  /** Without references; `undefined`: any. */
  readonly selectors: Readonly<Record<string, string>> | undefined;
}

const operations: Readonly<Partial<Record<string, ResourceOperation>>> = { Get: "get", Put: "put", Create: "create", Delete: "delete", Invoke: "invoke" };

/** @returns what a script says of it; `undefined` for what none can say */
export function recordResource({ request, answer }: RecordedExchange): { readonly call: RecordedCall; readonly reply: ResourceReply } | undefined {
  const { resourceUri, action, selectors, fragment } = request;
  const operation = operations[request.operation];
  if (operation === undefined || resourceUri === undefined || fragment !== undefined) return undefined;
  const method = operation === "invoke" ? lastSegment(action) : undefined;
  const texts = selectors.filter((selector): selector is { readonly name: string; readonly value: string } => typeof selector.value === "string");
  const call = { resourceUri, operation, method, selectors: texts.length < selectors.length ? undefined : Object.fromEntries(texts.map(({ name, value }) => [name, value])) };
  if (answer.kind === "fault") return { call, reply: { fault: answer.fault } };
  const { root } = answer;
  if (operation === "create") return { call, reply: { selectors: selectorsIn(childOf(root, "ReferenceParameters") === undefined ? childOf(root, "ResourceCreated") ?? root : root) } };
  if (root === undefined || operation === "delete") return { call, reply: {} };
  return { call, reply: method === undefined ? itemOfElement(root, resourceUri) : itemOfElement(root, resourceUri, `${method}_OUTPUT`) };
}
