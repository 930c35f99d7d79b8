/**
 * Finds the plug-in in a module's namespace: the default export of an ES module, `module.exports` of a CommonJS one, and the
 * `module.exports.default` that compilers write. The first that has a `kind` is it.
 */
export function readModule(namespace: unknown): unknown {
  const seen: unknown[] = [];
  for (let candidate = namespace, depth = 0; depth < 4 && isObject(candidate); depth++) {
    if (typeof candidate["kind"] === "string") return candidate;
    seen.push(candidate);
    candidate = candidate["default"] ?? candidate["module.exports"];
  }
  return seen.at(-1);
}

const isObject = (value: unknown): value is Record<string, unknown> => (typeof value === "object" && value !== null) || typeof value === "function";
