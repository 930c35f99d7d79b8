const program = /(?:^|[\\/])(?:powershell|pwsh)(?:\.exe)?$/iu;
/** PowerShell takes every beginning of the name, and `ec`. */
const isParameter = (word: string): boolean => /^[-/]./u.test(word) && (word.slice(1).toLowerCase() === "ec" || "encodedcommand".startsWith(word.slice(1).toLowerCase()));

/**
 * The script that PowerShell would decode: `powershell.exe … -EncodedCommand <base64>`, base64 of UTF-16, little-endian.
 * @returns `undefined` for a line that has none, or whose is not readable
 */
export function encodedCommand(line: string): string | undefined {
  const words = line.split(/[\s"']+/u);
  const start = words.findIndex((word) => program.test(word));
  const at = start < 0 ? -1 : words.findIndex((word, index) => index > start && isParameter(word));
  const encoded = at < 0 ? "" : (words[at + 1] ?? "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(encoded) || encoded.replace(/=+$/u, "").length % 4 === 1) return undefined;
  const octets = Buffer.from(encoded, "base64");
  return octets.length % 2 === 1 ? undefined : octets.toString("utf16le");
}
