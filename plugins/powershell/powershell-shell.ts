import { failure, type Clock, type OperationFailure, type OwnOutput, type RunCommandRequest, type Shell, type StreamInput } from "wsmanor/sdk";
import { gone, wrongData } from "./failures.js";
import { readFragments } from "./fragment.js";
import { messageTypes, readMessageHead, type MessageHead } from "./message.js";
import { poolId } from "./packet.js";
import { Pipeline } from "./pipeline.js";
import { readBase64 } from "./read-base64.js";
import { Refragmenter } from "./refragmenter.js";
import { ServerLink } from "./server-link.js";
import type { ServerProcess } from "./server-process.js";

/** Milliseconds that PowerShell has to stop or close a pipeline, to close the pool, and to end by itself. */
const grace = { pipeline: 5000, pool: 2000, process: 2000 };

export interface PowerShellShellOptions {
  readonly process: ServerProcess;
  readonly output: OwnOutput;
  /** Output stream, as the client named it. */
  readonly stream: string;
  /** Octets of a fragment that surely fit into an answer. */
  readonly fragmentLimit: number;
  readonly clock: Clock;
}

/** A runspace pool: one process of PowerShell with its pipelines. */
export class PowerShellShell implements Shell {
  readonly hasOutput = true;
  readonly profileLoaded = false;
  readonly processId: number;
  readonly #options: PowerShellShellOptions;
  readonly #link: ServerLink;
  readonly #pipelines = new Set<string>();
  #isClosed = false;

  constructor(options: PowerShellShellOptions) {
    const { process, output, stream, fragmentLimit, clock } = options;
    this.#options = options;
    this.processId = process.id;
    this.#link = new ServerLink(process, clock, (why) => {
      if (this.#isClosed) return;
      output.done(gone(`PowerShell ${why}`));
      // Also when it still runs and speaks in tongues.
      void process.end(0);
    });
    const refragmenter = new Refragmenter(fragmentLimit);
    this.#link.listen(poolId, async (data) => {
      const pieces = refragmenter.take(data)?.map(({ octets }) => octets) ?? [data];
      await Promise.all(pieces.map((octets) => output.write(stream, octets, { isWhole: true })));
    });
  }

  /** @param creation fragments that open the pool @returns the refusal when PowerShell ended instead of taking them */
  async open(creation: Buffer): Promise<OperationFailure | undefined> {
    return (await this.#link.send(poolId, "Default", creation)) ? undefined : gone(`PowerShell ${this.#link.failure ?? "does not answer"}`);
  }

  async runCommand({ arguments: args, output, limits, signal }: RunCommandRequest): Promise<Pipeline | OperationFailure> {
    const data = readBase64(args.join(""));
    if (data === undefined) return wrongData("the arguments of the command are no base64");
    const head = creationOf(data);
    if (head === undefined) return wrongData("the arguments of the command do not begin the creation of a pipeline");
    const id = head.pipelineId;
    if (this.#pipelines.has(id)) return failure("already-exists", { message: `a pipeline ${id} runs in this shell` });
    this.#pipelines.add(id);
    const link = this.#link;
    const pipeline = new Pipeline({ link, head, output, stream: this.#options.stream, refragmenter: new Refragmenter(fragmentLimit(limits)), grace: grace.pipeline, closed: () => this.#pipelines.delete(id) });
    // The data only once PowerShell knows whose it is.
    const begin = async (): Promise<boolean> => (await link.ask("Command", id)) && !signal.aborted && (await link.send(id, "Default", data));
    const isGivenUp = new Promise<false>((resolve) => {
      if (signal.aborted) resolve(false);
      signal.addEventListener("abort", () => resolve(false), { once: true });
    });
    if (await Promise.race([begin(), isGivenUp])) return pipeline;
    await pipeline.close();
    return gone(`PowerShell ${link.failure ?? "does not answer"}`);
  }

  async send({ stream, data }: StreamInput): Promise<void | OperationFailure> {
    if (!(await this.#link.send(poolId, stream.toLowerCase() === "pr" ? "PromptResponse" : "Default", Buffer.from(data)))) return gone(`PowerShell ${this.#link.failure ?? "does not answer"}`);
  }

  /** It can be left, and come back to; nobody else can take it over. */
  connect(): OperationFailure {
    return failure("not-supported", { message: "PowerShell's server mode lets nobody connect to the shell of another client; reconnect from the client that opened it" });
  }

  /** Resolves when nothing of it runs. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#link.ask("Close", poolId, grace.pool);
    await this.#options.process.end(grace.process);
  }
}

/** Of a request's limits: octets of a fragment whose base64 surely fits into an answer, in UTF-16 too. */
export const fragmentLimit = ({ largestResultSize }: RunCommandRequest["limits"]): number => Math.floor((largestResultSize * 3) / 8);

function creationOf(data: Buffer): MessageHead | undefined {
  const [first] = readFragments(data) ?? [];
  const head = first === undefined ? undefined : readMessageHead(first);
  return head?.type === messageTypes.createPipeline || head?.type === messageTypes.getCommandMetadata ? head : undefined;
}
