import type { Machine } from "../machine.js";

export type CimRow = Readonly<Record<string, unknown>>;

/**
 * Asks Windows itself for instances of a class, through PowerShell. Class, properties and condition are this plug-in's own words: nothing of a
 * request ever gets into the text.
 * @returns empty when PowerShell cannot be run, or says nothing that can be read
 */
export async function readCim(machine: Machine, className: string, properties: readonly string[], where?: string): Promise<readonly CimRow[]> {
  const filter = where === undefined ? "" : ` -Filter "${where}"`;
  const query = `[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-CimInstance ${className}${filter} | Select-Object ${properties.join(",")} | ConvertTo-Json -Compress`;
  const result = await machine.run("powershell.exe", ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", query]);
  return result?.status === 0 ? readRows(result.stdout) : [];
}

/** One row is an object, several are a list: ConvertTo-Json's way. */
function readRows(text: string): readonly CimRow[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  return (Array.isArray(parsed) ? parsed : [parsed]).filter((each): each is CimRow => typeof each === "object" && each !== null);
}

export const textIn = (row: CimRow, name: string): string | undefined => (typeof row[name] === "string" ? row[name] : undefined);
export const numberIn = (row: CimRow, name: string): number | undefined => (typeof row[name] === "number" ? row[name] : undefined);

/** Milliseconds since 1970: Windows PowerShell writes `/Date(…)/`, later ones ISO 8601. */
export function momentIn(row: CimRow, name: string): number | undefined {
  const text = textIn(row, name) ?? "";
  const time = Number(/^\/Date\((-?\d+)/u.exec(text)?.[1] ?? Date.parse(text));
  return Number.isNaN(time) ? undefined : time;
}
