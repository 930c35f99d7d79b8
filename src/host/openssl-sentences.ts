interface Told {
  /** Goes on after "the certificate in FILE cannot be used for TLS: ". */
  readonly reason: string;
  readonly remedy: string;
}

const stronger = "Have one issued with an RSA key of 2048 bits or more, or an EC key, and signed with SHA-256.";
const whole = "Copy the file again, each certificate whole from its BEGIN line to its END line, the server's own first.";

/** By words in OpenSSL's reason. */
const sentences: readonly (readonly [words: RegExp, told: Told])[] = [
  [/key too small/u, { reason: "its key is too short", remedy: stronger }],
  [/md too weak/u, { reason: "it is signed with a hash that is no longer safe", remedy: stronger }],
  [/wrong tag|bad end line|bad base64|asn1|no start line|too long|header/u, { reason: "a certificate in it is damaged", remedy: whole }],
];

/** Why OpenSSL refuses a certificate, in words: its own are for those who read its source. @param error as Node throws it */
export function opensslSentence(error: unknown): Told {
  const { reason, code = "" } = error as NodeJS.ErrnoException & { readonly reason?: string };
  const said = (reason ?? code.replace(/^ERR_(?:SSL|OSSL)_/u, "").replaceAll("_", " ")).toLowerCase();
  return sentences.find(([words]) => words.test(said))?.[1] ?? { reason: `OpenSSL does not take it (${said})`, remedy: whole };
}
