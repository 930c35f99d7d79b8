import {
  childText, checkOptions, type ClassDefinition, failure, OperationFailure, type EnumerateRequest, type EnumerationItem, type GetRequest, type InvokeRequest, type Operations, type OptionSet,
} from "wsmanor/sdk";
import { textOfValue, type CimClass, type CimInstance, type Needs } from "./cim-class.js";
import { familyNamed, type Family } from "./classes.js";
import { Facts } from "./facts.js";
import type { Machine } from "./machine.js";
import { everything, needsOf, needsOfKeys } from "./needs.js";
import type { Parameters } from "./parameters.js";
import { Past } from "./past.js";
import { cimNamespace, classUri, namespaceSelector, readKeys, readResource, type Scheme } from "./resource.js";
import { writeObject, type Form } from "./write-instance.js";

const codes = {
  /** `…/*` without a filter. */
  unfiltered: 0x80338070,
  /** Keys in the URI of an enumeration. */
  keysOfEnumeration: 0x80338108,
} as const;

/** Options of Windows' own clients; others that they do not insist on are passed over. */
const preciseArrays = "UsePreciseArrays";
const knownOptions = [preciseArrays, `msftwinrm:${preciseArrays}`, "IncludeQualifiers", "IncludeInheritanceHierarchy", "IncludeResultTimestamp"];

/** Milliseconds of work after which others get their turn. */
const turn = 5;

/** What the host calls. The machine under it is the only thing that it knows of the world. */
export function systemOperations(machine: Machine, parameters: Parameters): Operations<"Get" | "Enumerate" | "Invoke"> {
  const past = new Past(machine);
  const facts = (): Facts => new Facts(machine, past);
  return {
    get: (request) => get(request, facts()),
    enumerate: (request) => enumerate(request, facts()),
    invoke: (request) => invoke(request, facts(), parameters),
  };
}

async function get({ resourceUri, selectors, options, fragment }: GetRequest, facts: Facts): Promise<string | OperationFailure> {
  const resource = readResource(resourceUri, selectors);
  const refusal = resource instanceof OperationFailure ? resource : checkOptions(options, knownOptions);
  if (refusal !== undefined || resource instanceof OperationFailure) return refusal!;
  if (fragment !== undefined) return failure("not-supported", { message: "Fragments are the host's business, and it handed one on." });
  if (resource.of === undefined) return failure("not-found", { message: `${resourceUri} names all classes; name one to get an instance of it.` });
  const of = onlyMember(resource.of);
  if (of instanceof OperationFailure) return of;
  const instance = await find(of, selectors, facts);
  return instance instanceof OperationFailure ? instance : writeInstance(of.definition, formOf(resource.scheme, of.definition, options), instance, of.names);
}

/** A class above several has no keys of its own; above one it has that one's, as it has its instances. */
function onlyMember({ definition, members }: Family): CimClass | OperationFailure {
  if (members.length === 1) return members[0]!;
  return failure("not-found", { message: `${definition.name} stands for ${members.map((each) => each.definition.name).join(", ")}; name one of them to get an instance of it, or enumerate ${definition.name}.` });
}

async function find(of: CimClass, selectors: GetRequest["selectors"], facts: Facts): Promise<CimInstance | OperationFailure> {
  const keys = readKeys(of, selectors);
  if (keys instanceof OperationFailure) return keys;
  const needs = keys === "the one" ? everything : needsOfKeys(keys);
  for await (const instance of of.instances(facts, needs)) {
    if (keys === "the one" || [...keys].every(([name, value]) => hasKey(instance, name, value))) return instance;
  }
  const named = keys === "the one" ? "" : ` with ${[...keys].map(([name, value]) => `${name}=${value}`).join(" and ")}`;
  return failure("not-found", { message: `There is no ${of.definition.name}${named}.` });
}

const hasKey = (instance: CimInstance, name: string, value: string): boolean => textOfValue(instance.value(name))?.toLowerCase() === value.toLowerCase();

function enumerate({ resourceUri, selectors, options, filter, query, polymorphism, signal }: EnumerateRequest, facts: Facts): AsyncGenerator<EnumerationItem, void> | OperationFailure {
  const resource = readResource(resourceUri, selectors);
  const refusal = resource instanceof OperationFailure ? resource : checkOptions(options, knownOptions);
  if (refusal !== undefined || resource instanceof OperationFailure) return refusal!;
  if (filter !== undefined) return failure("cannot-process-filter", { message: "Filters are the host's business, and it handed one on." });
  for (const [name] of selectors.entries()) {
    if (name.toLowerCase() !== namespaceSelector) return failure("invalid-selectors", { detail: "unexpected", code: codes.keysOfEnumeration, message: `An enumeration gives all instances; leave the selector ${name} out, or use Get.` });
  }
  const of = resource.of ?? (query === undefined ? undefined : familyNamed(query.className));
  if (of === undefined) return failure("cannot-process-filter", { code: codes.unfiltered, message: `${resourceUri} stands for all classes: enumerate one class, or send a WQL query that names it.` });
  return itemsOfAll(membersFor(of, polymorphism), { scheme: resource.scheme, options, query, as: polymorphism === "ExcludeSubClassProperties" ? of.definition : undefined, signal }, facts);
}

/** With `None` only instances of the very class: a class above others has none. */
const membersFor = ({ definition, members }: Family, polymorphism: EnumerateRequest["polymorphism"]): readonly CimClass[] =>
  polymorphism === "None" ? members.filter((each) => each.definition === definition) : members;

interface Enumeration {
  readonly scheme: Scheme;
  readonly options: OptionSet;
  readonly query: EnumerateRequest["query"];
  /** What instances are written as, with nothing but its properties; `undefined`: as what they are. */
  readonly as: ClassDefinition | undefined;
  readonly signal: EnumerateRequest["signal"];
}

/** One class after the other. */
async function* itemsOfAll(members: readonly CimClass[], enumeration: Enumeration, facts: Facts): AsyncGenerator<EnumerationItem, void> {
  for (const of of members) {
    if (enumeration.signal.aborted) return;
    yield* items(of, enumeration, facts);
  }
}

/** One instance at a time: nothing is read before it is asked for, and nothing is kept. */
async function* items(of: CimClass, { scheme, options, query, as = of.definition, signal }: Enumeration, facts: Facts): AsyncGenerator<EnumerationItem, void> {
  const { keys } = of.definition;
  const needs = narrowed(query === undefined ? everything : needsOf(query, keys), as, of.definition);
  const names = of.names.filter((name) => needs.wants(name) && Object.hasOwn(as.properties, name));
  const form = formOf(scheme, as, options);
  const namespace: readonly (readonly [string, string])[] = scheme === "dmtf" ? [[namespaceSelector, cimNamespace]] : [];
  let since = facts.machine.elapsed();
  for await (const instance of of.instances(facts, needs)) {
    if (signal.aborted) return;
    // A single instance need not have a name.
    const selectors = keys.map((key) => [key, textOfValue(instance.value(key))] as const).filter((pair): pair is [string, string] => pair[1] !== undefined);
    // Whatever it is written as, it is named as what it is.
    yield { object: writeInstance(as, form, instance, names), epr: { resourceUri: classUri(scheme, of.definition.name), selectors: [...selectors, ...namespace] } };
    if (facts.machine.elapsed() - since < turn) continue;
    await facts.machine.breathe();
    since = facts.machine.elapsed();
  }
}

/** What is not written is not found out, but for keys. */
function narrowed(needs: Needs, as: ClassDefinition, own: ClassDefinition): Needs {
  if (as === own) return needs;
  return {
    ...needs,
    wants: (...names) => {
      const written = names.filter((name) => Object.hasOwn(as.properties, name) || own.keys.includes(name));
      return written.length > 0 && needs.wants(...written);
    },
  };
}

async function invoke({ resourceUri, selectors, options, method, body, sender }: InvokeRequest, facts: Facts, parameters: Parameters): Promise<string | OperationFailure> {
  const resource = readResource(resourceUri, selectors);
  const refusal = resource instanceof OperationFailure ? resource : checkOptions(options, knownOptions);
  if (refusal !== undefined || resource instanceof OperationFailure) return refusal!;
  const { scheme } = resource;
  if (resource.of === undefined) return failure("not-found", { message: `${resourceUri} names all classes; name one to call a method of it.` });
  const of = ownClass(resource.of);
  if (of instanceof OperationFailure) return of;
  const known = of.method(method);
  if (known === undefined) return failure("not-supported", { message: `${of.definition.name} has no method ${method}; ${of.methodNames.length === 0 ? "it has none" : `there are ${of.methodNames.join(", ")}`}.` });
  const keyed = [...selectors.entries()].some(([name]) => name.toLowerCase() !== namespaceSelector);
  if (known.isStatic && keyed) return failure("invalid-selectors", { detail: "unexpected", message: `${known.name} is a method of the class ${of.definition.name}: leave its keys out.` });
  const instance = known.isStatic ? undefined : await find(of, selectors, facts);
  if (instance instanceof OperationFailure) return instance;
  const input = body?.element();
  const output = await of.call(known.name, instance, {
    facts, parameters, isAdministrator: sender.isAdministrator,
    input: (name) => (input === undefined ? undefined : (childText(input, name) ?? undefined)),
  });
  if (output instanceof OperationFailure) return output;
  const fields = Object.entries(output).map(([name, [type, value]]) => [name, type, value] as const);
  return writeObject(`${known.name}_OUTPUT`, formOf(scheme, of.definition, options), fields);
}

/** Methods belong to the classes that have instances: their names and outputs are of that class. */
function ownClass({ definition, members }: Family): CimClass | OperationFailure {
  return members.find((each) => each.definition === definition) ??
    failure("not-supported", { message: `${definition.name} has no methods here; call those of ${members.map((each) => each.definition.name).join(", ")}.` });
}

function formOf(scheme: Scheme, { name }: ClassDefinition, options: OptionSet): Form {
  const precise = (options.get(preciseArrays) ?? options.get(`msftwinrm:${preciseArrays}`))?.value?.trim().toLowerCase();
  return { namespace: classUri(scheme, name), typed: scheme === "dmtf", preciseArrays: precise === "true" || precise === "1" };
}

function writeInstance({ name, properties }: ClassDefinition, form: Form, instance: CimInstance, names: readonly string[]): string {
  const fields = names.map((property) => [property, properties[property]!, instance.value(property)] as const);
  return writeObject(name, form, fields, `${name}_Type`);
}
