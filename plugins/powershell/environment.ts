/** What a program needs to find its way, on POSIX systems and on Windows. */
const needed: ReadonlySet<string> = new Set([
  "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR",
  "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "PROGRAMFILES", "PROGRAMDATA", "APPDATA", "LOCALAPPDATA",
]);

/** The environment of a shell: the host's, whole or what programs need of it, and the client's variables over it. */
export function environment(host: Readonly<Record<string, string | undefined>>, inherit: boolean, variables: ReadonlyMap<string, string>): Record<string, string> {
  const found = Object.entries(host).filter((entry): entry is [string, string] => entry[1] !== undefined && (inherit || needed.has(entry[0].toUpperCase())));
  // Windows' names compare without case, and the first of two would count.
  const own = new Set([...variables.keys()].map((name) => (process.platform === "win32" ? name.toUpperCase() : name)));
  return Object.fromEntries([...found.filter(([name]) => !own.has(process.platform === "win32" ? name.toUpperCase() : name)), ...variables]);
}
