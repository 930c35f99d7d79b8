import type { FaultRule } from "../script/mock-script.js";
import { compileMatch, type Matches } from "../scripted/compile-match.js";
import { fitsUri } from "../scripted/fits-uri.js";

/** A rule of the section `faults`, and how often it was met. */
export class RuleCounter {
  readonly #matches: Matches | undefined;
  #met = 0;

  constructor(readonly rule: FaultRule) {
    this.#matches = rule.match === undefined ? undefined : compileMatch(rule.match);
  }

  /** Counts this one. @param line of the command that it is about. @returns has it the fault? */
  meets(line: string | undefined, resourceUri: string | undefined): boolean {
    if (this.rule.uri !== undefined && !fitsUri(this.rule.uri, resourceUri ?? "")) return false;
    if (this.#matches !== undefined && (line === undefined || !this.#matches(line))) return false;
    const { after = 0, times = Infinity } = this.rule;
    const number = this.#met++;
    return number >= after && number < after + times;
  }
}
