/** MetInf's formats as nodes of a management tree have them (Tree and Description 1.2.1, 7.7.6). `node` is an interior node. */
export const nodeFormats = ["b64", "bin", "bool", "chr", "date", "float", "int", "node", "null", "time", "xml"] as const;

export type NodeFormat = (typeof nodeFormats)[number];

/** What servers may do with a node (AccessType of DDF). */
export const nodeAccesses = ["Add", "Copy", "Delete", "Exec", "Get", "Replace"] as const;

export type NodeAccess = (typeof nodeAccesses)[number];

/** How often a node stands below its parent (Occurrence of DDF). */
export type NodeOccurrence =
  | { readonly kind: "One" | "OneOrMore" | "ZeroOrMore" | "ZeroOrOne" }
  /** 2 to 65536 at most. */
  | { readonly kind: "OneOrN" | "ZeroOrN"; readonly max: number };

/** Which values a leaf takes (Windows' DDF v2, AllowedValues). Values are compared as they travel. */
export type AllowedValues =
  | { readonly kind: "enum"; readonly values: readonly string[]; readonly separator?: ValueSeparator }
  /** Each pair from the first to the second, both among them; a single number is a pair of equals. */
  | { readonly kind: "range"; readonly ranges: readonly (readonly [low: number, high: number])[]; readonly separator?: ValueSeparator }
  /** The whole value has to match. */
  | { readonly kind: "regex"; readonly pattern: string; readonly separator?: ValueSeparator }
  /** Any combination of these bits. */
  | { readonly kind: "flag"; readonly flags: readonly number[] }
  | { readonly kind: "json" }
  | { readonly kind: "xml" }
  /** ADMX, SDDL, XSD: said, and not judged here. */
  | { readonly kind: "unchecked"; readonly type: string };

/** What stands between several values in one, where several may stand. */
type ValueSeparator = string | undefined;

/**
 * What may stand at a place of a management tree: DDF 1.2 as a value, with what Windows' DDF v2 adds. Configuration service providers write
 * it, or have it read from a file.
 */
export interface NodeDefinition {
  /** `undefined`: whoever adds the node names it. */
  readonly name: string | undefined;
  readonly access: readonly NodeAccess[];
  /** The first is what a value has whose sender did not say. */
  readonly formats: readonly [NodeFormat, ...NodeFormat[]];
  /** MIME types of a leaf; the first is the usual one. Of an interior node its management object id, or nothing. */
  readonly types?: readonly string[] | undefined;
  /** Absent: exactly one. */
  readonly occurrence?: NodeOccurrence | undefined;
  /** `true`: it is always there, is neither added nor deleted nor renamed. */
  readonly isPermanent?: boolean | undefined;
  /** `true`: names of its children are compared without case. */
  readonly ignoresCase?: boolean | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly allowedValues?: AllowedValues | undefined;
  /** What a free name has to match as a whole. */
  readonly namePattern?: string | undefined;
  /** `true`: it may change inside Atomic only. */
  readonly isAtomicRequired?: boolean | undefined;
  readonly rebootBehavior?: "Automatic" | "None" | "ServerInitiated" | undefined;
  readonly isDeprecated?: boolean | undefined;
  readonly children?: readonly NodeDefinition[] | undefined;
}
