import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type { BindingConfiguration } from "../configuration/host-configuration.js";
import { CertificateTrust, type TrustSettings } from "../listener/certificates/certificate-trust.js";
import type { ClientCertificateSettings } from "../listener/listener-settings.js";
import { fileTrouble } from "./file-trouble.js";
import { opensslSentence } from "./openssl-sentences.js";
import { UnusableFile } from "./unusable-file.js";

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
 * @throws UnusableFile naming the file that is missing, unreadable, of another kind, or not the other one's match
 */
export function readCertificate(binding: BindingConfiguration): BindingCertificate | undefined {
  if (binding.certificate === undefined) return undefined;
  const { clientCertificate: mode } = binding;
  const trust = readClientTrust(binding);
  return { ...readFiles(binding.certificate), ...(mode === "never" ? {} : { clientCertificate: { mode, ...trust } }) };
}

/**
 * Reads what client certificates of a binding are judged by, and proves that it can be.
 * @throws UnusableFile naming the file that is missing, unreadable, or holds something else
 */
export function readClientTrust({ trustedIssuersFile, revocationListFile }: Pick<BindingConfiguration, "trustedIssuersFile" | "revocationListFile">): TrustSettings {
  const issuers = trustedIssuersFile === undefined ? undefined : read(trustedIssuersFile, "trusted issuers file");
  const revocationLists = revocationListFile === undefined ? undefined : read(revocationListFile, "revocation list file");
  const prove = (settings: Partial<TrustSettings>, file: string | undefined, what: string, remedy: string): void => {
    try {
      new CertificateTrust({ issuers: undefined, revocationLists: undefined, ...settings });
    } catch (cause) {
      throw new UnusableFile(`the ${what} ${file} cannot be used: ${(cause as Error).message}`, remedy, cause);
    }
  };
  prove({ issuers }, trustedIssuersFile, "trusted issuers file", "Put the certificates of the authorities there that clients' certificates come from, in PEM, each from its BEGIN line to its END line.");
  prove({ revocationLists }, revocationListFile, "revocation list file", "Put the authorities' lists there, in PEM: openssl crl -inform DER -in FILE -out lists.pem turns one into it.");
  return { issuers, revocationLists };
}

function readFiles({ certificateFile, keyFile, passphraseFile }: NonNullable<BindingConfiguration["certificate"]>): BindingCertificate {
  const pem = read(certificateFile, "certificate file");
  const certificate = parseCertificate(pem, certificateFile);
  const passphrase = passphraseFile === undefined ? undefined : read(passphraseFile, "passphrase file").replace(/\r?\n$/u, "");
  const key = read(keyFile, "key file");
  const privateKey = parseKey(key, passphrase, keyFile, passphraseFile);
  if (!certificate.checkPrivateKey(privateKey)) throw new UnusableFile(`the key in ${keyFile} does not belong to the certificate in ${certificateFile}`, "Name the key that the certificate was requested with, or have a new one issued for this key.");
  const texts = { certificate: pem, key, ...(passphrase === undefined ? {} : { passphrase }) };
  try {
    process.getBuiltinModule("node:tls").createSecureContext({ cert: pem, key, ...(passphrase === undefined ? {} : { passphrase }), minVersion: "TLSv1.2" });
  } catch (cause) {
    const { reason, remedy } = opensslSentence(cause);
    throw new UnusableFile(`the certificate in ${certificateFile} cannot be used for TLS: ${reason}`, remedy, cause);
  }
  return { ...texts, thumbprint: certificate.fingerprint.replaceAll(":", "") };
}

const convert = "Name a PEM file. A .pfx or .p12 file is turned into one with: openssl pkcs12 -in FILE -out server.pem -nodes";

function parseCertificate(pem: string, file: string): X509Certificate {
  if (!/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/u.test(pem)) throw new UnusableFile(`the certificate file ${file} holds no PEM certificate`, convert);
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    const { reason, remedy } = opensslSentence(cause);
    throw new UnusableFile(`the certificate in ${file} cannot be read: ${reason}`, remedy, cause);
  }
}

function parseKey(pem: string, passphrase: string | undefined, file: string, passphraseFile: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (cause) {
    if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(pem)) throw new UnusableFile(`the key file ${file} holds no PEM private key`, convert, cause);
    const encrypted = /-----BEGIN ENCRYPTED |^Proc-Type: 4,ENCRYPTED/mu.test(pem);
    if (encrypted && passphraseFile === undefined) throw new UnusableFile(`the key in ${file} is encrypted`, 'Name the file with its passphrase: passphraseFile="…".', cause);
    if (encrypted) throw new UnusableFile(`the passphrase in ${passphraseFile} does not open the key in ${file}`, `Put the right one into ${passphraseFile}, as its only line.`, cause);
    throw new UnusableFile(`the key in ${file} is damaged`, "Copy the file again, whole from its BEGIN line to its END line.", cause);
  }
}

function read(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new UnusableFile(`the ${what} ${path} cannot be read: ${fileTrouble(cause, "read")}`, "Check the path, which counts from the folder of the file that names it, and the permissions of the host's account.", cause);
  }
}
