import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { BindingConfiguration } from "../configuration/host-configuration.js";

/** PEM texts of an https binding, and the SHA-1 that Windows calls its thumbprint. */
export interface BindingCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly passphrase?: string;
  /** 40 hex digits, upper case. */
  readonly thumbprint: string;
}

/** Reads the files of an https binding. @throws naming the file that is missing, unreadable or no certificate */
export function readCertificate({ certificate }: BindingConfiguration): BindingCertificate | undefined {
  if (certificate === undefined) return undefined;
  const { certificateFile, keyFile, passphraseFile } = certificate;
  const pem = read(certificateFile, "certificate file");
  let thumbprint: string;
  try {
    thumbprint = new X509Certificate(pem).fingerprint.replaceAll(":", "");
  } catch (cause) {
    throw new Error(`the certificate file ${certificateFile} holds no PEM certificate`, { cause });
  }
  const passphrase = passphraseFile === undefined ? undefined : read(passphraseFile, "passphrase file").replace(/\r?\n$/u, "");
  return { certificate: pem, key: read(keyFile, "key file"), thumbprint, ...(passphrase === undefined ? {} : { passphrase }) };
}

function read(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Error(`the ${what} ${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
