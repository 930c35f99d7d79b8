import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders } from "node:http";

type Chunk = string | Uint8Array;
type Done = (error?: Error | null) => void;

/**
 * Node's own response, whose octets go nowhere but into memory. What sends is replaced on the object itself: Express gives responses
 * another prototype, and middleware replaces the same functions.
 */
export class CapturedResponse {
  readonly node: ServerResponse;
  /** It has been ended. */
  readonly ended: Promise<"ended">;
  readonly #chunks: Buffer[] = [];
  #end: () => void = () => undefined;

  constructor(message: IncomingMessage) {
    this.node = new ServerResponse(message);
    this.ended = new Promise((resolve) => (this.#end = () => resolve("ended")));
    const { node } = this;
    const replaced = {
      writeHead: (status: number, ...rest: readonly unknown[]) => this.#writeHead(status, rest),
      flushHeaders: () => this.#begin(),
      _implicitHeader: () => this.#begin(),
      _send: () => true,
      write: (chunk: Chunk, encoding?: BufferEncoding | Done, done?: Done) => this.#write(chunk, encoding, done),
      end: (chunk?: Chunk | Done, encoding?: BufferEncoding | Done, done?: Done) => this.#finish(chunk, encoding, done),
    };
    Object.assign(node, replaced);
  }

  readonly body = (): Buffer => Buffer.concat(this.#chunks);

  /** Status and fields of an answer that somebody else made. */
  begin(status: number, reason: string, fields: readonly (readonly [name: string, value: string])[]): void {
    const { node } = this;
    node.statusCode = status;
    node.statusMessage = reason;
    const byName = new Map<string, string[]>();
    for (const [name, value] of fields) byName.set(name, [...(byName.get(name) ?? []), value]);
    for (const [name, values] of byName) node.setHeader(name, values.length === 1 ? values[0]! : values);
  }

  #writeHead(status: number, rest: readonly unknown[]): ServerResponse {
    const { node } = this;
    if (node.headersSent) throw Object.assign(new Error("Cannot write headers after they are sent to the client"), { code: "ERR_HTTP_HEADERS_SENT" });
    node.statusCode = status;
    const [first, second] = rest;
    if (typeof first === "string") node.statusMessage = first;
    const fields = (typeof first === "string" ? second : first) as OutgoingHttpHeaders | readonly OutgoingHttpHeader[] | undefined;
    for (const [name, value] of pairsOf(fields)) node.setHeader(name, value);
    // Node's own mark of a header that is out: nothing can be set any more.
    (node as unknown as { _header: string })._header = `HTTP/1.1 ${status}\r\n\r\n`;
    return node;
  }

  #begin(): void {
    if (!this.node.headersSent) this.node.writeHead(this.node.statusCode);
  }

  #write(chunk: Chunk, encoding?: BufferEncoding | Done, done?: Done): boolean {
    this.#begin();
    this.#chunks.push(typeof chunk === "string" ? Buffer.from(chunk, typeof encoding === "string" ? encoding : "utf8") : Buffer.from(chunk));
    const told = typeof encoding === "function" ? encoding : done;
    if (told !== undefined) process.nextTick(told);
    return true;
  }

  #finish(chunk?: Chunk | Done, encoding?: BufferEncoding | Done, done?: Done): ServerResponse {
    const { node } = this;
    if (node.writableEnded) return node;
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.#write(chunk, typeof encoding === "string" ? encoding : undefined);
    this.#begin();
    node.finished = true;
    const told = [chunk, encoding, done].find((each): each is Done => typeof each === "function");
    process.nextTick(() => {
      node.emit("finish");
      told?.();
      node.emit("close");
    });
    this.#end();
    return node;
  }
}

/** Header fields as `writeHead` takes them: an object, a flat list, a list of pairs. */
function pairsOf(fields: OutgoingHttpHeaders | readonly OutgoingHttpHeader[] | undefined): readonly (readonly [string, string | number | readonly string[]])[] {
  if (fields === undefined || fields === null) return [];
  const list = fields as readonly unknown[];
  if (!Array.isArray(list)) return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value as string] as const]));
  if (Array.isArray(list[0])) return list as readonly [string, string][];
  return Array.from({ length: list.length / 2 }, (_, index) => [String(list[2 * index]), list[2 * index + 1] as string] as const);
}
