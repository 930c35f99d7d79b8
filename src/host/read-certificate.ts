import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type { BindingConfiguration } from "../configuration/host-configuration.js";
import { CertificateTrust, type TrustSettings } from "../listener/certificates/certificate-trust.js";
import type { ClientCertificateSettings } from "../listener/listener-settings.js";

/** PEM texts of an https binding, and the SHA-1 that Windows calls its thumbprint. */
export interface BindingCertificate {
  /** Absent: clients are never asked for theirs. */
  readonly clientCertificate?: ClientCertificateSettings;
  readonly certificate: string;
  readonly key: string;
  readonly passphrase?: string;
  /** 40 hex digits, upper case. */
  readonly thumbprint: string;
}

/**
 * Reads the files of an https binding and proves that they can serve: certificates with their chain in PEM, the key in PEM too, encrypted
 * when there is a passphrase file.
 * @throws naming the binding and the file that is missing, unreadable, of another kind, or not the other one's match
 */
export function readCertificate(binding: BindingConfiguration): BindingCertificate | undefined {
  if (binding.certificate === undefined) return undefined;
  try {
    const { clientCertificate: mode } = binding;
    const trust = readClientTrust(binding);
    return { ...readFiles(binding.certificate), ...(mode === "never" ? {} : { clientCertificate: { mode, ...trust } }) };
  } catch (cause) {
    const { address, port, host } = binding;
    throw new Error(`the binding https ${address.includes(":") ? `[${address}]` : address}:${port}:${host}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Reads what client certificates of a binding are judged by, and proves that it can be.
 * @throws naming the file that is missing, unreadable, or holds something else
 */
export function readClientTrust({ trustedIssuersFile, revocationListFile }: Pick<BindingConfiguration, "trustedIssuersFile" | "revocationListFile">): TrustSettings {
  const issuers = trustedIssuersFile === undefined ? undefined : read(trustedIssuersFile, "trusted issuers file");
  const revocationLists = revocationListFile === undefined ? undefined : read(revocationListFile, "revocation list file");
  const prove = (settings: Partial<TrustSettings>, file: string | undefined, what: string): void => {
    try {
      new CertificateTrust({ issuers: undefined, revocationLists: undefined, ...settings });
    } catch (cause) {
      throw new Error(`the ${what} ${file} cannot be used: ${(cause as Error).message}`, { cause });
    }
  };
  prove({ issuers }, trustedIssuersFile, "trusted issuers file");
  prove({ revocationLists }, revocationListFile, "revocation list file");
  return { issuers, revocationLists };
}

function readFiles({ certificateFile, keyFile, passphraseFile }: NonNullable<BindingConfiguration["certificate"]>): BindingCertificate {
  const pem = read(certificateFile, "certificate file");
  const certificate = parseCertificate(pem, certificateFile);
  const passphrase = passphraseFile === undefined ? undefined : read(passphraseFile, "passphrase file").replace(/\r?\n$/u, "");
  const key = read(keyFile, "key file");
  const privateKey = parseKey(key, passphrase, keyFile, passphraseFile);
  if (!certificate.checkPrivateKey(privateKey)) throw new Error(`the key in ${keyFile} does not belong to the certificate in ${certificateFile}`);
  const texts = { certificate: pem, key, ...(passphrase === undefined ? {} : { passphrase }) };
  try {
    process.getBuiltinModule("node:tls").createSecureContext({ cert: pem, key, ...(passphrase === undefined ? {} : { passphrase }), minVersion: "TLSv1.2" });
  } catch (cause) {
    throw new Error(`the certificate in ${certificateFile} cannot be used for TLS: ${(cause as Error).message}`, { cause });
  }
  return { ...texts, thumbprint: certificate.fingerprint.replaceAll(":", "") };
}

const howToConvert = "a .pfx or .p12 file is turned into PEM with: openssl pkcs12 -in FILE -out server.pem -nodes";

function parseCertificate(pem: string, file: string): X509Certificate {
  try {
    if (!pem.includes("-----BEGIN ")) throw new Error("no PEM");
    return new X509Certificate(pem);
  } catch (cause) {
    throw new Error(`the certificate file ${file} holds no PEM certificate (${howToConvert})`, { cause });
  }
}

function parseKey(pem: string, passphrase: string | undefined, file: string, passphraseFile: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (cause) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(pem)) {
      const encrypted = /-----BEGIN ENCRYPTED |^Proc-Type: 4,ENCRYPTED/mu.test(pem);
      if (encrypted && passphraseFile === undefined) throw new Error(`the key in ${file} is encrypted; name the file with its passphrase in passphraseFile`, { cause });
      if (encrypted) throw new Error(`the passphrase in ${passphraseFile} does not open the key in ${file}`, { cause });
      throw new Error(`the key in ${file} cannot be read: ${(cause as Error).message}`, { cause });
    }
    throw new Error(`the key file ${file} holds no PEM private key (${howToConvert})`, { cause });
  }
}

function read(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Error(`the ${what} ${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
