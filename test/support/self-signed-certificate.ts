import { createSign, generateKeyPairSync } from "node:crypto";

type Der = Buffer;

const length = (size: number): Buffer => (size < 128 ? Buffer.from([size]) : size < 256 ? Buffer.from([0x81, size]) : Buffer.from([0x82, size >> 8, size & 0xff]));
const tag = (id: number, ...parts: readonly Uint8Array[]): Der => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([id]), length(content.length), content]);
};
const sequence = (...parts: readonly Der[]): Der => tag(0x30, ...parts);
const set = (...parts: readonly Der[]): Der => tag(0x31, ...parts);
const oid = (...bytes: readonly number[]): Der => tag(0x06, Buffer.from(bytes));
const bits = (content: Uint8Array): Der => tag(0x03, Buffer.from([0]), content);
const utcTime = (date: Date): Der => tag(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/gu, "").slice(2, 14)}Z`));

/** A key and a certificate signed with it, valid from yesterday to tomorrow: made anew for every test, so that none can leak or run out. */
export function selfSignedCertificate(commonName: string, names: { readonly dns?: readonly string[]; readonly addresses?: readonly string[] } = {}): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const subject = sequence(set(sequence(oid(0x55, 0x04, 0x03), tag(0x0c, Buffer.from(commonName)))));
  const day = 86_400_000;
  const alternativeNames = sequence(
    ...(names.dns ?? []).map((name) => tag(0x82, Buffer.from(name))),
    ...(names.addresses ?? []).map((address) => tag(0x87, Buffer.from(address.split(".").map(Number)))),
  );
  const toBeSigned = sequence(
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    subject,
    sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day))),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    tag(0xa3, sequence(sequence(oid(0x55, 0x1d, 0x11), tag(0x04, alternativeNames)))),
  );
  const signature = createSign("sha256").update(toBeSigned).sign(privateKey);
  const certificate = sequence(toBeSigned, ecdsaWithSha256, bits(signature));
  const lines = certificate.toString("base64").replace(/.{64}(?=.)/gu, "$&\n");
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }) as string, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}
