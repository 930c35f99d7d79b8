import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures, withoutFixtures } from "./project-root.js";

/** Recorded messages of device management, by their path; none where they are not there. */
export const recordedMessages = (): readonly { readonly name: string; readonly octets: Uint8Array }[] => {
  if (withoutFixtures !== false) return [];
  const root = join(fixtures, "omadm");
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:xml|wbxml)$/u.test(name)).sort().map((name) => ({ name, octets: new Uint8Array(readFileSync(join(root, name))) }));
};
