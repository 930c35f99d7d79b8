import assert from "node:assert/strict";
import type { HostResponse } from "../../src/base/host-message.js";
import { readSealedBody, readSealedType, writeSealedBody } from "../../src/protocol/auth/sealed-body.js";
import type { NtlmClient } from "./ntlm-client.js";

export const word = "application/HTTP-SPNEGO-session-encrypted";
export const soap = "application/soap+xml;charset=UTF-8";

/** The fields of a sealed request. */
export const typeOf = (protocol = word): Record<string, string> => ({ "content-type": `multipart/encrypted;protocol="${protocol}";boundary="Encrypted Boundary"` });

/** A body that the client seals, which moves its keys on. */
export const sealed = (client: NtlmClient, text: string, protocol = word): Buffer => {
  const { signature, sealed: data } = client.session!.seal(Buffer.from(text));
  return Buffer.from(writeSealedBody(protocol, soap, Buffer.byteLength(text), { header: signature, data }));
};

/** What the client makes of an answer, which must be sealed. */
export function opened(client: NtlmClient, answer: HostResponse): { readonly type: string; readonly text: string } {
  const type = readSealedType(answer.headers.find(([name]) => name === "Content-Type")?.[1] ?? "");
  assert.ok(type !== undefined && typeof type !== "string", JSON.stringify(answer));
  const read = readSealedBody(answer.body as Uint8Array, type);
  assert.ok(read.ok, JSON.stringify(read));
  return { type: read.value.type, text: Buffer.from(client.session!.open(read.value.signature, read.value.data)!).toString() };
}
