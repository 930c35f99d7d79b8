import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An authority's certificate, and what it issued. PEM. */
export interface CertificateChain {
  readonly authority: string;
  issue(name: string, options?: { readonly usage?: string; readonly days?: number }): { readonly cert: string; readonly key: string };
}

/** Is there an openssl to make them with? A reason to skip where there is none. */
export function opensslMissing(): string | false {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return false;
  } catch {
    return "openssl is missing";
  }
}

/** Makes an authority in a folder. */
export function makeChain(folder: string, subject = "/CN=Test Authority"): CertificateChain {
  const at = (name: string): string => join(folder, name);
  const run = (...args: readonly string[]): void => void execFileSync("openssl", args, { stdio: ["ignore", "ignore", "pipe"] });
  run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", at("ca.key"), "-out", at("ca.pem"), "-days", "2", "-subj", subject, "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign");
  return {
    authority: readFileSync(at("ca.pem"), "utf8"),
    issue: (name, { usage = "clientAuth", days = 1 } = {}) => {
      run("req", "-newkey", "rsa:2048", "-nodes", "-keyout", at(`${name}.key`), "-out", at(`${name}.csr`), "-subj", `/O=Test/CN=${name}`);
      writeFileSync(at(`${name}.ext`), `basicConstraints=CA:FALSE\n${usage === "" ? "" : `extendedKeyUsage=${usage}\n`}`);
      run("x509", "-req", "-in", at(`${name}.csr`), "-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-CAcreateserial", "-days", String(days), "-out", at(`${name}.pem`), "-extfile", at(`${name}.ext`));
      return { cert: readFileSync(at(`${name}.pem`), "utf8"), key: readFileSync(at(`${name}.key`), "utf8") };
    },
  };
}
