import type { ConnectRequest, RunCommandRequest, Shell, ShellCommand, ShellEnd, ShellSignal, ShellUsage, StreamInput } from "../../sdk/shell.js";
import type { StreamFacts } from "./messages.js";

/** What a shell or command of the other side is asked through. */
export interface StreamSource {
  send(to: number, input: StreamInput): Promise<void>;
  signal(to: number, signal: ShellSignal): Promise<void>;
  connect(to: number, request: ConnectRequest): Promise<never>;
  usage(to: number): Promise<ShellUsage>;
  close(to: number, reason: ShellEnd): Promise<void>;
  runCommand(to: number, request: RunCommandRequest): Promise<ShellCommand>;
}

/** A shell or command of the other side: has the methods that the plug-in's own has. */
export class IsolatedStream implements Shell {
  facts: StreamFacts;

  constructor(
    readonly id: number,
    facts: StreamFacts,
    private readonly source: StreamSource,
  ) {
    this.facts = facts;
  }

  get processId(): number | undefined {
    return this.facts.processId;
  }

  get hasOutput(): boolean {
    return this.facts.hasOutput;
  }

  get profileLoaded(): boolean | undefined {
    return this.facts.profileLoaded;
  }

  get usage(): Shell["usage"] & object {
    return (this.facts.tellsUsage ? this.#usage : undefined)!;
  }

  get send(): Shell["send"] & object {
    return (this.facts.takesInput ? this.#send : undefined)!;
  }

  get signal(): Shell["signal"] & object {
    return (this.facts.takesSignals ? this.#signal : undefined)!;
  }

  get connect(): Shell["connect"] & object {
    return (this.facts.canConnect ? this.#connect : undefined)!;
  }

  runCommand(request: RunCommandRequest): Promise<ShellCommand> {
    return this.source.runCommand(this.id, request);
  }

  close(reason: ShellEnd): Promise<void> {
    return this.source.close(this.id, reason);
  }

  readonly #usage = (): Promise<ShellUsage> => this.source.usage(this.id);
  readonly #send = (input: StreamInput): Promise<void> => this.source.send(this.id, input);
  readonly #signal = (signal: ShellSignal): Promise<void> => this.source.signal(this.id, signal);
  readonly #connect = (request: ConnectRequest): Promise<never> => this.source.connect(this.id, request);
}
