import { capabilities, type Capability } from "../base/capability.js";
import type { RouteAnswer, RouteEntry, Routes } from "./route-entry.js";

/** Longer URIs and more of them are looked up every time, so that nobody fills memory with made-up URIs. */
const memo = { entries: 1024, uriLength: 512 };

const noSuchUri = Object.freeze({ kind: "noSuchUri" as const });

type Answers<T> = ReadonlyMap<Capability, RouteAnswer<T>>;

/**
 * Makes the table that tells who serves a resource URI and can do what is asked: URIs compare without case, an exact
 * URI wins over any prefix, of the prefixes the longest. What the winning URI cannot do is not looked for under shorter ones. All
 * owners of one URI count together; where two claim the same capability (the configuration refuses it) the first keeps it.
 */
export function buildRoutes<T>(entries: readonly RouteEntry<T>[]): Routes<T> {
  const equal = group(entries);
  const starting = group(entries.filter((entry) => !entry.resource.exactMatch));
  const prefixes = [...starting.keys()].sort((a, b) => b.length - a.length);
  const known = new Map<string, Answers<T> | undefined>();

  const lookUp = (uri: string): Answers<T> | undefined => {
    const exact = equal.get(uri);
    if (exact !== undefined) return exact;
    const prefix = prefixes.find((start) => uri.startsWith(start));
    return prefix === undefined ? undefined : starting.get(prefix);
  };

  return Object.freeze({
    hasShells: entries.some(({ resource }) => resource.capabilities.some(({ type }) => type === "Shell")),
    find(resourceUri: string, capability: Capability): RouteAnswer<T> {
      // Remembered as spelled: clients repeat themselves, and lowering the case is most of the work.
      let answers = known.get(resourceUri);
      if (answers === undefined && !known.has(resourceUri)) {
        answers = lookUp(resourceUri.toLowerCase());
        if (resourceUri.length <= memo.uriLength) {
          if (known.size >= memo.entries) known.clear();
          known.set(resourceUri, answers);
        }
      }
      return answers?.get(capability) ?? noSuchUri;
    },
  });
}

function group<T>(entries: readonly RouteEntry<T>[]): Map<string, Answers<T>> {
  const byUri = new Map<string, RouteEntry<T>[]>();
  for (const entry of entries) {
    const uri = entry.resource.resourceUri.toLowerCase();
    const owners = byUri.get(uri);
    if (owners === undefined) byUri.set(uri, [entry]);
    else owners.push(entry);
  }
  return new Map([...byUri].map(([uri, owners]) => [uri, answersOf(owners)]));
}

/** Answers for every capability, made once, so that finding one allocates nothing. */
function answersOf<T>(owners: readonly RouteEntry<T>[]): Answers<T> {
  const shell = owners.find(({ resource }) => resource.capabilities.some(({ type }) => type === "Shell"));
  const offered = [...new Set(owners.flatMap(({ resource }) => resource.capabilities.map(({ type }) => type)))];
  const answers = new Map<Capability, RouteAnswer<T>>();
  for (const name of Object.keys(capabilities) as Capability[]) {
    answers.set(name, Object.freeze(shell === undefined ? answerOf(owners, name, offered) : { kind: "shell", target: shell.target, resource: shell.resource }));
  }
  return answers;
}

function answerOf<T>(owners: readonly RouteEntry<T>[], name: Capability, offered: readonly Capability[]): RouteAnswer<T> {
  for (const { target, resource } of owners) {
    const capability = resource.capabilities.find(({ type }) => type === name);
    if (capability !== undefined) return { kind: "found", target, resource, capability };
  }
  return { kind: "notCapable", capabilities: offered };
}
