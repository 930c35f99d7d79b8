/**
 * The line that a shell is given: command and arguments with single blanks between them, nothing quoted, as Windows puts it together.
 * A command without arguments that is in double quotes whole loses them, as cmd.exe takes them off: clients that put them around every line
 * (WinRb) would otherwise ask a POSIX shell for a program with blanks in its name.
 * @param isProgram is there a program at this path?
 */
export function commandLine(command: string, args: readonly string[], isProgram: (path: string) => boolean): string {
  const inside = args.length === 0 ? /^\s*"(.*)"\s*$/su.exec(command)?.[1] : undefined;
  if (inside === undefined || !isOneQuotedLine(inside) || isProgram(inside)) return [command, ...args].join(" ");
  return inside;
}

/** `"ls -l"` and `"echo "a b" c"`, but not `"my tool" "its argument"`, whose second quote ends a word. */
function isOneQuotedLine(inside: string): boolean {
  const quote = inside.indexOf('"');
  return quote < 0 || /^"[^\s;&|<>()]/u.test(inside.slice(quote));
}
