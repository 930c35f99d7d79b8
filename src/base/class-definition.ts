/** CIM's types (DSP0004), and Windows' names for them. With `[]`: an array, in the representation one element per value. */
export type CimScalarType =
  | "string" | "boolean" | "datetime" | "reference" | "object" | "char16"
  | "uint8" | "uint16" | "uint32" | "uint64" | "sint8" | "sint16" | "sint32" | "sint64" | "real32" | "real64";
export type CimType = CimScalarType | `${CimScalarType}[]`;

/**
 * A class whose instances a plug-in gives: what the host needs to check a query against it. The instances' element has the class's name,
 * their children those of the properties.
 */
export interface ClassDefinition {
  /** As it is spelt in answers; queries and resource URIs compare without case. */
  readonly name: string;
  /** The class above it, when that is one of the plug-in's too: a query of the superclass gives instances of this one as well. */
  readonly superClass?: string;
  /** Names of the key properties. */
  readonly keys: readonly string[];
  /** Every property, inherited ones too, as spelt in answers. */
  readonly properties: Readonly<Record<string, CimType>>;
}

/**
 * What a filter that the host evaluates needs of the items: a plug-in may leave out what it says is not needed, and must not otherwise
 * filter. Ignoring it costs time, never correctness.
 */
export interface ItemQuery {
  /** The class asked for, as the definition spells it: of the query's FROM, otherwise the last segment of the resource URI. */
  readonly className: string;
  /** The properties that the answer or the condition uses, as the definition spells them; `undefined`: all. */
  readonly properties: readonly string[] | undefined;
  /** Properties that must have exactly this value for an item to be of use (case is the plug-in's to ignore): for a quick look-up by key. */
  readonly equals: ReadonlyMap<string, string>;
}
