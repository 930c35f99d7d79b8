import type { LogFields, Logger } from "../../base/logger.js";
import type { Clock } from "../../base/clock.js";
import type { ConfigurationEditing } from "../../sdk/configuration-editing.js";
import type { HostInformation } from "../../sdk/host-information.js";
import type { PluginStorage } from "../../sdk/plugin-storage.js";
import { describeThrown, stackOf } from "../describe-thrown.js";
import { LineLimit } from "./line-limit.js";
import type { FromShells, HostSnapshot, ToHost, ToPlugin } from "./messages.js";
import { toThrownData } from "./thrown-data.js";

export interface HostServicesAbilities {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly host: HostInformation;
  newId(): string;
}

/** What the host does for an isolated plug-in when its messages ask: log, documents, information. Takes nothing on trust. */
export class HostServices {
  #storage: PluginStorage | undefined;
  #editing: ConfigurationEditing | undefined;
  #wantsHost = false;
  #calls = 0;
  readonly #lines: LineLimit;

  constructor(
    private readonly plugin: string,
    private readonly abilities: HostServicesAbilities,
    private readonly post: (message: ToPlugin) => void,
  ) {
    this.#lines = new LineLimit(abilities.clock, (omitted) => abilities.logger.warn(`plug-in "${plugin}": ${omitted} more lines and failures outside of calls were not logged`, { plugin }));
  }

  /** Its documents, from its start on. What another instance writes it is told before its next call. */
  serveDocuments(storage: PluginStorage): void {
    this.#storage = storage;
    storage.onReplaced?.((name) => this.post({ type: "replaced", name }));
  }

  /** What the operator gave to this plug-in and not to others. */
  serveEditing(editing: ConfigurationEditing | undefined): void {
    this.#editing = editing;
  }

  snapshot(): HostSnapshot {
    const { host } = this.abilities;
    return {
      productVendor: host.productVendor, productVersion: host.productVersion, settings: host.settings(), listeners: host.listeners(), plugins: host.plugins(),
      certificateMappings: host.certificateMappings(), mayEdit: this.#editing !== undefined,
    };
  }

  /** With the first call, when listeners are open at last, and with each once it has looked. */
  snapshotForCall(): HostSnapshot | undefined {
    return this.#calls++ === 0 || this.#wantsHost ? this.snapshot() : undefined;
  }

  /** A line of its standard output or error. */
  line(text: string): void {
    if (this.#lines.take()) this.abilities.logger.info(text.slice(0, longestLine), { plugin: this.plugin, source: "output" });
  }

  /** Something of it threw outside of any call. */
  stray(what: string, error: unknown): void {
    if (!this.#lines.take()) return;
    this.abilities.logger.error(`${String(what)}, in the code of plug-in "${this.plugin}"; the plug-in goes on: ${describeThrown(error)}`, { errorId: this.abilities.newId(), plugin: this.plugin, stack: stackOf(error) });
  }

  serve(message: Exclude<ToHost, FromShells | { type: "answer" | "pong" | "stray" }>): void {
    if (message.type === "log") this.#log(message.level, String(message.message), message.fields);
    else if (message.type === "storage") void this.#store(message);
    else if (message.type === "edit") void this.#edit(message);
    else {
      this.#wantsHost = true;
      this.post({ type: "host", host: this.snapshot() });
    }
  }

  #log(level: string, message: string, fields: LogFields | undefined): void {
    const known = level === "error" || level === "warn" || level === "info" ? level : "debug";
    this.abilities.logger[known](message, { ...fields, plugin: this.plugin });
  }

  async #edit({ id, changes }: Extract<ToHost, { type: "edit" }>): Promise<void> {
    try {
      if (this.#editing === undefined) throw new Error("this plug-in may not change the configuration");
      this.post({ type: "edited", id, result: await this.#editing.edit(changes) });
    } catch (error) {
      this.post({ type: "edited", id, thrown: toThrownData(error) });
    }
  }

  async #store({ id, operation, name, content }: Extract<ToHost, { type: "storage" }>): Promise<void> {
    try {
      const storage = this.#storage;
      if (storage === undefined) throw new Error("documents are there from startup on");
      if (operation === "write") await storage.write(name, content!);
      else if (operation === "remove") await storage.remove(name);
      else {
        this.post({ type: "stored", id, content: await storage.read(name) });
        return;
      }
      this.post({ type: "stored", id });
    } catch (error) {
      this.post({ type: "stored", id, thrown: toThrownData(error) });
    }
  }
}

/** Characters. */
const longestLine = 4000;
