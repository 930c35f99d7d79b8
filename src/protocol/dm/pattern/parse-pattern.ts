import { fail, ok, type Result } from "../../../base/result.js";
import { characterSets } from "./character-sets.js";
import { readPatternEscape } from "./pattern-escapes.js";
import type { PatternNode, PointRange } from "./pattern-node.js";

const longest = 4096;
const deepest = 50;
const mostRepeats = 1000;

/** A counted repetition. Any other brace is itself. */
const braces = /^\{(\d+)(?:(,)(\d*))?\}/;

/**
 * Reads a regular expression as definitions of others have them: what ECMAScript and .NET agree about, without looking ahead or behind and without
 * references back, which no pattern has that is matched in one pass. Lazy and greedy are the same where only the whole counts. Slashes around the
 * whole, which some write, are passed over.
 * @returns what is not understood, in one sentence
 */
export function parsePattern(pattern: string): Result<PatternNode, string> {
  if (pattern.length > longest) return fail(`The pattern has more than ${String(longest)} characters.`);
  const bare = /^\/\^(.*)\$\/$/su.exec(pattern);
  const parser = new PatternParser(bare === null ? pattern : bare[1]!);
  try {
    return ok(parser.parse());
  } catch (error) {
    if (error instanceof PatternMistake) return fail(error.message);
    throw error;
  }
}

/** Thrown inside of this file only. */
class PatternMistake extends Error {}

class PatternParser {
  readonly #pattern: string;
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  parse(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.#pattern.length) this.#refuse("a ) without (");
    return node;
  }

  #choice(): PatternNode {
    if (++this.#depth > deepest) this.#refuse(`groups more than ${String(deepest)} deep`);
    const parts = [this.#sequence()];
    while (this.#pattern[this.#at] === "|") {
      this.#at++;
      parts.push(this.#sequence());
    }
    this.#depth--;
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#pattern[this.#at]!)) parts.push(this.#repeated(this.#atom()));
    return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
  }

  #atom(): PatternNode {
    const sign = this.#pattern[this.#at]!;
    switch (sign) {
      case "(": return this.#group();
      case "[": return this.#set();
      case "^": return this.#place("start");
      case "$": return this.#place("end");
      case ".":
        this.#at++;
        return { kind: "character", ranges: characterSets.lineEnds, isNegated: true };
      case "*":
      case "+":
      case "?": return this.#refuse(`a ${sign} with nothing to repeat`);
      case "\\": return this.#escape();
      default: {
        if (braces.test(this.#pattern.slice(this.#at))) this.#refuse("a { with nothing to repeat");
        const point = this.#pattern.codePointAt(this.#at)!;
        this.#at += point > 0xffff ? 2 : 1;
        return { kind: "character", ranges: [[point, point]], isNegated: false };
      }
    }
  }

  #place(place: Extract<PatternNode, { kind: "place" }>["place"], length = 1): PatternNode {
    this.#at += length;
    return { kind: "place", place };
  }

  #escape(): PatternNode {
    const letter = this.#pattern[this.#at + 1];
    if (letter === "b") return this.#place("wordEdge", 2);
    if (letter === "B") return this.#place("noWordEdge", 2);
    return { kind: "character", ranges: this.#escapedRanges(), isNegated: false };
  }

  #escapedRanges(): readonly PointRange[] {
    const read = readPatternEscape(this.#pattern, this.#at + 1) ?? this.#refuse(`\\${this.#pattern[this.#at + 1] ?? ""}`);
    this.#at = read.end;
    return read.ranges;
  }

  #group(): PatternNode {
    const head = /^\((?:\?:|\?P?<[A-Za-z_]\w{0,99}>)?/.exec(this.#pattern.slice(this.#at, this.#at + 110))![0];
    if (head === "(" && this.#pattern[this.#at + 1] === "?") this.#refuse(this.#pattern.slice(this.#at, this.#at + 3));
    this.#at += head.length;
    const node = this.#choice();
    if (this.#pattern[this.#at] !== ")") this.#refuse("a ( without )");
    this.#at++;
    return node;
  }

  #set(): PatternNode {
    this.#at++;
    const isNegated = this.#pattern[this.#at] === "^";
    if (isNegated) this.#at++;
    const ranges: PointRange[] = [];
    while (this.#pattern[this.#at] !== "]") {
      if (this.#at >= this.#pattern.length) this.#refuse("a [ without ]");
      const first = this.#member();
      const isRange = this.#pattern[this.#at] === "-" && ![undefined, "]"].includes(this.#pattern[this.#at + 1]);
      if (!isRange || !isPoint(first)) ranges.push(...first);
      else ranges.push(this.#range(first[0]![0]));
    }
    this.#at++;
    return { kind: "character", ranges, isNegated };
  }

  #range(from: number): PointRange {
    this.#at++;
    const last = this.#member();
    if (!isPoint(last) || last[0]![0] < from) this.#refuse("a range of characters that ends before it begins");
    return [from, last[0]![0]];
  }

  #member(): readonly PointRange[] {
    if (this.#pattern[this.#at] === "\\") {
      // In a set it is the sign for back.
      if (this.#pattern[this.#at + 1] === "b") {
        this.#at += 2;
        return [[8, 8]];
      }
      return this.#escapedRanges();
    }
    const point = this.#pattern.codePointAt(this.#at) ?? this.#refuse("a [ without ]");
    this.#at += point > 0xffff ? 2 : 1;
    return [[point, point]];
  }

  #repeated(part: PatternNode): PatternNode {
    const rest = this.#pattern.slice(this.#at);
    const read = braces.exec(rest) ?? /^[*+?]/.exec(rest);
    if (read === null) return part;
    const [sign, least, comma, most] = read;
    this.#at += sign.length;
    if (this.#pattern[this.#at] === "?") this.#at++;
    if (part.kind === "place") this.#refuse(`${sign} behind what has no characters`);
    const behind = this.#pattern.slice(this.#at);
    if (/^[*+?]/.test(behind) || braces.test(behind)) this.#refuse(`${behind[0]!} behind a repetition`);
    const min = sign === "+" ? 1 : Number(least ?? 0);
    const max = sign === "*" || sign === "+" ? Infinity : sign === "?" ? 1 : comma === undefined ? min : most === "" ? Infinity : Number(most);
    if (max < min || min > mostRepeats || (max > mostRepeats && max !== Infinity)) this.#refuse(`${sign}: repetitions go from fewer to more, to ${String(mostRepeats)} at most`);
    return { kind: "repeat", part, min, max };
  }

  #refuse(what: string): never {
    throw new PatternMistake(`The pattern has what is not understood: ${what}.`);
  }
}

const isPoint = (ranges: readonly PointRange[]): boolean => ranges.length === 1 && ranges[0]![0] === ranges[0]![1];
