import type { CimType, ClassDefinition, OperationFailure } from "wsmanor/sdk";
import type { CimDateTime } from "./cim-datetime.js";
import type { Facts } from "./facts.js";
import type { Parameters } from "./parameters.js";

/** `null`: no value. An array is `null` when there is nothing to say. Numbers are whole; what its type cannot hold is written as no value. */
export type CimValue = string | number | bigint | boolean | CimDateTime | null | undefined | readonly (string | number | boolean)[];

/** Text of a value that is one of a string, a number or a truth; the rest has none. */
export const textOfValue = (value: CimValue): string | undefined => (value === null || value === undefined || typeof value === "object" ? undefined : String(value));

/**
 * A property: its type, and where its value comes from: a constant, or a function of what the instance is made of. Without it, it is
 * never known here.
 */
export type PropertyRow<S> = readonly [type: CimType] | readonly [type: CimType, value: CimValue | ((source: S) => CimValue)];

/** What a question needs, so that what is costly is left out. */
export interface Needs {
  /** Is the property of this name used? */
  wants(...names: readonly string[]): boolean;
  /** The one value that the property must have (case is to be ignored); `undefined`: any. */
  equals(name: string): string | undefined;
}

/** One instance: values are found when they are asked for. */
export interface CimInstance {
  /** Never throws: what cannot be found out is `null`. */
  value(name: string): CimValue;
}

/** What a method is called with. */
export interface MethodCall<S> {
  readonly facts: Facts;
  readonly parameters: Parameters;
  /** The caller is an administrator of this host. */
  readonly isAdministrator: boolean;
  /** What the instance is made of. */
  readonly source: S;
  /** Text of the input parameter of that name, trimmed; `undefined`: not given, or null. */
  input(name: string): string | undefined;
}

/** Out parameters with their types; ReturnValue is one of them. */
export type MethodOutput = Readonly<Record<string, readonly [type: CimType, value: CimValue]>>;
export type MethodAnswer = MethodOutput | OperationFailure;

export interface Method<S> {
  /** Called on the class and not on an instance; `source` is then `undefined`. */
  readonly isStatic?: boolean;
  call(call: MethodCall<S>): MethodAnswer | Promise<MethodAnswer>;
}

/** The usual output: nothing but a number. */
export const returns = (value: number): MethodOutput => ({ ReturnValue: ["uint32", value] });

/** A class as the operations see it. */
export interface CimClass {
  readonly definition: ClassDefinition;
  /** Names of all properties, alphabetical without case: the order of answers. */
  readonly names: readonly string[];
  /** There is exactly one instance, so that nobody needs to name it. */
  readonly isSingleton: boolean;
  /** Instances one by one. A plug-in may give more than `needs.equals` asks for. */
  instances(facts: Facts, needs: Needs): AsyncGenerator<CimInstance, void>;
  /** Spelling of the method's name; `undefined`: there is none. */
  method(name: string): { readonly name: string; readonly isStatic: boolean } | undefined;
  readonly methodNames: readonly string[];
  /** @param instance `undefined` for a static method */
  call(name: string, instance: CimInstance | undefined, call: Omit<MethodCall<unknown>, "source">): MethodAnswer | Promise<MethodAnswer>;
}

interface ClassParts<S> {
  readonly name: string;
  /** One of the superclasses; `undefined`: there is none above it. */
  readonly superClass?: string;
  readonly keys: readonly string[];
  readonly isSingleton?: boolean;
  readonly properties: Readonly<Record<string, PropertyRow<S>>>;
  sources(facts: Facts, needs: Needs): Iterable<S> | AsyncIterable<S>;
  readonly methods?: Readonly<Record<string, Method<S>>>;
}

/** Makes a class of a table of its properties and of what its instances are made of. */
export function cimClass<S>({ name, superClass, keys, isSingleton = false, properties, sources, methods = {} }: ClassParts<S>): CimClass {
  const names = Object.keys(properties).sort(withoutCase);
  const rows = new Map(Object.entries(properties));
  const found = new WeakMap<CimInstance, S>();
  const makeInstance = (source: S): CimInstance => {
    const instance: CimInstance = { value: (property) => valueOf(rows.get(property), source) };
    found.set(instance, source);
    return instance;
  };
  const byName = new Map(Object.entries(methods).map(([method, { isStatic = false, call }]) => [method.toLowerCase(), { name: method, isStatic, call }]));
  return {
    definition: { name, keys, properties: Object.fromEntries(names.map((each) => [each, rows.get(each)![0]])), ...(superClass === undefined ? {} : { superClass }) },
    names, isSingleton,
    async *instances(facts, needs) {
      for await (const source of sources(facts, needs)) yield makeInstance(source);
    },
    method: (method) => byName.get(method.toLowerCase()),
    methodNames: [...byName.values()].map((method) => method.name).sort(withoutCase),
    call: (method, instance, call) => byName.get(method.toLowerCase())!.call({ ...call, source: (instance === undefined ? undefined : found.get(instance)) as S }),
  };
}

/** A source that fails costs its property, never the instance. */
function valueOf<S>(row: PropertyRow<S> | undefined, source: S): CimValue {
  const value = row?.[1];
  if (typeof value !== "function") return value ?? null;
  try {
    return value(source) ?? null;
  } catch {
    return null;
  }
}

/** Alphabetical without case. */
export function withoutCase(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}
