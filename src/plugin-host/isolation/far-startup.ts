import { ChurningMap } from "../../base/churning-map.js";
import type { Clock } from "../../base/clock.js";
import type { LogFields, Logger } from "../../base/logger.js";
import type { StartupContext } from "../../sdk/define-plugin.js";
import type { ConfigurationEditing, ConfigurationEditResult } from "../../sdk/configuration-editing.js";
import type { HostInformation } from "../../sdk/host-information.js";
import type { PluginStorage } from "../../sdk/plugin-storage.js";
import { describeThrown } from "../describe-thrown.js";
import { InitializationParameters } from "../initialization-parameters.js";
import type { HostSnapshot, StartData, ToHost, ToPlugin } from "./messages.js";
import { fromThrownData, type ThrownData } from "./thrown-data.js";

type Post = (message: ToHost) => void;

/** What a plug-in is given at its start, on its own side: everything of the host is a message. */
export class FarStartup {
  readonly host: FarHostInformation;
  readonly #waiting = new ChurningMap<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  readonly #onReplaced: ((name: string) => void)[] = [];
  #lastId = 0;

  constructor(
    private readonly clock: Clock,
    private readonly post: Post,
  ) {
    this.host = new FarHostInformation(() => post({ type: "hostWanted" }), {
      edit: (changes) => this.#asked((id) => post({ type: "edit", id, changes })) as Promise<ConfigurationEditResult>,
    });
  }

  contextOf({ host, initializationParameters, ...plain }: StartData): StartupContext {
    this.host.set(host);
    return Object.freeze({
      ...plain,
      initializationParameters: new InitializationParameters(initializationParameters),
      logger: this.#logger(),
      clock: this.clock,
      storage: this.#storage(),
      host: this.host,
    });
  }

  /** The host has done what the storage was asked for. */
  stored({ id, content, thrown }: Extract<ToPlugin, { type: "stored" }>): void {
    this.#answered(id, content, thrown);
  }

  /** The host has changed the configuration, or not. */
  edited({ id, result, thrown }: Extract<ToPlugin, { type: "edited" }>): void {
    this.#answered(id, result, thrown);
  }

  /** Another instance has written the document. What the plug-in's listeners throw belongs to no call. */
  replaced(name: string): void {
    for (const run of this.#onReplaced) run(name);
  }

  #answered(id: number, value: unknown, thrown: ThrownData | undefined): void {
    const waiting = this.#waiting.take(id);
    if (thrown === undefined) waiting?.resolve(value);
    else waiting?.reject(fromThrownData(thrown));
  }

  /** Rejects too when what is asked cannot be copied. */
  #asked(ask: (id: number) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      ask(id);
      this.#waiting.set(id, { resolve, reject });
    });
  }

  #storage(): PluginStorage {
    // A copy of what is there now: the caller may go on using its buffer.
    const ask = (operation: "read" | "write" | "remove", name: string, content?: Uint8Array) =>
      this.#asked((id) => this.post({ type: "storage", id, operation, name: String(name), content: content === undefined ? undefined : new Uint8Array(content) })) as Promise<Uint8Array | undefined>;
    return {
      read: (name) => ask("read", name),
      write: async (name, content) => void (await ask("write", name, content)),
      remove: async (name) => void (await ask("remove", name)),
      onReplaced: (run) => void this.#onReplaced.push(run),
    };
  }

  #logger(): Logger {
    const level = (name: "error" | "warn" | "info" | "debug") => (message: string, fields?: LogFields) =>
      this.post({ type: "log", level: name, message: String(message), fields: fields === undefined ? undefined : plainFields(fields) });
    return { error: level("error"), warn: level("warn"), info: level("info"), debug: level("debug") };
  }
}

/** Flat, as they are meant: what cannot be copied must not make logging throw. */
function plainFields(fields: LogFields): LogFields {
  const plain: Record<string, string | number | boolean | undefined> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    plain[name] = typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === undefined ? value : describeThrown(value);
  }
  return plain;
}

/** The host as it was when a message told it last. Who asks once is told with every request from then on. */
class FarHostInformation implements HostInformation {
  #known: HostSnapshot | undefined;
  #asked = false;

  constructor(
    private readonly onAsked: () => void,
    private readonly editing: ConfigurationEditing,
  ) {}

  set(snapshot: HostSnapshot): void {
    this.#known = snapshot;
  }

  get productVendor(): string {
    return this.#known!.productVendor;
  }

  get productVersion(): string {
    return this.#known!.productVersion;
  }

  settings(): HostSnapshot["settings"] {
    return this.#told().settings;
  }

  listeners(): HostSnapshot["listeners"] {
    return this.#told().listeners;
  }

  plugins(): HostSnapshot["plugins"] {
    return this.#told().plugins;
  }

  certificateMappings(): HostSnapshot["certificateMappings"] {
    return this.#told().certificateMappings;
  }

  get configuration(): ConfigurationEditing {
    // Absent where it may not: authors look whether it is there.
    return (this.#known!.mayEdit ? this.editing : undefined) as ConfigurationEditing;
  }

  #told(): HostSnapshot {
    if (!this.#asked) this.onAsked();
    this.#asked = true;
    return this.#known!;
  }
}
