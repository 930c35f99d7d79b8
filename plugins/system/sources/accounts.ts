import type { Facts } from "../facts.js";

/** Name of the user with that number in /etc/passwd, or the number itself: directories of a network are not asked. */
export function userName(facts: Facts, id: number): string {
  for (const line of (facts.machine.readText("/etc/passwd") ?? "").split("\n")) {
    const [name, , number] = line.split(":");
    if (number === String(id) && name !== undefined && name !== "") return name;
  }
  return String(id);
}
