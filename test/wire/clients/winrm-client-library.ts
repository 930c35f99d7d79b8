import { createRequire } from "node:module";
import { join } from "node:path";
import { npmInstallation } from "../../support/npm-package.js";
import { projectRoot } from "../../support/project-root.js";
import type { WinrmClientModule } from "./winrm-client-module.js";

/** With a lock file: the package, and all that it needs, in exactly these versions. */
const manifest = join(projectRoot, "test", "wire", "clients", "winrm-client");

/** npm's winrm-client where this process has installed it. */
export const winrmClientLibrary = {
  installation: () => npmInstallation(manifest),
  load: (): WinrmClientModule => createRequire(join(npmInstallation(manifest).folder, "package.json"))("winrm-client") as WinrmClientModule,
};
