/** Types of a serialised subtree as data of a node (TNDS 1.2): as elements, and as a document of its own inside of a WBXML message. */
export const treeTypes = { xml: "application/vnd.syncml.dmtnds+xml", wbxml: "application/vnd.syncml.dmtnds+wbxml" } as const;
