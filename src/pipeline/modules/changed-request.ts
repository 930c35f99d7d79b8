import type { BodyProblem, HostConnection, HostHeaders, HostRequest } from "../../base/host-message.js";
import { fail, ok, type Result } from "../../base/result.js";
import { HRESULT } from "../../sdk/hresult.js";
import { HeaderList } from "./header-list.js";

const nothing = new Uint8Array(0);

/** A request as modules leave it to those who come after them. */
export class ChangedRequest implements HostRequest {
  method: string;
  path: string;
  query: string;
  readonly host: string;
  readonly httpVersion: string;
  readonly connection: HostConnection;
  readonly original: HostRequest;
  isUrlChanged = false;
  /** Copied when a field is changed first. */
  #changed: HeaderList | undefined;
  /** Put in front by modules, unread. */
  #front: Uint8Array = nothing;
  /** Read from the client and not taken yet; `undefined` before it was read. */
  #rest: Uint8Array | undefined;
  #problem: BodyProblem | undefined;
  /** The client's body is read once, whoever asks, and however many at a time. */
  #reading: Promise<void> | undefined;

  constructor(original: HostRequest) {
    this.original = original;
    const { method, path, query, host, connection, httpVersion = "1.1" } = original;
    this.method = method;
    this.path = path;
    this.query = query;
    this.host = host;
    this.connection = connection;
    this.httpVersion = httpVersion;
  }

  get pathPrefix(): string {
    return this.original.pathPrefix ?? "";
  }

  get certificates(): HostRequest["certificates"] {
    return this.original.certificates;
  }

  get headers(): HostHeaders {
    const changed = this.#changed;
    return changed === undefined ? this.original.headers : { get: (name) => changed.get(name), entries: () => changed.fields };
  }

  /** To change. */
  get fields(): HeaderList {
    return (this.#changed ??= new HeaderList(this.original.headers.entries()));
  }

  /** @param limit octets of the whole body: more cannot be read by modules */
  async readEntity(size: number, limit: number): Promise<{ readonly hresult: number; readonly bytes: Uint8Array }> {
    if (this.#front.length === 0) await this.#readAll(limit);
    if (this.#problem !== undefined && this.#front.length === 0) return { hresult: this.#problem === "tooLarge" ? HRESULT.ERROR_INVALID_DATA : HRESULT.ERROR_CONNECTION_INVALID, bytes: nothing };
    const unread = this.#front.length > 0 ? this.#front : this.#rest!;
    const bytes = unread.subarray(0, size);
    if (this.#front.length > 0) this.#front = unread.subarray(size);
    else this.#rest = unread.subarray(size);
    return { hresult: bytes.length === 0 ? HRESULT.ERROR_HANDLE_EOF : HRESULT.S_OK, bytes };
  }

  /** Its body was sealed, and is read from here on as if it had come so. */
  open(type: string, plain: Uint8Array): void {
    this.fields.set("Content-Type", type, true);
    this.fields.set("Content-Length", String(plain.length), true);
    this.#front = nothing;
    this.#rest = plain;
    this.#reading = Promise.resolve();
  }

  insert(bytes: Uint8Array): void {
    this.#front = Buffer.concat([bytes, this.#front]);
  }

  get remaining(): number {
    if (this.#rest !== undefined) return this.#front.length + this.#rest.length;
    const { headers } = this.original;
    if (headers.get("transfer-encoding") !== undefined) return 0xffff_ffff;
    return this.#front.length + Number(headers.get("content-length") ?? 0);
  }

  async readBody(limit: number, use?: "keep" | "discard"): Promise<Result<Uint8Array, BodyProblem>> {
    const front = this.#front;
    if (this.#reading === undefined && front.length === 0) {
      this.#rest = nothing;
      this.#reading = Promise.resolve();
      return this.original.readBody(limit, use);
    }
    await this.#readAll(Math.max(0, limit - front.length));
    if (this.#problem !== undefined) return fail(this.#problem);
    const whole = Buffer.concat([front, this.#rest!]);
    this.#front = this.#rest = nothing;
    if (whole.length > limit) return fail("tooLarge");
    return ok(use === "discard" ? nothing : whole);
  }

  onGone(run: () => void): () => void {
    return this.original.onGone(run);
  }

  #readAll(limit: number): Promise<void> {
    return (this.#reading ??= this.original.readBody(limit).then((read) => {
      if (read.ok) this.#rest = read.value;
      else this.#problem = read.error;
    }));
  }
}
