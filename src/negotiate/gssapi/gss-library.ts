/**
 * Every call into foreign code is in this file, because a mistake here ends the process instead of throwing. The rules it keeps:
 * - What the library allocates is copied, then released by the library, in the same function; a view of foreign memory is never made.
 * - Memory of ours that a call sees is held by a variable until the call is over; the library keeps none of it (GSSAPI copies).
 * - Handles leave this file as numbers that only this file uses, and `counts` says how many are open.
 * - One handle is never in two calls at a time; whoever holds it sees to that.
 * - Calls that read or lock files (keytab, replay cache, krb5.conf) run in a thread of koffi's. Those that stay on the event loop compute
 *   only: a name 20 µs, sealing and opening 16 kB 0.3 ms each.
 *
 * C bindings: RFC 2744; gss_acquire_cred_from, gss_set_neg_mechs, gss_localname, gss_wrap_iov: MIT krb5, gssapi_ext.h.
 */
import { krb5Oid, spnegoOid } from "../mechanism-oids.js";
import { gssError } from "./gss-constants.js";
import type { ForeignFunction, Koffi, KoffiType } from "./koffi.js";
import { Slots } from "./slots.js";

/** A pointer of the library's; `null`: none (GSS_C_NO_CONTEXT and the like). */
export type GssHandle = bigint | null;

/** Two status codes of one call. */
export interface GssStatus {
  readonly major: number;
  readonly minor: number;
}

export interface GssAccepted extends GssStatus {
  /** To be deleted, whatever came of the call. */
  readonly context: GssHandle;
  /** Who calls, to be released. */
  readonly initiator: GssHandle;
  /** Empty: the client gets none. */
  readonly token: Uint8Array;
  readonly flags: number;
}

interface ForeignBuffer {
  length?: number | bigint;
  value?: bigint | Uint8Array | null;
}

const acceptOnly = 2;
const statusOf = { gss: 1, mechanism: 2 } as const;
/** Types of gss_iov_buffer_desc, and the flag by which the library allocates it. */
const iov = { data: 1, header: 2, padding: 9, allocate: 0x10000 } as const;
/** Calls of koffi's threads at a time: fewer than its own queue holds, behind which it throws. */
const mostThreads = 32;

export class GssLibrary {
  /** Handles that are open. */
  readonly counts = { credentials: 0, contexts: 0, names: 0 };
  readonly #slots = new Slots(mostThreads);
  /** What calls in threads see of our memory. */
  readonly #inUse = new Set<readonly unknown[]>();
  readonly #functions: ReturnType<typeof declare>;

  /** @throws what the loader says when there is no such library, or when it lacks a function */
  constructor(private readonly koffi: Koffi, readonly path: string) {
    this.#functions = declare(koffi, path);
  }

  /**
   * Takes the keys of a keytab, all of them, for Kerberos alone: other mechanisms that the machine may have are never tried.
   * @param keytab `undefined`: the one of KRB5_KTNAME or krb5.conf
   */
  async acquire(keytab: string | undefined): Promise<GssStatus & { readonly credential: GssHandle }> {
    const store = keytab === undefined ? null : { count: 1, elements: [{ key: "keytab", value: `FILE:${keytab}` }] };
    // Kerberos by itself first: of the two, one is enough for success, and SPNEGO needs no keytab where other mechanisms are installed.
    const alone = await this.#acquire(store, krb5Oid);
    this.releaseCredential(alone.credential);
    if (gssError(alone.major) || alone.credential === null) return { ...alone, credential: null };
    const { major, minor, credential } = await this.#acquire(store, krb5Oid, spnegoOid);
    if (gssError(major) || credential === null) return { major, minor, credential };
    const code = [0];
    return { major: this.#functions.setNegotiable(code, credential, oidSet(krb5Oid)), minor: code[0]!, credential };
  }

  async #acquire(store: object | null, ...mechanisms: readonly Uint8Array[]): Promise<GssStatus & { readonly credential: GssHandle }> {
    const minor = [0];
    const made: GssHandle[] = [null];
    const major = await this.#inThread(this.#functions.acquireCredential, [minor, null, 0xffffffff, oidSet(...mechanisms), acceptOnly, store, made, null, null]);
    const credential = made[0] ?? null;
    if (credential !== null) this.counts.credentials++;
    return { major, minor: minor[0]!, credential };
  }

  /** Takes a token of a client. @param applicationData of the channel bindings; `undefined`: whatever the client says of its own is not looked at */
  async accept(credential: GssHandle, context: GssHandle, token: Uint8Array, applicationData: Uint8Array | undefined): Promise<GssAccepted> {
    const minor = [0];
    const contexts: GssHandle[] = [context];
    const initiators: GssHandle[] = [null];
    const flags = [0];
    const output: ForeignBuffer = {};
    const bindings = applicationData === undefined ? null : { initiatorType: 0, initiator: noBuffer, acceptorType: 0, acceptor: noBuffer, application: bufferOf(applicationData) };
    const major = await this.#inThread(this.#functions.accept, [minor, contexts, credential, bufferOf(token), bindings, initiators, null, output, flags, null, null]);
    const accepted = { major, minor: minor[0]!, context: contexts[0] ?? null, initiator: initiators[0] ?? null, token: this.#take(output), flags: flags[0]! };
    this.counts.contexts += Number(accepted.context !== null) - Number(context !== null);
    if (accepted.initiator !== null) this.counts.names++;
    return accepted;
  }

  /** Whom a complete context was made for, and by which mechanism (its OID's octets). */
  inquire(context: GssHandle): { readonly target: string; readonly mechanism: Uint8Array } {
    const minor = [0];
    const targets: GssHandle[] = [null];
    const mechanisms: GssHandle[] = [null];
    const major = this.#functions.inquire(minor, context, null, targets, null, mechanisms, null, null, null);
    const target = targets[0] ?? null;
    if (target !== null) this.counts.names++;
    try {
      const oid = mechanisms[0] ?? null;
      if (gssError(major) || target === null || oid === null) throw new Error(this.describe({ major, minor: minor[0]! }));
      const { length, elements } = this.koffi.decode(oid, this.#functions.types.oid) as { readonly length: number; readonly elements: bigint };
      return { target: this.nameOf(target), mechanism: this.#copy(elements, length) };
    } finally {
      this.releaseName(target);
    }
  }

  /** A name as the mechanism writes it. */
  nameOf(name: GssHandle): string {
    const minor = [0];
    const output: ForeignBuffer = {};
    const major = this.#functions.displayName(minor, name, output, null);
    const text = utf8(this.#take(output));
    if (gssError(major)) throw new Error(this.describe({ major, minor: minor[0]! }));
    return text;
  }

  /** The account of this machine that `auth_to_local` makes of a name; `undefined`: none. */
  async localName(name: GssHandle): Promise<string | undefined> {
    const output: ForeignBuffer = {};
    const major = await this.#inThread(this.#functions.localName, [[0], name, oidOf(krb5Oid), output]);
    const text = utf8(this.#take(output));
    return gssError(major) || text === "" ? undefined : text;
  }

  /** Opens a sealed message. The supplementary bits of `major` say what it is when it comes twice, or late. */
  unwrap(context: GssHandle, message: Uint8Array): GssStatus & { readonly plain: Uint8Array; readonly sealed: boolean } {
    const minor = [0];
    const output: ForeignBuffer = {};
    const sealed = [0];
    const major = this.#functions.unwrap(minor, context, bufferOf(message), output, sealed, [0]);
    return { major, minor: minor[0]!, plain: this.#take(output), sealed: sealed[0] !== 0 };
  }

  /** Seals a message with header and data apart; the data are as long as the message (with RC4: and their padding). */
  wrap(context: GssHandle, plain: Uint8Array): GssStatus & { readonly header: Uint8Array; readonly data: Uint8Array; readonly sealed: boolean } {
    const minor = [0];
    const sealed = [0];
    const data = Buffer.from(plain);
    const empty = { length: 0, value: null };
    const parts = {
      header: { type: iov.header | iov.allocate, buffer: empty as ForeignBuffer },
      data: { type: iov.data, buffer: { length: data.length, value: data } as ForeignBuffer },
      padding: { type: iov.padding | iov.allocate, buffer: empty as ForeignBuffer },
    };
    const major = this.#functions.wrapIov(minor, context, 1, 0, sealed, parts, 3);
    const header = this.#peek(parts.header.buffer);
    const padding = this.#peek(parts.padding.buffer);
    this.#functions.releaseIov([0], parts, 3);
    return { major, minor: minor[0]!, header, data: padding.length === 0 ? data : Buffer.concat([data, padding]), sealed: sealed[0] !== 0 };
  }

  releaseCredential(credential: GssHandle): void {
    if (credential === null) return;
    this.#functions.releaseCredential([0], [credential]);
    this.counts.credentials--;
  }

  releaseName(name: GssHandle): void {
    if (name === null) return;
    this.#functions.releaseName([0], [name]);
    this.counts.names--;
  }

  deleteContext(context: GssHandle): void {
    if (context === null) return;
    this.#functions.deleteContext([0], [context], null);
    this.counts.contexts--;
  }

  /** Both codes in the library's words. */
  describe({ major, minor }: GssStatus): string {
    const texts = [this.#status(major, statusOf.gss), ...(minor === 0 ? [] : [this.#status(minor, statusOf.mechanism)])];
    return [...new Set(texts.filter((text) => text !== ""))].join("; ");
  }

  #status(code: number, type: number): string {
    const texts: string[] = [];
    const more = [0];
    do {
      const output: ForeignBuffer = {};
      const major = this.#functions.displayStatus([0], code, type, type === statusOf.mechanism ? oidOf(krb5Oid) : null, more, output);
      texts.push(utf8(this.#take(output)).trim());
      if (gssError(major)) break;
    } while (more[0] !== 0 && texts.length < 8);
    return texts.filter((text) => text !== "").join(". ");
  }

  #inThread(run: ForeignFunction, values: readonly unknown[]): Promise<number> {
    return this.#slots.run(() => new Promise<number>((resolve, reject) => {
      this.#inUse.add(values);
      run.async(...values, (error: Error | null, result: number) => {
        this.#inUse.delete(values);
        if (error === null) resolve(result);
        else reject(error);
      });
    }));
  }

  #take(buffer: ForeignBuffer): Uint8Array {
    const octets = this.#peek(buffer);
    if (typeof buffer.value === "bigint") this.#functions.releaseBuffer([0], buffer);
    return octets;
  }

  #peek({ value, length = 0 }: ForeignBuffer): Uint8Array {
    return typeof value === "bigint" ? this.#copy(value, Number(length)) : new Uint8Array(0);
  }

  /** By C's own function: koffi's `decode` of a given length keeps some memory of each call. */
  #copy(pointer: bigint, length: number): Uint8Array {
    const copied = Buffer.alloc(length);
    if (length > 0) this.#functions.copy(copied, pointer, length);
    return copied;
  }
}

const noBuffer: ForeignBuffer = { length: 0, value: null };
const bufferOf = (octets: Uint8Array): ForeignBuffer => ({ length: octets.length, value: octets });
const oidOf = (octets: Uint8Array): { length: number; elements: Uint8Array } => ({ length: octets.length, elements: octets });
const oidSet = (...oids: readonly Uint8Array[]): { count: number; elements: readonly unknown[] } => ({ count: oids.length, elements: oids.map(oidOf) });
const utf8 = (octets: Uint8Array): string => Buffer.from(octets).toString("utf8");

/** Types and functions as the headers have them. */
function declare(koffi: Koffi, path: string) {
  const library = koffi.load(path);
  // MIT's header packs structures to two octets where macOS runs on Intel; of these two the members come close together then.
  const structure = process.platform === "darwin" && process.arch === "x64" ? koffi.pack.bind(koffi) : koffi.struct.bind(koffi);
  const buffer = koffi.struct({ length: "size_t", value: "void *" });
  const oid = structure({ length: "uint32_t", elements: "void *" });
  const set = koffi.struct({ count: "size_t", elements: koffi.pointer(oid) });
  const bindings = structure({ initiatorType: "uint32_t", initiator: buffer, acceptorType: "uint32_t", acceptor: buffer, application: buffer });
  const store = koffi.struct({ count: "uint32_t", elements: koffi.pointer(koffi.struct({ key: "const char *", value: "const char *" })) });
  const iovBuffer = koffi.struct({ type: "uint32_t", buffer });
  const parts = koffi.struct({ header: iovBuffer, data: iovBuffer, padding: iovBuffer });
  const number = "uint32_t";
  const handle = "void *";
  const to = (type: KoffiType): KoffiType => koffi.pointer(type);
  const out = (type: KoffiType): KoffiType => koffi.out(koffi.pointer(type));
  const both = (type: KoffiType): KoffiType => koffi.inout(koffi.pointer(type));
  const of = (name: string, ...parameters: readonly KoffiType[]): ForeignFunction => library.func(`gss_${name}`, number, [out(number), ...parameters]);
  return {
    types: { oid },
    // Found in the C library that every other one depends on.
    copy: library.func("memcpy", handle, [handle, handle, "size_t"]),
    acquireCredential: of("acquire_cred_from", handle, number, to(set), "int", to(store), out(handle), handle, handle),
    setNegotiable: of("set_neg_mechs", handle, to(set)),
    accept: of("accept_sec_context", both(handle), handle, to(buffer), to(bindings), out(handle), handle, out(buffer), out(number), handle, handle),
    inquire: of("inquire_context", handle, handle, out(handle), handle, out(handle), handle, handle, handle),
    displayName: of("display_name", handle, out(buffer), handle),
    localName: of("localname", handle, to(oid), out(buffer)),
    unwrap: of("unwrap", handle, to(buffer), out(buffer), out("int"), out(number)),
    wrapIov: of("wrap_iov", handle, "int", number, out("int"), both(parts), "int"),
    releaseIov: of("release_iov_buffer", both(parts), "int"),
    releaseBuffer: of("release_buffer", both(buffer)),
    releaseName: of("release_name", both(handle)),
    releaseCredential: of("release_cred", both(handle)),
    deleteContext: of("delete_sec_context", both(handle), handle),
    displayStatus: of("display_status", number, "int", to(oid), both(number), out(buffer)),
  };
}
