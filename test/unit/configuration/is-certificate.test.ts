import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { describe, it } from "node:test";
import { isCertificate } from "../../../src/configuration/is-certificate.js";
import { selfSignedCertificate } from "../../support/self-signed-certificate.js";

const der = new X509Certificate(selfSignedCertificate("alice").cert).raw;
const text = (...parts: readonly (Uint8Array | readonly number[])[]): string => Buffer.concat(parts.map((part) => Buffer.from(part))).toString("base64");

describe("the base64 of a certificate", () => {
  it("is one", () => assert.equal(isCertificate(text(der)), true));
  it("is one whose lengths are short", () => assert.equal(isCertificate(text([0x30, 7, 0x30, 0, 0x30, 0, 3, 1, 0])), true));

  const others: Readonly<Record<string, string>> = {
    "nothing": "",
    "a text": text(Buffer.from("not a certificate")),
    "one cut off": text(der.subarray(0, -1)),
    "one with something behind": text(der, [0]),
    "only what is signed": text(der.subarray(4)),
    "other characters": text(der).replace("M", "-"),
    "no padding": text([0x30, 7, 0x30, 0, 0x30, 0, 3, 1, 0, 0]).replaceAll("=", ""),
    "a sequence of two": text([0x30, 4, 0x30, 0, 0x30, 0]),
    "a sequence of four": text([0x30, 9, 0x30, 0, 0x30, 0, 3, 1, 0, 5, 0]),
    "an octet string for the signature": text([0x30, 7, 0x30, 0, 0x30, 0, 4, 1, 0]),
    "an inner element that is longer": text([0x30, 7, 0x30, 0, 0x30, 0, 3, 9, 0]),
    "indefinite length": text([0x30, 0x80, 0x30, 0, 0x30, 0, 3, 1, 0, 0, 0]),
    "a length longer than all": text([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
    "a length cut off": text([0x30, 0x82, 1]),
  };
  for (const [title, other] of Object.entries(others)) it(`is not: ${title}`, () => assert.equal(isCertificate(other), false));

  it("is not the PEM of one", () => assert.equal(isCertificate(selfSignedCertificate("alice").cert.replaceAll(/\s/gu, "")), false));
});
