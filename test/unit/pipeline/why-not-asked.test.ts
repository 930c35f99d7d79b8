import assert from "node:assert/strict";
import { it } from "node:test";
import { whyNotAsked } from "../../../src/pipeline/why-not-asked.js";

const tls = (protocol: string) => ({ secure: true, tls: { protocol, cipher: "TLS_AES_128_GCM_SHA256", keyBits: 128, serverName: undefined, channelBinding: undefined } });

it("why a client was not asked for its certificate, and what changes that", () => {
  assert.match(whyNotAsked(tls("TLSv1.3"), 0x80070032), /TLS 1\.3: the binding needs clientCertificate="handshake" or "lateStrict"$/u);
  assert.match(whyNotAsked(tls("TLSv1.2"), 0x80070032), /does not ask for client certificates: set its clientCertificate to/u);
  assert.match(whyNotAsked(tls("TLSv1.2"), 0x80004005), /did not answer/u);
  assert.match(whyNotAsked({ secure: false, tls: undefined }, 0x80004005), /needs an https binding/u);
  assert.match(whyNotAsked({ secure: true, tls: undefined, proxied: { oneToOne: true } }, 0x80070032), /behind a proxy.*the proxy has to ask/u);
});
