import type { MockCall } from "../script/mock-call.js";
import type { ShellEnd } from "../../sdk/shell.js";

type CallOf<K extends MockCall["kind"]> = Extract<MockCall, { readonly kind: K }>;

/** A command that a client ran. */
export interface JournalCommand extends Omit<CallOf<"command">, "kind"> {
  /** What the client sent, as UTF-8. */
  readonly stdin: string;
  /** `undefined` while it runs, and for one that ended with a fault. */
  readonly exitCode: number | undefined;
  /** Something in the script fitted it. */
  readonly isMatched: boolean;
}

export interface JournalQuery extends Omit<CallOf<"query">, "kind"> {
  readonly isMatched: boolean;
}

export interface JournalResource extends Omit<CallOf<"resource">, "kind"> {
  readonly isMatched: boolean;
}

export interface JournalShell {
  readonly shellId: string;
  readonly user: string;
  /** `undefined` while it is open. Anything but `deleted`: its client left it behind. */
  readonly end: ShellEnd | undefined;
}

/** What is written about a command while it runs. */
export class CommandRecord {
  readonly #input: Buffer[] = [];
  exitCode: number | undefined;

  constructor(
    private readonly call: CallOf<"command">,
    private readonly isMatched: boolean,
  ) {}

  addInput(data: Uint8Array): void {
    this.#input.push(Buffer.from(data));
  }

  entry(): JournalCommand {
    const { kind: _, ...call } = this.call;
    return { ...call, stdin: Buffer.concat(this.#input).toString("utf8"), exitCode: this.exitCode, isMatched: this.isMatched };
  }
}

/** Everything that was asked of a mock, in order. What it says is a copy of its own. */
export class Journal {
  readonly #commands: CommandRecord[] = [];
  readonly #queries: JournalQuery[] = [];
  readonly #resources: JournalResource[] = [];
  readonly #shells = new Map<string, JournalShell>();

  addCommand(call: CallOf<"command">, isMatched: boolean): CommandRecord {
    const record = new CommandRecord(call, isMatched);
    this.#commands.push(record);
    return record;
  }

  addQuery({ kind: _, ...call }: CallOf<"query">, isMatched: boolean): void {
    this.#queries.push({ ...call, isMatched });
  }

  addResource({ kind: _, ...call }: CallOf<"resource">, isMatched: boolean): void {
    this.#resources.push({ ...call, isMatched });
  }

  openShell(shellId: string, user: string): void {
    this.#shells.set(shellId, { shellId, user, end: undefined });
  }

  closeShell(shellId: string, end: ShellEnd): void {
    const shell = this.#shells.get(shellId);
    if (shell !== undefined) this.#shells.set(shellId, { ...shell, end });
  }

  commands(): readonly JournalCommand[] {
    return this.#commands.map((record) => record.entry());
  }

  queries(): readonly JournalQuery[] {
    return [...this.#queries];
  }

  resources(): readonly JournalResource[] {
    return [...this.#resources];
  }

  shells(): readonly JournalShell[] {
    return [...this.#shells.values()];
  }
}
