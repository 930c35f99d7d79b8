/** Exact names before patterns, the longest pattern first: as bindings are found by Host. */
export const inOrderOfNames = <T extends { readonly host: string }>(named: readonly T[]): readonly T[] =>
  [...named].sort((a, b) => Number(a.host.startsWith("*")) - Number(b.host.startsWith("*")) || b.host.length - a.host.length);

/** @param named in order of names @param name lower case */
export const findNamed = <T extends { readonly host: string }>(named: readonly T[], name: string): T | undefined =>
  named.find(({ host }) => (host.startsWith("*") ? name.endsWith(host.slice(1)) : name === host));
