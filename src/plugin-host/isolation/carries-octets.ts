/** A message whose octets are in a buffer of their own, which is given away with it. Nothing else of it is more than JSON has. */
export interface OctetsMessage {
  readonly type: "output" | "send";
  readonly data: Uint8Array<ArrayBuffer>;
}

export const carriesOctets = (message: unknown): message is OctetsMessage => {
  const type = (message as { readonly type?: unknown } | null)?.type;
  return type === "output" || type === "send";
};
