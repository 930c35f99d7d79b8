/** What of koffi is used here. Its own types let everything through. */
export interface Koffi {
  load(path: string): { func(name: string, result: "uint32_t" | "void *", parameters: readonly KoffiType[]): ForeignFunction };
  struct(members: Readonly<Record<string, KoffiType>>): KoffiType;
  /** A structure without padding. */
  pack(members: Readonly<Record<string, KoffiType>>): KoffiType;
  pointer(type: KoffiType): KoffiType;
  out(type: KoffiType): KoffiType;
  inout(type: KoffiType): KoffiType;
  /** Copies from foreign memory. */
  decode(pointer: bigint, type: KoffiType): unknown;
}

/** A name of C, or what koffi made. */
export type KoffiType = string | { readonly name: string };

/** One that answers an OM_uint32, or (memcpy) something that nobody looks at. */
export interface ForeignFunction {
  (...values: readonly unknown[]): number;
  /** Runs in a thread of koffi's; the last value is the callback. */
  async(...values: readonly unknown[]): void;
}
