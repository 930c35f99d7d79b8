import type { SourcePlace } from "../base/diagnostic.js";
import { lineIndex } from "../protocol/xml/line-index.js";

/** One text that was read, and how to name places in it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  place(offset: number): SourcePlace;
  line(number: number): string;
}

/** A piece of a source file: what a diagnostic underlines. */
export interface Spot {
  readonly source: SourceFile;
  readonly offset: number;
  readonly length: number;
}

export function sourceFile(path: string, text: string): SourceFile {
  const lines = lineIndex(text);
  return { path, text, place: (offset) => ({ file: path, ...lines.place(offset) }), line: (number) => lines.line(number) };
}

/** The place where a spot begins. */
export const placeOf = (spot: Spot): SourcePlace => spot.source.place(spot.offset);
