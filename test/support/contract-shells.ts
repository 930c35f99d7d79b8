/** Does everything that the contract between a host and a plug-in with shells speaks of, by the name of the shell and the words of the command. */
import { definePlugin, element, failure, type CommandOutput, type OpenShellRequest, type OwnOutput, type RunCommandRequest, type Shell, type ShellCommand, type XmlInput } from "wsmanor/sdk";
import { settledHeap } from "./settled-heap.js";

const said = (input: XmlInput | undefined): unknown => (input === undefined ? "none" : [input.renderingType, input.element()]);
const never = (): Promise<never> => new Promise(() => undefined);
const blockFor = (milliseconds: number): void => {
  for (const end = Date.now() + milliseconds; Date.now() < end; );
};

const toldOf = ({ resourceUri, action, selectors, options, sender, locale, dataLocale, limits }: OpenShellRequest | RunCommandRequest): unknown => ({
  resourceUri, action, locale, dataLocale, selectors: [...selectors.entries()], options: [...options.entries()], sender: { ...sender, environment: [...sender.environment] },
  limits: [limits.maxEnvelopeSize, limits.timeout, limits.largestResultSize, limits.remainingResultSize()],
});

/** What the running commands and open shells were told, in order. */
const events: string[] = [];

/** Commands by their first word. Each writes what it has to say, and most end themselves. */
const commands: Readonly<Record<string, (request: RunCommandRequest, words: readonly string[]) => Partial<ShellCommand> | void | Promise<unknown>>> = {
  tell: (request) => {
    void request.output.write("stdout", JSON.stringify([toldOf(request), request.commandId, request.command, request.arguments, typeof request.signal.aborted]));
    request.output.done(0);
  },
  events: ({ output }) => {
    void output.write("stdout", JSON.stringify(events.splice(0)));
    output.done(0);
  },
  both: async ({ output }) => {
    const given = [await output.write("stdout", "out ✓\n"), await output.write("stderr", Uint8Array.of(0, 255, 10)), await output.write("nothing", "nowhere"), await output.write("stdout", "")];
    output.end("stdout");
    output.end("stdout");
    output.end("nothing");
    given.push(await output.write("stdout", "after its end"), await output.write("stderr", "still"));
    output.done(7);
    output.done(8);
    given.push(await output.write("stderr", "after all"));
    events.push(JSON.stringify(given));
  },
  whole: async ({ output }) => {
    const isWhole = true;
    for (const octets of [1, 10, 200_000, 3]) await output.write("stdout", Buffer.alloc(octets, 1), { isWhole });
    await output.write("stdout", "between");
    await output.write("stdout", "trap", { get isWhole(): boolean { throw new Error("no options"); } });
    await output.write("stdout", "one", { isWhole });
    await output.write("stdout", "two", { isWhole });
    output.done(0);
  },
  reuse: async ({ output }) => {
    const buffer = Buffer.from("first.");
    const first = output.write("stdout", buffer);
    buffer.fill("x");
    await first;
    const { write, done } = output;
    await write("stdout", buffer.subarray(0, 2));
    done(0xffff_ffff);
  },
  pieces: async ({ output }, [count = "0", size = "1"]) => {
    for (let at = 0; at < Number(count); at++) await output.write(at % 7 === 6 ? "stderr" : "stdout", Buffer.alloc(Number(size), at % 251));
    output.done(0);
  },
  large: async ({ output }, [octets = "0"]) => {
    const isWanted = await output.write("stdout", Buffer.alloc(Number(octets), "0123456789"));
    output.done(isWanted ? 0 : 1);
  },
  impatient: ({ output }, [count = "0", size = "1"]) => {
    for (let at = 0; at < Number(count); at++) void output.write("stdout", Buffer.alloc(Number(size), at % 251));
    output.end("stdout");
    output.done(0);
  },
  pump: async ({ output }) => {
    const piece = Buffer.alloc(32 * 1024, 1);
    let written = 0;
    while (await output.write("stdout", piece)) written++;
    events.push(`pump was told to stop: ${written > 0}`);
  },
  cat: ({ output }) => ({
    send: async ({ stream, data, isLast }) => {
      events.push(`${stream} ${data.constructor.name} ${data.length} ${isLast}`);
      await output.write("stdout", data);
      if (isLast) output.done(0);
    },
    signal: ({ kind, code }) => {
      events.push(`signal ${kind} ${code}`);
      if (kind === undefined) return failure("invalid-parameter", { message: `no ${code}`, code: 87 });
      return undefined;
    },
    connect: ({ connection, limits }) => element("urn:s", "Connected", JSON.stringify([said(connection), limits.maxEnvelopeSize])),
  }),
  late: async ({ signal }) => {
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => {
      events.push(`run aborted: ${String(signal.reason)}`);
      resolve();
    }));
  },
  refuse: () => {
    throw failure("access-denied", { message: "not you", code: 5, extended: element("urn:s", "Why", "a<b") });
  },
  throw: () => {
    throw new TypeError("broken inside");
  },
  fail: ({ output }) => output.done(failure("quota", { message: "too much of it", code: 12 })),
  "wrong exit": ({ output }) => output.done(-1),
  "wrong result": ({ output }) => output.done({ kind: "nonsense" } as never),
  "wrong output": async ({ output }) => {
    const given = [await output.write("stdout", 5 as never), await output.write(7 as never, "x"), await output.write("stdout", null as never)];
    output.end(3 as never);
    events.push(JSON.stringify(given));
    output.done(0);
  },
  "no command": () => ({ close: undefined as never }),
  // Hostile ones.
  "throws in send": () => ({ send: () => { throw new Error("no send"); }, signal: () => { throw new Error("no signal"); }, connect: () => { throw new Error("no connect"); }, close: () => { throw new Error("no close"); } }),
  "never answers": () => ({ send: never, signal: never, connect: never, close: never }),
  "no xml": () => ({ connect: () => 5 as never }),
  heap: ({ output }) => {
    void output.write("stdout", String(settledHeap()));
    output.done(0);
  },
  wait: ({ output }) => void output.write("stdout", "waiting"),
  exit: () => void setTimeout(() => process.exit(9), 1),
  block: () => void setTimeout(() => blockFor(60_000), 1),
  flood: ({ output }) => {
    const more = (): void => {
      for (let at = 0; at < 100; at++) void output.write("stdout", Buffer.alloc(32 * 1024, 1));
      setImmediate(more);
    };
    more();
  },
};

const isPart = (given: unknown): given is Partial<ShellCommand> => typeof given === "object" && given !== null && !("then" in given);

function run(request: RunCommandRequest): ShellCommand | Promise<ShellCommand> {
  const [name = "", ...words] = [request.command, ...request.arguments];
  const given = commands[name]?.(request, words);
  const base = { close: (reason: string) => void events.push(`command closed: ${reason}`) };
  // What only `late` gives is waited for: the others go on beside their answer.
  return name === "late" ? Promise.resolve(given).then(() => base) : { ...base, ...(isPart(given) ? given : {}) };
}

/** Shells by their names. */
const shells: Readonly<Record<string, (request: OpenShellRequest, output: OwnOutput) => Partial<Shell> | Promise<Partial<Shell>>>> = {
  own: (_request, output) => ({
    processId: 4711, hasOutput: true, profileLoaded: true,
    usage: () => ({ memory: 5_000_000_000, childProcesses: 2 }),
    send: async ({ data }) => {
      await output.write("stdout", data);
    },
    signal: ({ kind }) => void events.push(`shell signal ${kind}`),
    connect: () => undefined,
  }),
  ends: (_request, output) => ({
    hasOutput: true,
    usage: () => { throw new TypeError("no usage"); },
    send: async () => {
      await output.write("stdout", "last words");
      output.done(failure("endpoint-unavailable", { message: "what stood behind it is gone" }));
      output.done(failure("quota", { message: "again" }));
    },
  }),
  "wrong usage": () => ({ usage: () => ({ memory: "much" }) as never }),
  grows: () => {
    let processId: number | undefined;
    return {
      get processId() { return processId; },
      runCommand: (request) => {
        processId = 99;
        return run(request);
      },
    };
  },
  hostile: () => ({
    get processId(): number { throw new Error("no id"); },
    get hasOutput(): boolean { throw new Error("no output"); },
    get send(): never { throw new Error("no send"); },
    runCommand: () => { throw new Error("no command"); },
    close: () => { throw new Error("no close"); },
  }),
  nonsense: () => 5 as never,
  "no close": () => ({ close: undefined as never }),
  refused: () => { throw failure("access-denied", { message: "not you", code: 5 }); },
  broken: () => { throw new TypeError("broken inside"); },
  late: ({ signal }) => new Promise<Partial<Shell>>((resolve) => signal.addEventListener("abort", () => {
    events.push(`open aborted: ${String(signal.reason)}`);
    resolve({});
  })),
  never,
};

export default definePlugin({
  declaration: { name: "contract-shells", sdkVersion: 1, capabilities: ["Shell"] },
  startup: ({ logger }) => ({
    openShell: async (request) => {
      const { name = "", shellId, environment, workingDirectory, inputStreams, outputStreams, creation, output } = request;
      if (name !== "") events.push(`opens ${name}`);
      const told = JSON.stringify([toldOf(request), name, shellId, [...environment], workingDirectory, inputStreams, outputStreams, said(creation), Object.keys(output).sort()]);
      const given: unknown = await shells[name]?.(request, output);
      const base: Shell = {
        runCommand: (command) => (command.command === "opened" ? tell(command.output, told) : run(command)),
        close: (reason) => void events.push(`shell closed: ${reason}`),
      };
      return typeof given === "number" ? (given as never) : (Object.defineProperties<Shell>(base, Object.getOwnPropertyDescriptors(given ?? {})));
    },
    shutdown: (reason) => logger.info(`it ends: ${reason}; ${JSON.stringify(events)}`),
  }),
});

function tell(output: CommandOutput, text: string): ShellCommand {
  void output.write("stdout", text);
  output.done(0);
  return { close: () => undefined };
}
