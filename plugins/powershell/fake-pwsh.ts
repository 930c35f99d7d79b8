/**
 * Stands in for `pwsh -s`: speaks server mode as PowerShell does, with whole messages of the remoting protocol, and runs a language of its own.
 * The script of a pipeline is one line: `echo TEXT`, `fail`, `input` (gives back what it gets), `prompt` (asks the client's host and gives the
 * answer back), `wait`, `flood COUNT SIZE`, `spawn` (a process in a session of its own, told by its number), `pid`, `die TEXT`, `garbage TEXT`,
 * `late` (ends without a state when it is stopped), `environment NAME`.
 */
import { spawn } from "node:child_process";
import { readFragments, writeFragment } from "./fragment.js";
import { poolId, writePacket, type Packet } from "./packet.js";
import { readPacket } from "./read-packet.js";

const types = { capability: 0x10002, init: 0x10004, privateData: 0x21009, poolState: 0x21005, create: 0x21006, resetState: 0x2100c, input: 0x41002, endOfInput: 0x41003, output: 0x41004, state: 0x41006, hostCall: 0x41100, hostResponse: 0x41101 };
const fragmentSize = 32 * 1024;

interface Message {
  readonly type: number;
  readonly ids: Buffer;
  readonly data: string;
}

let objectId = 0n;
/** Begun messages by pipeline and object. */
const begun = new Map<string, Buffer[]>();
const pipelines = new Map<string, { readonly ids: Buffer; readonly take: (message: Message) => void; readonly stop: () => void }>();
let poolIds = Buffer.alloc(32);

const say = (packet: Packet): boolean => process.stdout.write(writePacket(packet));

function send(id: string, type: number, ids: Buffer, data: string): void {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(1, 0);
  head.writeUInt32LE(type, 4);
  const message = Buffer.concat([head, ids, Buffer.from(`\ufeff${data}`)]);
  objectId++;
  const count = Math.ceil(message.length / fragmentSize);
  for (let nth = 0; nth < count; nth++) {
    const blob = message.subarray(nth * fragmentSize, (nth + 1) * fragmentSize);
    say({ kind: "Data", id, stream: "Default", data: writeFragment({ objectId, fragmentId: BigInt(nth), isFirst: nth === 0, isLast: nth === count - 1, blob }) });
  }
}

const number = (name: string, value: number): string => `<Obj RefId="0"><MS><I32 N="${name}">${value}</I32></MS></Obj>`;

/** Puts messages together. */
function* messagesIn(id: string, data: Buffer): Generator<Message> {
  const fragments = readFragments(data);
  if (fragments === undefined) throw new Error("these are no fragments");
  for (const fragment of fragments) {
    const key = `${id} ${fragment.objectId}`;
    const parts = fragment.isFirst ? [] : begun.get(key);
    if (parts === undefined || BigInt(parts.length) !== fragment.fragmentId) throw new Error(`fragment ${fragment.fragmentId} of ${key} is out of order`);
    parts.push(fragment.blob);
    begun.set(key, parts);
    if (!fragment.isLast) continue;
    begun.delete(key);
    const message = Buffer.concat(parts);
    yield { type: message.readUInt32LE(4), ids: Buffer.from(message.subarray(8, 40)), data: message.toString("utf8", 40).replace(/^\ufeff/u, "") };
  }
}

function takeOfPool({ type, ids, data }: Message): void {
  if (type === types.capability) {
    poolIds = Buffer.concat([ids.subarray(0, 16), Buffer.alloc(16)]);
    send(poolId, types.capability, Buffer.alloc(32), data);
  } else if (type === types.init) {
    send(poolId, types.privateData, poolIds, '<Obj RefId="0"><MS><Obj N="ApplicationPrivateData" RefId="1"><DCT><En><S N="Key">Fake</S><S N="Value">yes</S></En></DCT></Obj></MS></Obj>');
    send(poolId, types.poolState, poolIds, number("RunspaceState", 2));
  } else if (type === types.resetState) send(poolId, types.poolState, poolIds, number("RunspaceState", 2));
}

function begin(id: string, { ids, data }: Message): void {
  const [word = "", ...rest] = (/<S N="Cmd">([^<]*)</u.exec(data)?.[1] ?? "").replaceAll("&lt;", "<").split(" ");
  const text = rest.join(" ");
  const give = (value: string): void => send(id, types.output, ids, `<S>${value}</S>`);
  const over = (state: number): void => send(id, types.state, ids, number("PipelineState", state));
  let take = (_: Message): void => undefined;
  let stop = (): void => over(3);
  switch (word) {
    case "echo": give(text); over(4); break;
    case "fail": over(5); break;
    case "pid": give(String(process.pid)); over(4); break;
    case "environment": give(process.env[text] ?? "none"); over(4); break;
    case "flood": for (let nth = 0; nth < Number(rest[0]); nth++) give(String(nth).padEnd(Number(rest[1]), ".")); over(4); break;
    case "spawn": {
      const child = spawn("sleep", ["1000"], { detached: true, stdio: "ignore" });
      child.unref();
      give(String(child.pid));
      over(4);
      break;
    }
    case "input":
      take = (message) => {
        if (message.type === types.input) give(/<S>([^<]*)</u.exec(message.data)?.[1] ?? "");
        else if (message.type === types.endOfInput) over(4);
      };
      break;
    case "prompt":
      send(id, types.hostCall, ids, '<Obj RefId="0"><MS><I64 N="ci">1</I64></MS></Obj>');
      take = (message) => {
        if (message.type !== types.hostResponse) return;
        give(/<S>([^<]*)</u.exec(message.data)?.[1] ?? "");
        over(4);
      };
      break;
    case "die": process.stderr.write(`${text}\n`, () => process.exit(3)); break;
    case "garbage": process.stdout.write(`${text}\n`); break;
    case "late": stop = () => undefined; break;
    default: break;
  }
  pipelines.set(id, { ids, take: (message) => take(message), stop: () => stop() });
}

function takeData(packet: Packet & { kind: "Data" }): void {
  for (const message of messagesIn(packet.id, packet.data)) {
    const pipeline = pipelines.get(packet.id);
    if (packet.id === poolId) takeOfPool(message);
    else if (message.type === types.hostResponse && packet.stream !== "PromptResponse") throw new Error("a response to a prompt came with other data");
    else if (message.type === types.create) begin(packet.id, message);
    else pipeline?.take(message);
  }
  // Behind what it has caused, as with PowerShell.
  say({ kind: "DataAck", id: packet.id });
}

const commands = new Set<string>();

function take(packet: Packet): void {
  switch (packet.kind) {
    case "Data":
      if (packet.id !== poolId && !commands.has(packet.id)) throw new Error(`data for ${packet.id}, which is no command`);
      return takeData(packet);
    case "Command":
      commands.add(packet.id);
      if (process.env["FAKE_PWSH_IS_SLOW"] === "true") return;
      return void say({ kind: "CommandAck", id: packet.id });
    case "Signal":
      pipelines.get(packet.id)?.stop();
      return void say({ kind: "SignalAck", id: packet.id });
    case "Close":
      // PowerShell waits for its pipelines first.
      if (packet.id === poolId && commands.size > 0) return;
      commands.delete(packet.id);
      pipelines.delete(packet.id);
      return void say({ kind: "CloseAck", id: packet.id });
    case "DataAck": case "CommandAck": case "CloseAck": case "SignalAck": throw new Error(`a client does not send ${packet.kind}`);
  }
}

if (process.argv.slice(2).join(" ") !== "-s -NoLogo -NoProfile") throw new Error(`wrong arguments: ${process.argv.slice(2).join(" ")}`);
let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (text: string) => {
  const lines = (rest + text).split("\n");
  rest = lines.pop()!;
  for (const line of lines) {
    const packet = readPacket(line);
    if (typeof packet === "string") throw new Error(`${line.slice(0, 80)} ${packet}`);
    take(packet);
  }
});
process.stdin.on("end", () => process.exit(0));
