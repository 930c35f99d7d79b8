import type { XmlElement } from "../base/xml-element.js";
import { printXml } from "./print-xml.js";
import type { AnyOperationPlugin } from "./test-host-options.js";

type Method = (...values: unknown[]) => unknown;
type Loose = Record<string, unknown>;

/** Methods whose answers are XML. */
const observed = ["get", "put", "invoke", "enumerate"];

/** Elements that a plug-in's methods gave, as it gave them. */
export class Observations {
  readonly #given: XmlElement[] = [];

  note(value: unknown): void {
    const element = typeof value === "object" && value !== null && "object" in value ? value.object : value;
    if (typeof element === "object" && element !== null && "children" in element && Array.isArray(element.children)) this.#given.push(element as XmlElement);
  }

  clear(): void {
    this.#given.length = 0;
  }

  /** @returns the first element given that none of those on the wire equals, printed */
  lost(came: readonly XmlElement[]): string | undefined {
    const wire = new Set(came.map((element) => printXml(element)));
    return this.#given.map((element) => printXml(element)).find((printed) => !wire.has(printed));
  }
}

/** The same plug-in, whose answers are noted on their way to the host. */
export function observePlugin<P extends AnyOperationPlugin>(plugin: P, observations: Observations): P {
  const { operations, startup } = plugin as unknown as { readonly operations?: Loose; readonly startup?: Method };
  if (typeof operations === "object" && operations !== null) return { ...plugin, operations: wrap(operations, observations) };
  if (typeof startup !== "function") return plugin;
  return {
    ...plugin,
    startup: (context: unknown) => {
      const started: unknown = Reflect.apply(startup, plugin, [context]);
      return isThenable(started) ? started.then((later) => wrap(later, observations)) : wrap(started, observations);
    },
  };
}

function wrap(operations: unknown, observations: Observations): unknown {
  if (typeof operations !== "object" || operations === null) return operations;
  const wrapped = Object.create(operations) as Loose;
  for (const name of observed) {
    const method = (operations as Loose)[name];
    if (typeof method !== "function") continue;
    wrapped[name] = (request: unknown) => {
      const answer: unknown = Reflect.apply(method as Method, operations, [request]);
      return isThenable(answer) ? answer.then((later) => noted(later, observations)) : noted(answer, observations);
    };
  }
  return wrapped;
}

/** Items are noted as they are taken; what else the plug-in hangs on them stays. */
function noted(answer: unknown, observations: Observations): unknown {
  if (typeof answer !== "object" || answer === null || "children" in answer) {
    observations.note(answer);
    return answer;
  }
  if (Array.isArray(answer)) {
    for (const item of answer as readonly unknown[]) observations.note(item);
    return answer;
  }
  const { next } = answer as { next?: unknown };
  if (typeof next !== "function") return answer;
  const note = (step: unknown): unknown => {
    const { done, value } = step as { done?: boolean; value?: unknown };
    if (done !== true) observations.note(value);
    return step;
  };
  // Generators keep their own prototype; only `next` is listened to.
  return Object.assign(answer, {
    next: (...values: unknown[]): unknown => {
      const step: unknown = Reflect.apply(next as Method, answer, values);
      return isThenable(step) ? step.then(note) : note(step);
    },
  });
}

const isThenable = (value: unknown): value is Promise<unknown> => typeof (value as { then?: unknown } | null | undefined)?.then === "function";
