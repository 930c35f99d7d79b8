import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const installed = new Map<string, string | false>();

/**
 * Makes sure that a Debian package is there, installing it when this is root with apt at hand.
 * @param check a shell command that succeeds when it is
 * @returns `false`, or the reason to skip
 */
export function debianPackage(packageName: string, check = `command -v ${packageName}`): string | false {
  const known = installed.get(packageName);
  if (known !== undefined) return known;
  const has = (): boolean => spawnSync("sh", ["-c", check]).status === 0;
  let reason: string | false = false;
  if (!has()) {
    if (process.getuid?.() !== 0) reason = `${packageName} is missing and only root can install it`;
    else {
      // Test files run side by side and each may be the first to need something: one at a time, or apt fails on its own locks.
      const install = `apt-get -o DPkg::Lock::Timeout=120 install -y -q ${packageName}`;
      const script = `${check} >/dev/null 2>&1 || ${install} || { apt-get -q update && ${install}; }`;
      const done = spawnSync("flock", [join(tmpdir(), "wsmanor-tests-apt.lock"), "sh", "-c", script], { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, encoding: "utf8" });
      if (!has()) reason = `${packageName} could not be installed: ${(done.stderr ?? String(done.error)).trim().split("\n").at(-1) ?? ""}`;
    }
  }
  installed.set(packageName, reason);
  return reason;
}

/** Of an installed package; empty where there is none. */
export const debianVersion = (packageName: string): string => spawnSync("dpkg-query", ["-W", "-f", "${Version}", packageName], { encoding: "utf8" }).stdout.trim();
