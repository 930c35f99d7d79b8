import type { HostResponse } from "../../base/host-message.js";
import { nativeWithFields } from "../native-with-fields.js";
import { HeaderList } from "./header-list.js";

/** The answer of one request while modules and stages make it. */
export class Answer {
  status = 200;
  subStatus = 0;
  reason = "";
  hresult = 0;
  readonly headers = new HeaderList();
  /** Close the connection behind it. */
  isLast = false;
  /** A reset instead of its body. */
  isReset = false;
  #body: Uint8Array[] = [];
  /** What wrote it, while nobody has changed status or body since. */
  #whole: HostResponse | undefined;

  /**
   * What a stage or the application answers takes the place of all but header fields of other names.
   * @param subStatus IIS's number behind its status; 0: none
   */
  take(response: HostResponse, subStatus = 0): void {
    this.#whole = response;
    this.status = response.status;
    this.reason = response.reason ?? "";
    this.subStatus = subStatus;
    this.isLast ||= response.close === true;
    for (const [name] of response.headers) if (name.toLowerCase() !== "set-cookie") this.headers.delete(name);
    for (const [name, value] of response.headers) this.headers.set(name, value, false);
    this.#body = octetsOf(response.body);
  }

  /** `undefined`: written elsewhere, not known here. */
  get entity(): Uint8Array | undefined {
    return this.#whole?.native === undefined ? Buffer.concat(this.#body) : undefined;
  }

  write(chunks: readonly Uint8Array[]): void {
    this.#change();
    this.#body.push(...chunks);
  }

  setStatus(status: number, reason: string, subStatus: number): void {
    this.#change();
    Object.assign(this, { status, reason, subStatus });
  }

  clear(): void {
    this.#change();
    this.#body = [];
    this.headers.clear();
    Object.assign(this, { status: 200, reason: "", subStatus: 0 });
  }

  clearBody(): void {
    this.#change();
    this.#body = [];
  }

  #change(): void {
    this.#whole = undefined;
  }

  toResponse(): HostResponse {
    const { status } = this;
    // A module that is late must not change what is being sent.
    const headers = [...this.headers.fields];
    const close = this.isLast ? { close: true } : {};
    if (this.isReset) return { status, headers, breakOff: { after: 0, by: "reset" } };
    if (this.#whole?.native !== undefined) return { ...this.#whole, ...close, native: nativeWithFields(this.#whole.native, headers) };
    if (this.#whole !== undefined) return { ...this.#whole, headers, ...close };
    return { status, headers, ...(this.reason === "" ? {} : { reason: this.reason }), ...close, body: Buffer.concat(this.#body) };
  }
}

const octetsOf = (body: HostResponse["body"]): Uint8Array[] => (body === undefined ? [] : [typeof body === "string" ? Buffer.from(body) : body]);
