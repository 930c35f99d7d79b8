import { findSecrets, namesSecret } from "./find-secrets.js";
import { secretForms } from "./secret-forms.js";

/** Why something is redacted, as the summary says it. */
export type SecretKind = "login password" | "environment variable" | "command line" | "request" | "machine name" | "own pattern";

/** What stands in place of a secret. */
export const placeholder = "[redacted]";

/** Shorter ones stand in words that are none: they are taken out where they are said, and nowhere else. */
const shortest = 4;

export interface RedactorSettings {
  /** The user's own: all that they match. With the flag g. */
  readonly patterns: readonly RegExp[];
  /** Names of machines too. */
  readonly machines: boolean;
}

/** What is no longer to be read in a transcript, and what became of it. */
export interface RedactionSummary {
  /** Different secrets by kind. */
  readonly secrets: ReadonlyMap<SecretKind, number>;
  /** So short that they were taken out only where they were said. */
  readonly short: number;
}

/** Learns secrets while it is recorded, and takes them out of everything when it is written. */
export class Redactor {
  readonly #secrets = new Map<string, SecretKind>();
  readonly #settings: RedactorSettings;
  /** Finds all of them; made anew when one is learnt. */
  #finder: RegExp | undefined;

  constructor(settings: RedactorSettings) {
    this.#settings = settings;
  }

  learn(kind: SecretKind, secret: string): void {
    if (secret === "" || this.#secrets.has(secret)) return;
    this.#secrets.set(secret, kind);
    this.#finder = undefined;
  }

  /** From a line or a script that is run. */
  learnFromCommand(text: string): void {
    for (const { secret } of findSecrets(text)) this.learn("command line", secret);
  }

  /** From something that has a name. */
  learnFromValue(kind: SecretKind, name: string, text: string): void {
    if (namesSecret(name, text)) this.learn(kind, text);
    else for (const { secret } of findSecrets(text)) this.learn(kind, secret);
  }

  learnMachine(name: string | undefined): void {
    if (!this.#settings.machines || name === undefined || /^[\d.:[\]]*$|^localhost$/iu.test(name)) return;
    this.learn("machine name", name);
    this.learn("machine name", name.split(".")[0]!);
  }

  /** From any text that will be written: what the user's own patterns match. */
  learnByPattern(text: string): void {
    for (const pattern of this.#settings.patterns) for (const [secret] of text.matchAll(pattern)) this.learn("own pattern", secret);
  }

  redact(text: string): string {
    return this.pieces(text).join(placeholder);
  }

  /** Octets that are no text: secrets in them are as long as before. */
  redactOctets(octets: Uint8Array): Uint8Array {
    const text = Buffer.from(octets).toString("latin1");
    let redacted = text;
    for (const secret of this.#secrets.keys()) {
      if (secret.length < shortest) continue;
      for (const form of [Buffer.from(secret, "utf8"), Buffer.from(secret, "utf16le")]) redacted = redacted.replaceAll(form.toString("latin1"), "*".repeat(form.length));
    }
    return redacted === text ? octets : Buffer.from(redacted, "latin1");
  }

  /** What stands between the secrets of a text. @param isCommand short ones are found by the words before them */
  pieces(text: string, isCommand = false): readonly string[] {
    this.#finder ??= this.#makeFinder();
    const ranges = [...text.matchAll(this.#finder)].map((match): readonly [number, number] => [match.index, match.index + match[0].length]);
    if (isCommand) for (const { start, end } of findSecrets(text)) ranges.push([start, end]);
    ranges.sort(([a], [b]) => a - b);
    const pieces: string[] = [];
    let from = 0;
    for (const [start, end] of ranges) {
      // Those that overlap are one.
      if (start >= from) pieces.push(text.slice(from, start));
      from = Math.max(from, end);
    }
    pieces.push(text.slice(from));
    return pieces;
  }

  get summary(): RedactionSummary {
    const secrets = new Map<SecretKind, number>();
    for (const kind of this.#secrets.values()) secrets.set(kind, (secrets.get(kind) ?? 0) + 1);
    return { secrets, short: [...this.#secrets.keys()].filter(({ length }) => length < shortest).length };
  }

  #makeFinder(): RegExp {
    const forms = [...this.#secrets].filter(([{ length }]) => length >= shortest).flatMap(([secret, kind]) => (kind === "machine name" ? [secret, secret.toLowerCase(), secret.toUpperCase()] : secretForms(secret)));
    const sorted = [...new Set(forms)].sort((a, b) => b.length - a.length);
    // Nothing stands before the beginning of a text.
    return new RegExp(sorted.length === 0 ? "(?!)" : sorted.map(literally).join("|"), "gu");
  }
}

/** A regular expression, with the flag u, that matches this text only. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
