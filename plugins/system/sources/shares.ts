import type { Machine } from "../machine.js";
import { numberIn, readCim, textIn } from "./windows-cim.js";

/** A folder or printer that others in the network see. */
export interface Share {
  readonly name: string;
  readonly path: string;
  readonly comment: string;
  /** WMI's number: 0 a folder, 1 a printer. */
  readonly type: number;
  /** Users at once; `undefined`: as many as can be. */
  readonly mostUsers: number | undefined;
}

/** Samba's sections that are no share of their own: settings, and what each user or printer is shared like. */
const templates = new Set(["global", "homes", "printers"]);
const userShares = "/var/lib/samba/usershares";

/** Samba's shares, those of users too, and those of Windows; empty where there is neither. */
export async function* readShares(machine: Machine): AsyncGenerator<Share, void> {
  if (machine.platform === "win32") return yield* windowsShares(machine);
  for (const [name, settings] of readSamba(machine.readText("/etc/samba/smb.conf") ?? "")) {
    if (!templates.has(name.toLowerCase()) && isTrue(settings.get("available") ?? "yes")) yield shareOf(name, settings);
  }
  for (const file of machine.list(userShares)) {
    const settings = readSamba(`[${file}]\n${machine.readText(`${userShares}/${file}`) ?? ""}`).get(file);
    if (settings?.has("path") === true) yield shareOf(file, settings);
  }
}

type Settings = ReadonlyMap<string, string>;

const isTrue = (text: string): boolean => /^(?:yes|true|1)$/iu.test(text);

function shareOf(name: string, settings: Settings): Share {
  const most = Number(settings.get("maxconnections") ?? 0);
  const printable = isTrue(settings.get("printable") ?? settings.get("printok") ?? "no");
  return { name, path: settings.get("path") ?? settings.get("directory") ?? "", comment: settings.get("comment") ?? "", type: printable ? 1 : 0, mostUsers: most > 0 ? most : undefined };
}

/**
 * Reads smb.conf(5): sections, names without case and blanks, lines that go on behind a backslash. What `include` names is not looked into.
 * A section that comes twice is one.
 */
export function readSamba(text: string): ReadonlyMap<string, Settings> {
  const sections = new Map<string, Map<string, string>>();
  let settings: Map<string, string> | undefined;
  for (const line of text.replaceAll(/\\\r?\n/gu, "").split("\n").map((each) => each.trim())) {
    const section = /^\[(.+)\]$/u.exec(line)?.[1];
    const equals = line.indexOf("=");
    if (section !== undefined) {
      const known = [...sections.keys()].find((name) => name.toLowerCase() === section.toLowerCase()) ?? section;
      sections.set(known, (settings = sections.get(known) ?? new Map<string, string>()));
    } else if (!/^[#;]/u.test(line) && equals > 0) settings?.set(line.slice(0, equals).replaceAll(/\s/gu, "").toLowerCase(), line.slice(equals + 1).trim());
  }
  return sections;
}

async function* windowsShares(machine: Machine): AsyncGenerator<Share, void> {
  for (const row of await readCim(machine, "Win32_Share", ["Name", "Path", "Description", "Type", "AllowMaximum", "MaximumAllowed"])) {
    yield {
      name: textIn(row, "Name") ?? "", path: textIn(row, "Path") ?? "", comment: textIn(row, "Description") ?? "", type: numberIn(row, "Type") ?? 0,
      mostUsers: row["AllowMaximum"] === false ? numberIn(row, "MaximumAllowed") : undefined,
    };
  }
}
