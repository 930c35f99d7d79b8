import type { OwnEnd } from "./open-shell.js";

/** Shells of which is known why they ended: the last so many of an application. */
const most = 1000;

const words: Readonly<Record<OwnEnd, string>> = {
  deleted: "it was deleted",
  idle: "it has ended, because nobody had used it for its idle time",
  lifetime: "it has ended, because its lifetime was over",
  shutdown: "it was ended, because the host's configuration was replaced by another",
};

/** Why shells ended, so that a client that comes back learns it: only who could see one learns that there was one. */
export class EndedShells {
  readonly #ends = new Map<string, { readonly owner: string; readonly why: string }>();

  /** How many have ended, by reason. */
  readonly counts: Record<OwnEnd, number> = { deleted: 0, idle: 0, lifetime: 0, shutdown: 0 };

  add(id: string, owner: string, end: OwnEnd): void {
    const key = id.toLowerCase();
    this.counts[end]++;
    this.#ends.delete(key);
    this.#ends.set(key, { owner, why: words[end] });
    if (this.#ends.size > most) this.#ends.delete(this.#ends.keys().next().value!);
  }

  /** @returns the end of a sentence; `undefined`: nothing that this user may know */
  whyOf(id: string, owner: string): string | undefined {
    const known = this.#ends.get(id.toLowerCase());
    return known?.owner === owner ? known.why : undefined;
  }
}
