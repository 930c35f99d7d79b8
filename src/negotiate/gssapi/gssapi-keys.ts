import type { Keytab } from "./find-keytab.js";
import type { GssHandle, GssLibrary } from "./gss-library.js";

/** The keys of a keytab as the library holds them, until nobody uses them any more. */
export class GssapiKeys {
  #credential: GssHandle;
  #closed = false;
  /** Calls that are using the credential. */
  #users = 0;

  constructor(readonly library: GssLibrary, credential: GssHandle, readonly keytab: Keytab, readonly servicePrincipalNames: readonly string[]) {
    this.#credential = credential;
  }

  /** Runs a call with the keys. @returns `undefined` when they were closed before */
  async use<T>(call: (credential: GssHandle) => Promise<T>): Promise<T | undefined> {
    if (this.#closed) return undefined;
    this.#users++;
    try {
      return await call(this.#credential);
    } finally {
      this.#users--;
      this.#release();
    }
  }

  close(): void {
    this.#closed = true;
    this.#release();
  }

  #release(): void {
    if (!this.#closed || this.#users > 0) return;
    this.library.releaseCredential(this.#credential);
    this.#credential = null;
  }
}
