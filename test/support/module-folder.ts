import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { createHost, type RunningHost } from "wsmanor";
import { basic } from "./basic.js";
import { hostFolderText } from "./host-folder.js";
import { projectRoot } from "./project-root.js";
import { StrangersProject } from "./strangers-project.js";

/** A module of `system.webServer/modules`. */
export interface ListedModule {
  readonly name: string;
  /** As written; a relative one starts at the folder. */
  readonly image: string;
}

/** A configuration in somebody else's folder whose applications have HTTP modules: `/wsman` those listed, `/other` and the root none. */
export class ModuleFolder {
  readonly project = new StrangersProject();
  readonly path = this.project.path;
  readonly state = join(this.path, "state");

  constructor() {
    for (const name of ["wsman", "other"]) cpSync(join(projectRoot, "config", "wsman"), join(this.path, name), { recursive: true });
  }

  /** @param bindings `<binding …/>` elements */
  list(modules: readonly ListedModule[], bindings?: string): this {
    const images = modules.map(({ name, image }) => `<add name="${name}" image="${image}"/>`).join("");
    const listed = `<location path="Site/wsman"><system.webServer><modules>${modules.map(({ name }) => `<add name="${name}"/>`).join("")}</modules></system.webServer></location>`;
    const text = hostFolderText({ locations: listed, ...(bindings === undefined ? {} : { bindings }) })
      .replace('<sectionGroup name="system.webServer">', '$&<section name="globalModules" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/><section name="modules" overrideModeDefault="Deny"/>')
      .replace("<handlers>", `<globalModules>${images}</globalModules>$&`);
    this.project.write("applicationHost.config", text);
    return this;
  }

  /** A module that is one file; what it exports is the text. @returns its listing */
  write(name: string, text: string): ListedModule {
    const file = `modules/${name}.js`;
    this.project.write(file, `import { defineHttpModule, RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_PENDING, RQ_NOTIFICATION_FINISH_REQUEST } from "wsmanor/sdk";\nexport default ${text};\n`);
    return { name, image: file };
  }

  async start(): Promise<HostWithModules> {
    let log = "";
    const stream = new PassThrough().on("data", (chunk: Buffer) => (log += chunk.toString()));
    const host = await createHost({ config: this.path, state: this.state, log: stream, logFormat: "json", logLevel: "debug" });
    const url = (path: string): string => new URL(path, host.urls[0]).href;
    const authorization = basic(host.firstRun!.user, host.firstRun!.password);
    return { host, url, authorization, lines: () => log.split("\n").slice(0, -1).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) };
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  remove(): void {
    this.project.remove();
  }
}

export interface HostWithModules {
  readonly host: RunningHost;
  /** Of a path of its first binding. */
  url(path: string): string;
  /** The administrator's. */
  readonly authorization: string;
  /** Its log so far. */
  lines(): readonly Readonly<Record<string, unknown>>[];
}
