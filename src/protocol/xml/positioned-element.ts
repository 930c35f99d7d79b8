import type { XmlProblem } from "./xml-problem.js";

/** An element of a configuration file and where everything of it stands, for messages and for edits in place. Offsets are UTF-16 units. */
export interface PositionedElement {
  /** As written, with prefix. */
  readonly name: string;
  /** In the order written, namespace declarations among them; of two with one name the first only. */
  readonly attributes: readonly PositionedAttribute[];
  readonly children: readonly PositionedElement[];
  /** The character data of this element itself, its children's left out. */
  readonly text: string;
  /** Where that stands in which there is more than white space, piece by piece, without the white space around. */
  readonly textPieces: readonly PositionedText[];
  /** Comments directly inside this element; those around the root are the tree's. */
  readonly comments: readonly PositionedComment[];
  /** Of `<`. */
  readonly offset: number;
  readonly nameOffset: number;
  /** Behind the `>` of the start tag. */
  readonly tagEndOffset: number;
  /** Of `</`; equal to `endOffset` when there is no end tag. */
  readonly endTagOffset: number;
  /** Behind the whole element. */
  readonly endOffset: number;
  readonly isSelfClosing: boolean;
}

export interface PositionedAttribute {
  /** As written, with prefix. */
  readonly name: string;
  /** References resolved, white space normalised. */
  readonly value: string;
  /** Of the name. */
  readonly offset: number;
  /** From the name to behind the closing quote. */
  readonly length: number;
  /** Of the value as written, behind the quote. */
  readonly valueOffset: number;
  /** Of the value as written. */
  readonly valueLength: number;
}

/** Of a CDATA section: the whole of it. */
export interface PositionedText {
  readonly offset: number;
  readonly length: number;
}

export interface PositionedComment {
  readonly text: string;
  readonly offset: number;
  readonly endOffset: number;
}

export interface PositionedTree {
  /** `undefined` when the text has no element at all. */
  readonly root: PositionedElement | undefined;
  /** Comments before and behind the root. */
  readonly comments: readonly PositionedComment[];
  /** All of them, by offset. Empty exactly when the strict scanner accepts the text. */
  readonly problems: readonly XmlProblem[];
}
