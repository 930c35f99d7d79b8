/** An XML element as a value: what plug-ins build and read, and what configuration is made of. Namespace-aware; prefixes are decoration. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace URI; empty string for none. */
  readonly namespace: string;
  /** Preferred prefix when written; as found when read. Absent or empty: default namespace or none. */
  readonly prefix?: string;
  /** Namespace declarations are not among them. */
  readonly attributes: readonly XmlAttribute[];
  /** Elements and character data in document order. Comments and processing instructions are dropped. */
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlAttribute {
  readonly name: string;
  /** Empty string for none (the default namespace does not apply to attributes). */
  readonly namespace: string;
  readonly prefix?: string;
  readonly value: string;
}
