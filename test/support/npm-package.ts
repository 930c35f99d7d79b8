import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What npm says when it cannot get to its registry, whatever is wrong with the packages. */
const unreachable = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b/u;

const installed = new Map<string, NpmInstallation>();

export interface NpmInstallation {
  /** Has the node_modules; scratch, goes with this process. */
  readonly folder: string;
  /** `false`, or the reason to skip. */
  readonly missing: string | false;
}

/**
 * Installs exactly what a lock file names into a scratch folder, once a process; scripts of packages are not run.
 * @param manifest folder with package.json and package-lock.json
 * @throws when the registry is there and it does not work all the same: the lock file is wrong
 */
export function npmInstallation(manifest: string): NpmInstallation {
  const known = installed.get(manifest);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-npm-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(manifest, folder, { recursive: true });
  const { status, stderr, error } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1"], { cwd: folder, encoding: "utf8" });
  const said = stderr ?? String(error);
  if (status !== 0 && error === undefined && !unreachable.test(said)) throw new Error(`npm ci in ${manifest} failed:\n${said}`);
  const missing = status === 0 ? false : error === undefined ? `npm's registry cannot be reached: ${unreachable.exec(said)![0]}` : `npm cannot be run: ${error.message}`;
  const installation = { folder, missing } as const;
  installed.set(manifest, installation);
  return installation;
}
