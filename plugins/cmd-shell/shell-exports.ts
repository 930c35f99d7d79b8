/** Names that shells keep for themselves: setting them would end the shell. */
const readOnly = new Set(["UID", "EUID", "PPID", "SHELLOPTS", "BASHOPTS", "BASH_VERSINFO"]);

/**
 * Lines of a POSIX shell that make its environment the given one. Names that no shell can set (`ProgramFiles(x86)`) are left out.
 * @param before names that the shell has already and that are not to stay
 */
export function shellExports(environment: Readonly<Record<string, string>>, before: readonly string[]): string {
  const quoted = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`;
  const lines = Object.entries(environment).filter(([name]) => /^[A-Za-z_]\w*$/u.test(name) && !readOnly.has(name)).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  return `unset ${before.join(" ")}\n${lines.join("")}`;
}
