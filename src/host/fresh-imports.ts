/** Runs in Node's loader thread; see plugin-modules.ts. */
import { versionParameter } from "./version-parameter.js";

interface Resolved {
  readonly url: string;
  readonly format?: string | null | undefined;
}

/** Node's hook: what a module with a version imports by a relative path has that version too. */
export async function resolve<C extends { readonly parentURL?: string }, R extends Resolved>(
  specifier: string, context: C, nextResolve: (specifier: string, context: C) => R | Promise<R>,
): Promise<R> {
  const resolved = await nextResolve(specifier, context);
  const { parentURL } = context;
  if (!specifier.startsWith(".") || parentURL?.includes(versionParameter) !== true || !resolved.url.startsWith("file:")) return resolved;
  // With a query Node 20 gives nothing of a CommonJS module.
  if (resolved.format === "commonjs") return resolved;
  const version = new URL(parentURL).searchParams.get(versionParameter);
  if (version === null) return resolved;
  const url = new URL(resolved.url);
  url.searchParams.set(versionParameter, version);
  return { ...resolved, url: url.href };
}
