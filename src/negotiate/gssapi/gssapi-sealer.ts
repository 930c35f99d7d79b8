import type { MessageSealer } from "../../base/negotiate-provider.js";
import { gssError, outOfOrder } from "./gss-constants.js";
import type { GssHandle, GssLibrary } from "./gss-library.js";

/** Messages sealed with the session key of a Kerberos login (RFC 4121 4.2.4; with AES the header has 60 octets and the data are as long as the message). */
export class GssapiSealer implements MessageSealer {
  /** @param context `null` once the login's connection has ended */
  constructor(private readonly library: GssLibrary, readonly protocol: string, private readonly context: () => GssHandle) {}

  unwrap(header: Uint8Array, data: Uint8Array): Uint8Array {
    const opened = this.library.unwrap(this.#open(), Buffer.concat([header, data]));
    if (gssError(opened.major)) throw new Error(`a sealed message cannot be opened: ${this.library.describe(opened)}`);
    if ((opened.major & outOfOrder) !== 0) throw new Error("a sealed message came twice or out of order");
    if (!opened.sealed) throw new Error("a message is signed only, not sealed");
    return opened.plain;
  }

  wrap(plain: Uint8Array): { readonly header: Uint8Array; readonly data: Uint8Array } {
    const { header, data, ...status } = this.library.wrap(this.#open(), plain);
    if (gssError(status.major) || !status.sealed) throw new Error(`a message cannot be sealed: ${this.library.describe(status)}`);
    return { header, data };
  }

  #open(): GssHandle {
    const context = this.context();
    if (context === null) throw new Error("the login that agreed on the key is over");
    return context;
  }
}
