import type { Diagnostic } from "../base/diagnostic.js";
import { placeOf, type Spot } from "./source-file.js";

/** What a check says; where is said by the spot. */
export type Finding = Omit<Diagnostic, "severity" | "place" | "sourceLine" | "length">;

/** Collects what checks find. Checks report and go on; nothing throws. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get errors(): readonly Diagnostic[] {
    return this.#diagnostics.filter(({ severity }) => severity === "error");
  }

  error(finding: Finding, spot?: Spot): void {
    this.#diagnostics.push(at("error", finding, spot));
  }

  warning(finding: Finding, spot?: Spot): void {
    this.#diagnostics.push(at("warning", finding, spot));
  }

  /** Takes over what another report has collected. */
  include(other: Report): void {
    this.#diagnostics.push(...other.#diagnostics);
  }
}

function at(severity: Diagnostic["severity"], finding: Finding, spot: Spot | undefined): Diagnostic {
  if (spot === undefined) return { severity, ...finding };
  const place = placeOf(spot);
  return { severity, ...finding, place, sourceLine: spot.source.line(place.line), length: spot.length };
}
