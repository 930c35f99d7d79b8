import assert from "node:assert/strict";
import { capabilities, type Capability } from "../../../src/base/capability.js";
import { buildRoutes } from "../../../src/routing/build-routes.js";
import type { RouteEntry } from "../../../src/routing/route-entry.js";
import type { FuzzTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const entry = (resourceUri: string, exactMatch: boolean, ...types: readonly Capability[]): RouteEntry<string> => ({
  target: `${resourceUri} ${types.join()}`, resource: { resourceUri, exactMatch, supportsOptions: false, capabilities: types.map((type) => ({ type, supportsFragment: false, supportsFiltering: false })) },
});
const entries = [
  entry("http://a/b", false, "Get", "Put"), entry("http://a/b/c", true, "Get"), entry("http://a/b/c/", false, "Enumerate"), entry("HTTP://A/B/İ", false, "Get"), entry("urn:x", true, "Invoke"), entry("urn:x", true, "Get"), entry("urn:shell", false, "Shell"), entry("urn:ß", false, "Delete"),
];
const names = Object.keys(capabilities) as Capability[];

/** Everything looked up plainly: exact before prefix, the longest prefix, no case. */
function ownersOf(uri: string): readonly RouteEntry<string>[] {
  const wanted = uri.toLowerCase();
  const of = (found: string | undefined): readonly RouteEntry<string>[] => entries.filter(({ resource }) => resource.resourceUri.toLowerCase() === found);
  const exact = of(wanted);
  if (exact.length > 0) return exact;
  const prefixes = entries.filter(({ resource }) => !resource.exactMatch && wanted.startsWith(resource.resourceUri.toLowerCase())).map(({ resource }) => resource.resourceUri.toLowerCase());
  return of(prefixes.sort((a, b) => b.length - a.length)[0]).filter(({ resource }) => !resource.exactMatch);
}

export const resourceUris: FuzzTarget<string> = {
  name: "resource-uris",
  promise: "Who serves a resource URI is found as by looking at every entry, also when the URI is remembered.",
  cases: 10_000,
  least: { read: 0.2, refused: 0.1 },
  open: () => {
    // One for all cases: what it remembers must not change what it says.
    const routes = buildRoutes(entries);
    return {
      make: (random) => mutateWords(random.pick(entries).resource.resourceUri, [...oddCharacters, "/", "c", "/c", "B", "http://", "urn:", ":", "x".repeat(600)], random),
      check: (uri) => {
        const owners = ownersOf(uri);
        for (const name of names) {
          const found = routes.find(uri, name);
          const owner = owners.find(({ resource }) => resource.capabilities.some(({ type }) => type === name));
          const isShell = owners.some(({ resource }) => resource.capabilities.some(({ type }) => type === "Shell"));
          assert.equal(found.kind, owners.length === 0 ? "noSuchUri" : isShell ? "shell" : owner === undefined ? "notCapable" : "found", name);
          if (found.kind === "found") assert.equal(found.target, owner!.target);
          assert.deepEqual(routes.find(uri, name), found);
        }
        return owners.length > 0;
      },
    };
  },
};
