import type { Machine } from "../machine.js";

const utmp = { recordLength: 384, typeOfUser: 7 };

/** Number of sessions of users: utmp(5), or what logind keeps. 0 where neither is there. */
export function countSessions(machine: Machine): number {
  const bytes = machine.readBytes("/run/utmp") ?? machine.readBytes("/var/run/utmp");
  if (bytes === undefined) return machine.list("/run/systemd/sessions").filter((name) => !name.endsWith(".ref")).length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = 0; at + utmp.recordLength <= bytes.byteLength; at += utmp.recordLength) if (view.getInt16(at, true) === utmp.typeOfUser) count++;
  return count;
}

/** Who sits at the machine: the user of the first session that logind knows with a seat. */
export function seatUser(machine: Machine): string | null {
  for (const name of machine.list("/run/systemd/sessions")) {
    const text = machine.readText(`/run/systemd/sessions/${name}`) ?? "";
    if (/^SEAT=\S/mu.test(text) && !/^CLASS=greeter/mu.test(text)) return /^USER=(.+)$/mu.exec(text)?.[1] ?? null;
  }
  return null;
}
