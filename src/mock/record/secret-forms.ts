import { escapeAttribute, escapeText } from "../../protocol/xml/escape.js";

/** Characters of base64 that are worth looking for: fewer stand in anything. */
const fewest = 8;

/** The texts that say a secret: itself, as XML and URLs and PowerShell write it, and in the midst of base64. */
export function secretForms(secret: string): readonly string[] {
  const plain = [secret, secret.replaceAll("''", "'"), escapeText(secret), escapeAttribute(secret), encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)];
  const encoded = [Buffer.from(secret, "utf8"), Buffer.from(secret, "utf16le")].flatMap(inBase64);
  return [...new Set([...plain, ...encoded])];
}

/** Three octets are four characters: where a text stands in base64 depends on what is before it, and its ends on what is around it. */
const inBase64 = (octets: Buffer): readonly string[] =>
  [0, 1, 2].map((before) => {
    const base64 = Buffer.concat([Buffer.alloc(before), octets]).toString("base64").replace(/=+$/u, "");
    const whole = Math.floor(((before + octets.length) * 8) / 6);
    return base64.slice(before === 0 ? 0 : before + 1, whole);
  }).filter((text) => text.length >= fewest);
