import type { Facts } from "../facts.js";
import { readPresence } from "./sessions.js";
import { momentIn, readCim, textIn } from "./windows-cim.js";

/** A user's folder with what is in it. What is not known is `undefined`. */
export interface Profile {
  readonly sid: string;
  readonly path: string;
  /** The user is logged in. */
  readonly loaded: boolean | undefined;
  /** Of the system, not of a person. */
  readonly special: boolean;
  /** Milliseconds since 1970. */
  readonly lastUsed: number | undefined;
  readonly status: number;
}

/** Numbers below belong to the system (login.defs(5), UID_MIN); so do nobody's, of Linux and of macOS. */
const firstUser = { linux: 1000, darwin: 500 } as const;
const nobodies = new Set([65_534, 65_535, 2 ** 32 - 2]);

/** Users of Unix have a profile when their home is there. */
export async function* readProfiles(facts: Facts): AsyncGenerator<Profile, void> {
  const { machine } = facts;
  if (machine.platform === "win32") return yield* windowsProfiles(facts);
  const least = Number(/^\s*UID_MIN\s+(\d+)/mu.exec(machine.readText("/etc/login.defs") ?? "")?.[1] ?? (machine.platform === "darwin" ? firstUser.darwin : firstUser.linux));
  const isPresent = readPresence(machine);
  const met = new Set<string>();
  for (const { id, name, sid, home } of await facts.accounts) {
    // Two names with one number are one user.
    if (id === undefined || met.has(sid) || !home.startsWith("/") || machine.times(home) === undefined) continue;
    met.add(sid);
    yield { sid, path: home, loaded: isPresent?.(id, name), special: id < least || nobodies.has(id), lastUsed: undefined, status: 0 };
  }
}

async function* windowsProfiles({ machine }: Facts): AsyncGenerator<Profile, void> {
  for (const row of await readCim(machine, "Win32_UserProfile", ["SID", "LocalPath", "Loaded", "Special", "LastUseTime", "Status"])) {
    const loaded = row["Loaded"];
    yield {
      sid: textIn(row, "SID") ?? "", path: textIn(row, "LocalPath") ?? "", loaded: typeof loaded === "boolean" ? loaded : undefined, special: row["Special"] === true,
      lastUsed: momentIn(row, "LastUseTime"), status: typeof row["Status"] === "number" ? row["Status"] : 0,
    };
  }
}
