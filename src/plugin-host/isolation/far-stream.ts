import type { StreamFacts } from "./messages.js";

type Methods = Readonly<Record<string, unknown>>;

/** What a plug-in gave for a shell or a command, on its own side. */
export class FarStream {
  #told = "";

  constructor(private readonly methods: Methods) {}

  /** @returns `undefined` for what is no shell and no command @throws what the plug-in's object throws */
  static of(value: unknown): FarStream | undefined {
    return typeof value === "object" && value !== null && typeof (value as Methods)["close"] === "function" ? new FarStream(value as Methods) : undefined;
  }

  /** @throws what the plug-in throws */
  invoke(method: string, argument: unknown): unknown {
    return Reflect.apply(this.methods[method] as (argument: unknown) => unknown, this.methods, [argument]);
  }

  /** @returns what it says of itself, when that is not what it said last */
  news(): StreamFacts | undefined {
    const facts = this.#facts();
    const text = JSON.stringify(facts);
    if (text === this.#told) return undefined;
    this.#told = text;
    return facts;
  }

  #facts(): StreamFacts {
    const [id, profileLoaded] = [this.#member("processId"), this.#member("profileLoaded")];
    return {
      takesInput: this.#has("send"), takesSignals: this.#has("signal"), canConnect: this.#has("connect"),
      hasOutput: this.#member("hasOutput") === true, tellsUsage: this.#has("usage"),
      profileLoaded: typeof profileLoaded === "boolean" ? profileLoaded : undefined, processId: typeof id === "number" ? id : undefined,
    };
  }

  #has(method: string): boolean {
    return typeof this.#member(method) === "function";
  }

  #member(name: string): unknown {
    try {
      return this.methods[name];
    } catch {
      return undefined;
    }
  }
}
