import { failure, type CommandOutput, type OperationFailure, type ShellCommand, type ShellSignal, type StreamInput } from "wsmanor/sdk";
import { gone } from "./failures.js";
import { writeFragment } from "./fragment.js";
import { messageTypes, readMessageHead, writeMessage, type MessageHead } from "./message.js";
import type { Refragmenter } from "./refragmenter.js";
import type { ServerLink } from "./server-link.js";

/** PipelineState of a pipeline that is over (MS-PSRP 2.2.3.5): Stopped, Completed, Failed. */
const overStates: ReadonlySet<string> = new Set(["3", "4", "5"]);
const stopped = '<Obj RefId="0"><MS><I32 N="PipelineState">3</I32></MS></Obj>';

export interface PipelineOptions {
  readonly link: ServerLink;
  /** Of the message that creates it. */
  readonly head: MessageHead;
  readonly output: CommandOutput;
  /** Output stream, as the client named it. */
  readonly stream: string;
  readonly refragmenter: Refragmenter;
  /** Milliseconds that PowerShell has to close it. */
  readonly grace: number;
  /** Called once, when PowerShell has forgotten it. */
  readonly closed: () => void;
}

/** A pipeline. It is over when PowerShell says so in a message; then it is closed there. */
export class Pipeline implements ShellCommand {
  readonly #options: PipelineOptions;
  /** Message whose end ends the pipeline. */
  #last: bigint | undefined;
  #isOver = false;
  #objectId = 0n;

  constructor(options: PipelineOptions) {
    this.#options = options;
    options.link.listen(options.head.pipelineId, (data) => this.#take(data));
  }

  /** @param stream PowerShell's name for it */
  async send({ stream, data }: StreamInput): Promise<void | OperationFailure> {
    const { link, head } = this.#options;
    if (!(await link.send(head.pipelineId, stream.toLowerCase() === "pr" ? "PromptResponse" : "Default", Buffer.from(data)))) return this.#gone();
  }

  async signal({ kind, code }: ShellSignal): Promise<void | OperationFailure> {
    if (kind === undefined) return failure("invalid-parameter", { message: `the signal "${code}" means nothing to a pipeline; powershell/signal/crtl_c and terminate do` });
    const { link, head, output, stream, grace } = this.#options;
    // PowerShell may take its time to stop; it has the grace, and the pipeline is over then.
    const isAnswered = await link.ask("Signal", head.pipelineId, grace);
    if (!isAnswered && link.failure !== undefined) return this.#gone();
    if (this.#isOver) return;
    // Server mode need not send the state of what it has stopped, and clients wait for it.
    this.#isOver = true;
    const blob = writeMessage(messageTypes.pipelineState, head.ids, stopped);
    void output.write(stream, writeFragment({ objectId: this.#objectId + 1n, fragmentId: 0n, isFirst: true, isLast: true, blob }), { isWhole: true });
    output.done(0);
  }

  connect(): OperationFailure {
    return failure("not-supported", { message: "PowerShell's server mode lets nobody connect to a pipeline of another client; reconnect from the client that began it" });
  }

  async close(): Promise<void> {
    const { link, head, grace, closed } = this.#options;
    this.#isOver = true;
    await link.ask("Close", head.pipelineId, grace);
    link.forget(head.pipelineId);
    closed();
  }

  async #take(data: Buffer): Promise<void> {
    const { refragmenter, output, stream } = this.#options;
    if (this.#isOver) return;
    const fragments = refragmenter.take(data);
    // Whatever it is, the client knows better what to make of it.
    if (fragments === undefined) return void (await output.write(stream, data, { isWhole: true }));
    const writing = fragments.map(({ fragment, octets }) => {
      const { objectId, isLast } = fragment;
      this.#objectId = objectId;
      const head = readMessageHead(fragment);
      if (head?.type === messageTypes.pipelineState && overStates.has(/N="PipelineState">(\d+)</u.exec(head.data)?.[1] ?? "")) this.#last = objectId;
      const written = output.write(stream, octets, { isWhole: true });
      if (isLast && objectId === this.#last) {
        this.#isOver = true;
        output.done(0);
      }
      return written;
    });
    await Promise.all(writing);
  }

  #gone(): OperationFailure {
    return gone(`PowerShell ${this.#options.link.failure ?? "does not answer"}`);
  }
}
