/** `powershell.exe … -EncodedCommand <base64>`; the parameter may be shortened to one letter, and begins with `-` or `/`. */
const parameter = /(?:^|[\s"\\/&|])(?:powershell|pwsh)(?:\.exe)?"?\s(?:.*?\s)?["']?[-/](?:e|ec|en|enc|enco|encod|encode|encoded|encodedc|encodedco|encodedcom|encodedcomm|encodedcomma|encodedcomman|encodedcommand)["']?[\s:]+["']?([A-Za-z0-9+/]+={0,2})(?:["'\s]|$)/isu;

/**
 * The script that PowerShell would decode: base64 of UTF-16, little-endian.
 * @returns `undefined` for a line that has none, or whose is not readable
 */
export function encodedCommand(line: string): string | undefined {
  const [, encoded] = parameter.exec(line) ?? [];
  if (encoded === undefined || encoded.length % 4 === 1) return undefined;
  const octets = Buffer.from(encoded, "base64");
  return octets.length === 0 || octets.length % 2 === 1 ? undefined : octets.toString("utf16le");
}
