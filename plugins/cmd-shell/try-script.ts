import { execFile } from "node:child_process";

/** Runs lines of /bin/sh. @returns what it says when they fail, `undefined` when they do not */
export function tryScript(script: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("/bin/sh", ["-c", script], { env: { PATH: "/usr/bin:/bin", LC_ALL: "C" } }, (error, _output, said) => {
      resolve(error === null ? undefined : (said.trim() === "" ? error.message : said).trim());
    });
  });
}
