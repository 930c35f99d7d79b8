/** Reads `NAME=value` lines as a shell would: quotes are taken off, comments and what is no assignment are passed over (os-release(5)). */
export function readPairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, name, written] = /^\s*([A-Za-z_]\w*)=(.*?)\s*$/u.exec(line) ?? [];
    if (name === undefined || written === undefined) continue;
    const quoted = /^(["'])(.*)\1$/u.exec(written);
    pairs.set(name, quoted === null ? written : quoted[2]!.replace(/\\([\\"'$`])/gu, "$1"));
  }
  return pairs;
}
