import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "./project-root.js";

/** A folder of somebody else, with `wsmanor` installed. */
export class StrangersProject {
  readonly path = mkdtempSync(join(tmpdir(), "wsmanor-stranger-"));

  constructor() {
    this.write("package.json", `{ "name": "stranger", "private": true, "type": "module" }`);
    mkdirSync(join(this.path, "node_modules"));
    symlinkSync(projectRoot, join(this.path, "node_modules", "wsmanor"), "junction");
  }

  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** @param from a folder of the project */
  copy(from: string, name: string): void {
    cpSync(join(projectRoot, from), join(this.path, name), { recursive: true });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
