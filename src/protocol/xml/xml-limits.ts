/** What a document may cost. Every limit is checked before the work it bounds is done. */
export interface XmlLimits {
  /** Nesting of elements; the root is 1. */
  readonly depth: number;
  /** Attributes of one element, namespace declarations not counted. */
  readonly attributes: number;
  /** Namespace declarations in scope at one place. */
  readonly namespaces: number;
  /** UTF-16 units of one qualified name. */
  readonly nameLength: number;
  /** UTF-16 units between `&` and `;`. */
  readonly referenceLength: number;
}

/** For strangers' messages. Real ones nest under 20 deep and carry under ten attributes an element. */
export const wireLimits: XmlLimits = { depth: 64, attributes: 64, namespaces: 128, nameLength: 1024, referenceLength: 16 };

/** For files the operator wrote. */
export const configurationLimits: XmlLimits = { depth: 64, attributes: 256, namespaces: 128, nameLength: 2048, referenceLength: 16 };
