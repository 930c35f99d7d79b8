import { spawnSync } from "node:child_process";

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
      const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      // Test files run side by side: wait for the other's lock instead of failing.
      const options = ["-o", "DPkg::Lock::Timeout=120"];
      let done = spawnSync("apt-get", [...options, "install", "-y", "-q", packageName], { env: environment, encoding: "utf8" });
      if (done.status !== 0) {
        spawnSync("apt-get", [...options, "update", "-q"], { env: environment });
        done = spawnSync("apt-get", [...options, "install", "-y", "-q", packageName], { env: environment, encoding: "utf8" });
      }
      if (!has()) reason = `${packageName} could not be installed: ${(done.stderr ?? String(done.error)).trim().split("\n").at(-1) ?? ""}`;
    }
  }
  installed.set(packageName, reason);
  return reason;
}
