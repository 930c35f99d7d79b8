import type { NodeFormat } from "../../../base/node-definition.js";

/** A node of a serialised tree (TNDS 1.2): what it is and what it holds now. */
export interface SerialisedNode {
  readonly name: string;
  readonly format: NodeFormat;
  /** MIME type of a leaf, management object id of an interior node; empty where it is not said. */
  readonly type: string;
  /** As written. */
  readonly acl?: string | undefined;
  readonly title?: string | undefined;
  readonly tStamp?: string | undefined;
  readonly verNo?: string | undefined;
  /** As it travels: base64 for octets. `undefined` for an interior node, and where it was left out. */
  readonly value?: string | undefined;
  readonly children: readonly SerialisedNode[];
}

/** Some of a tree: where it stands, seen from what it was asked of, and the node. */
export interface SerialisedPart {
  /** Empty: right there. */
  readonly path: string;
  readonly node: SerialisedNode;
}

/** What may be left out of a serialised tree. Names always stand in it. */
export const serialisedProperties = ["ACL", "Format", "Title", "TStamp", "Type", "Value", "VerNo"] as const;

export type SerialisedProperty = (typeof serialisedProperties)[number];
