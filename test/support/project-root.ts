import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with package.json: tests run compiled, from dist/, and their data stays in test/. */
export const projectRoot = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
})();

/** Recorded traffic beside the project; absent in a stranger's clone, where tests that need it are skipped by name. */
export const fixtures = join(projectRoot, "..", "shared", "fixtures");

/** `false`, or the reason to skip: for `it(title, { skip: withoutFixtures }, …)`. */
export const withoutFixtures: string | false = existsSync(fixtures) ? false : "no recorded fixtures beside the project";
