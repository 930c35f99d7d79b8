/** @param pattern a resource URI; `*` at its end stands for anything. Without case */
export function fitsUri(pattern: string, uri: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), uri.toLowerCase()];
  return wanted.endsWith("*") ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}
