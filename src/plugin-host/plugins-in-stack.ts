import { dirname, extname } from "node:path";
import { pathToFileURL } from "node:url";

/** A configured plug-in and the files or folders it was loaded from. */
export interface LoadedPaths {
  readonly name: string;
  readonly paths: readonly string[];
}

/**
 * Finds whose code a stack trace shows. A plug-in that is a file owns the file; what else lies in its folder is taken for its own only
 * when no file is named itself.
 */
export function pluginsInStack(stack: string, plugins: readonly LoadedPaths[]): readonly string[] {
  const owners = (of: (path: string) => string): string[] => plugins.filter(({ paths }) => paths.some((path) => shows(stack, of(path)))).map(({ name }) => name);
  const exact = owners((path) => path);
  return exact.length > 0 ? exact : owners((path) => (extname(path) === "" ? path : dirname(path)));
}

/** Frames of ES modules show URLs, those of CommonJS paths. */
function shows(stack: string, path: string): boolean {
  return [path, pathToFileURL(path).href].some((text) => {
    for (let at = stack.indexOf(text); at >= 0; at = stack.indexOf(text, at + 1)) if (/^[:/\\?]/u.test(stack.slice(at + text.length))) return true;
    return false;
  });
}
