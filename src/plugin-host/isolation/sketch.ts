/** The shape of a value of the other side: enough to check a plug-in's declaration as if it were here. Functions are only said to be there. */
export type Sketch =
  | { readonly is: "value"; readonly value: string | number | boolean | null | undefined }
  | { readonly is: "function" }
  | { readonly is: "list"; readonly entries: readonly Sketch[] }
  | { readonly is: "object"; readonly members: readonly (readonly [name: string, member: Sketch])[] };

/** Deep enough for classes in a declaration. */
const maxDepth = 8;
/** Members and entries of one value: nobody declares more. */
const mostMembers = 10_000;

/** Sketches a value by its own members. @throws what its getters throw */
export function sketchOf(value: unknown, depth = 0): Sketch {
  if (typeof value === "function") return { is: "function" };
  if (typeof value !== "object" || value === null || depth > maxDepth) {
    return { is: "value", value: typeof value === "object" ? null : typeof value === "symbol" || typeof value === "bigint" ? String(value) : value as string | undefined };
  }
  if (Array.isArray(value)) return { is: "list", entries: (value as readonly unknown[]).slice(0, mostMembers).map((entry) => sketchOf(entry, depth + 1)) };
  return { is: "object", members: Object.entries(value).slice(0, mostMembers).map(([name, member]) => [name, sketchOf(member, depth + 1)] as const) };
}

/** Sketches the named members, inherited ones too: a plug-in's operations may be an instance of a class. */
export function sketchMembers(value: unknown, names: readonly string[]): Sketch {
  if (typeof value !== "object" || value === null) return sketchOf(value);
  const members = names.map((name) => [name, (value as Record<string, unknown>)[name]] as const).filter(([, member]) => member !== undefined);
  return { is: "object", members: members.map(([name, member]) => [name, sketchOf(member, maxDepth)] as const) };
}

/** The value that is sketched. @param functionFor what stands for the function of a name */
export function fromSketch(sketch: Sketch, functionFor: (name: string) => unknown, name = ""): unknown {
  switch (sketch.is) {
    case "value": return sketch.value;
    case "function": return functionFor(name);
    case "list": return sketch.entries.map((entry) => fromSketch(entry, functionFor));
    case "object": return Object.fromEntries(sketch.members.map(([member, inner]) => [member, fromSketch(inner, functionFor, member)]));
  }
}
