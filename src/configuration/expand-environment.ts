/** Gives the value of an environment variable, `undefined` when there is none. Names compare without case. */
export type EnvironmentLookup = (name: string) => string | undefined;

export interface ExpandedText {
  /** References to unknown names stay as written. */
  readonly text: string;
  /** Unknown names, as written, each once. */
  readonly unknown: readonly string[];
}

const reference = /%([^%=\\/:;,<>|"]+)%/g;

/** Replaces `%NAME%` once, from left to right; what a value contains is not expanded again, and a lone `%` stays. */
export function expandEnvironment(text: string, lookup: EnvironmentLookup): ExpandedText {
  const unknown = new Set<string>();
  const expanded = text.replace(reference, (written: string, name: string) => {
    const value = lookup(name);
    if (value === undefined) unknown.add(name);
    return value ?? written;
  });
  return { text: expanded, unknown: [...unknown] };
}

/** The names of the variables in a text, in order, each once. */
export const variablesIn = (text: string): readonly string[] => [...new Set([...text.matchAll(reference)].map((match) => match[1]!))];

/** Looks names up without case, whatever the system does. */
export function environmentLookup(environment: Readonly<Record<string, string | undefined>>): EnvironmentLookup {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) values.set(name.toUpperCase(), value);
  return (name) => values.get(name.toUpperCase());
}
