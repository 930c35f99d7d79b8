import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import { placeOf, type Spot } from "./source-file.js";

/** What a check says; where is said by the spot. */
export type Finding = Omit<Diagnostic, "severity" | "place" | "sourceLine" | "length">;

/** Findings that are kept. Nobody reads more, and a file that is not a configuration at all gives one for every element. */
const atMost = 1000;

/** Collects what checks find. Checks report and go on; nothing throws. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];
  #omitted = 0;

  /** The last one counts what is not listed. */
  get diagnostics(): readonly Diagnostic[] {
    if (this.#omitted === 0) return this.#diagnostics;
    return [...this.#diagnostics, { severity: "error", rule: "more-problems", message: `${this.#omitted} more are not listed.`, remedy: "Correct what is listed, then validate again." }];
  }

  get errors(): readonly Diagnostic[] {
    return this.diagnostics.filter(isError);
  }

  error(finding: Finding, spot?: Spot): void {
    this.#add("error", finding, spot);
  }

  warning(finding: Finding, spot?: Spot): void {
    this.#add("warning", finding, spot);
  }

  /** Takes over what was found before. */
  add(diagnostic: Diagnostic): void {
    if (this.#diagnostics.length < atMost) this.#diagnostics.push(diagnostic);
    else this.#omitted++;
  }

  /** Takes over what another report has collected. */
  include(other: Report): void {
    this.#omitted += other.#omitted;
    for (const diagnostic of other.#diagnostics) this.add(diagnostic);
  }

  #add(severity: Diagnostic["severity"], finding: Finding, spot: Spot | undefined): void {
    if (this.#diagnostics.length < atMost) this.#diagnostics.push(at(severity, finding, spot));
    else this.#omitted++;
  }
}

function at(severity: Diagnostic["severity"], finding: Finding, spot: Spot | undefined): Diagnostic {
  if (spot === undefined) return { severity, ...finding };
  const place = placeOf(spot);
  return { severity, ...finding, place, sourceLine: withoutPasswords(spot.source.line(place.line)), length: spot.length };
}

/** What is said about a line is shown and logged; the passwords in it are for neither. Columns stay what they are. */
const withoutPasswords = (line: string): string =>
  line.replaceAll(/(passw(?:or)?d\s*=\s*)("(?!\[enc:)[^"]*"?|'(?!\[enc:)[^']*'?)/giu, (_, name: string, value: string) => `${name}${value.replaceAll(/[^"']/gu, "*")}`);
