/**
 * Is `path` the folder itself or something in it? Both are absolute. Text only: `.` and `..` are resolved here, links are not, so give
 * the real path of a file that exists. Compares without case when the folder is on a Windows drive.
 */
export function isInside(directory: string, path: string): boolean {
  const windows = /^[A-Za-z]:[\\/]|^\\\\/.test(directory);
  const outer = segmentsOf(directory, windows);
  const inner = segmentsOf(path, windows);
  if (outer === undefined || inner === undefined || inner.length < outer.length) return false;
  return outer.every((segment, index) => segment === inner[index]);
}

/** `undefined` when `..` climbs above the root. */
function segmentsOf(path: string, windows: boolean): readonly string[] | undefined {
  const segments: string[] = [];
  for (const segment of (windows ? path.toLowerCase() : path).split(windows ? /[\\/]/ : "/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments;
}
