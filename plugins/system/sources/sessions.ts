import type { Machine } from "../machine.js";

const utmp = { recordLength: 384, typeOfUser: 7, nameAt: 44, nameLength: 32 };

/** Records of utmp(5) that are sessions of users. */
function userRecords(bytes: Uint8Array): readonly Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at + utmp.recordLength <= bytes.byteLength; at += utmp.recordLength) {
    const record = bytes.subarray(at, at + utmp.recordLength);
    if (new DataView(record.buffer, record.byteOffset).getInt16(0, true) === utmp.typeOfUser) records.push(record);
  }
  return records;
}

/** Characters before the first NUL. */
const textAt = (record: Uint8Array, from: number, length: number): string => new TextDecoder().decode(record.subarray(from, from + length)).replace(/\0.*$/su, "");

/** Number of sessions of users: utmp(5), or what logind keeps. 0 where neither is there. */
export function countSessions(machine: Machine): number {
  const bytes = machine.readBytes("/run/utmp") ?? machine.readBytes("/var/run/utmp");
  if (bytes === undefined) return machine.list("/run/systemd/sessions").filter((name) => !name.endsWith(".ref")).length;
  return userRecords(bytes).length;
}

/** Who sits at the machine: the user of the first session that logind knows with a seat. */
export function seatUser(machine: Machine): string | null {
  for (const name of machine.list("/run/systemd/sessions")) {
    const text = machine.readText(`/run/systemd/sessions/${name}`) ?? "";
    if (/^SEAT=\S/mu.test(text) && !/^CLASS=greeter/mu.test(text)) return /^USER=(.+)$/mu.exec(text)?.[1] ?? null;
  }
  return null;
}

/** Who is logged in: by numbers that logind keeps, else by names of utmp(5). @returns `undefined` where neither is there */
export function readPresence(machine: Machine): ((id: number, name: string) => boolean) | undefined {
  const ids = new Set(machine.list("/run/systemd/users"));
  if (ids.size > 0) return (id) => ids.has(String(id));
  const bytes = machine.readBytes("/run/utmp") ?? machine.readBytes("/var/run/utmp");
  if (bytes === undefined) return undefined;
  const names = new Set(userRecords(bytes).map((record) => textAt(record, utmp.nameAt, utmp.nameLength)));
  return (_id, name) => names.has(name);
}
