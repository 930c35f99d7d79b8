import { der } from "../../src/protocol/auth/spnego/der.js";
import { mechanisms } from "../../src/protocol/auth/spnego/mechanisms.js";

const identifier = (hex: string): Uint8Array => der.write(0x06, Buffer.from(hex, "hex"));

/** The list of mechanisms as a client sends it: what the integrity codes are made of. */
export const mechanismList = (offered: readonly string[]): Uint8Array => der.write(0x30, ...offered.map(identifier));

/** A NegTokenInit in its GSS-API frame. */
export const initToken = (offered: readonly string[], token?: Uint8Array): Buffer =>
  Buffer.from(der.write(0x60, identifier(mechanisms.spnego), der.write(0xa0, der.write(0x30, der.write(0xa0, mechanismList(offered)), ...(token === undefined ? [] : [der.write(0xa2, der.write(0x04, token))])))));

/** A NegTokenResp as a client sends it. */
export const responseToken = (token: Uint8Array | undefined, code?: Uint8Array): Buffer =>
  Buffer.from(der.write(0xa1, der.write(0x30,
    ...(token === undefined ? [] : [der.write(0xa2, der.write(0x04, token))]),
    ...(code === undefined ? [] : [der.write(0xa3, der.write(0x04, code))]),
  )));
