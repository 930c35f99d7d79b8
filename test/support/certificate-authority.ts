import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface IssuedCertificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
  readonly certFile: string;
  readonly keyFile: string;
}

export interface IssueOptions {
  /** `/C=DE/O=Example/CN=alice`. */
  readonly subject: string;
  /** Lines of an extension section of openssl; for clients unless given. */
  readonly extensions?: readonly string[];
  /** `20200101000000Z`; yesterday and tomorrow unless given. */
  readonly from?: string;
  readonly until?: string;
  /** Instead of P-256: arguments of `openssl req -newkey`. */
  readonly newKey?: readonly string[];
}

/** Of certificates for clients. */
export const forClients = ["basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature", "extendedKeyUsage=clientAuth"];
export const forServers = ["basicConstraints=critical,CA:FALSE", "extendedKeyUsage=serverAuth", "subjectAltName=DNS:localhost,DNS:one.test,DNS:two.test,IP:127.0.0.1"];
export const forIssuers = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];

const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
const time = (shift: number): string => `${new Date(Date.now() + shift).toISOString().replace(/[-:T]/gu, "").slice(0, 14)}Z`;
const day = 86_400_000;

/** An issuer of certificates and revocation lists, made with openssl in a folder of its own: nothing of it outlives the test. */
export class CertificateAuthority {
  readonly folder: string;
  readonly own: IssuedCertificate;
  #count = 0;

  /** @param under another authority that signs this one's certificate; itself unless given */
  constructor(name: string, under?: CertificateAuthority, extensions: readonly string[] = forIssuers) {
    this.folder = mkdtempSync(join(tmpdir(), "wsmanor-authority-"));
    for (const [file, text] of [["index.txt", ""], ["index.txt.attr", "unique_subject = no\n"], ["serial", "1000\n"], ["crlnumber", "01\n"]] as const) writeFileSync(join(this.folder, file), text);
    mkdirSync(join(this.folder, "issued"));
    const subject = `/O=Example/CN=${name}`;
    if (under === undefined) {
      const [certFile, keyFile] = [join(this.folder, "own.pem"), join(this.folder, "own.key")];
      const more = extensions.flatMap((line) => ["-addext", line]);
      this.#run(["req", "-x509", "-config", this.#settings(["[own]"]), ...curve, "-nodes", "-keyout", keyFile, "-out", certFile, "-subj", subject, "-days", "30", ...more]);
      this.own = { certFile, keyFile, cert: readFileSync(certFile, "utf8"), key: readFileSync(keyFile, "utf8") };
    } else this.own = under.issue({ subject, extensions });
  }

  issue({ subject, extensions = forClients, from = time(-day), until = time(day), newKey = curve }: IssueOptions): IssuedCertificate {
    const name = join(this.folder, `leaf${++this.#count}`);
    const [certFile, keyFile] = [`${name}.pem`, `${name}.key`];
    this.#run(["req", "-new", "-config", this.#settings(["[own]"]), ...newKey, "-nodes", "-keyout", keyFile, "-out", `${name}.csr`, "-subj", subject]);
    this.#run(["ca", "-batch", "-notext", "-config", this.#settings(["[own]", ...extensions]), "-extensions", "own", "-in", `${name}.csr`, "-out", certFile, "-startdate", from, "-enddate", until]);
    return { certFile, keyFile, cert: readFileSync(certFile, "utf8"), key: readFileSync(keyFile, "utf8") };
  }

  revoke({ certFile }: IssuedCertificate): void {
    this.#run(["ca", "-batch", "-config", this.#settings(["[own]"]), "-revoke", certFile]);
  }

  /** PEM of the list as it is now. @param more arguments of `openssl ca -gencrl` */
  revocationList(more: readonly string[] = ["-crldays", "1"]): string {
    const out = join(this.folder, "list.pem");
    this.#run(["ca", "-batch", "-gencrl", "-config", this.#settings(["[own]"]), "-out", out, ...more]);
    return readFileSync(out, "utf8");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #settings(section: readonly string[]): string {
    const path = join(this.folder, "openssl.cnf");
    const authority = this.own === undefined ? [] : [`certificate=${this.own.certFile}`, `private_key=${this.own.keyFile}`];
    writeFileSync(path, [
      "[req]", "distinguished_name=dn", "[dn]", "[ca]", "default_ca=self", "[self]", `dir=${this.folder}`, "new_certs_dir=$dir/issued", "database=$dir/index.txt", "serial=$dir/serial",
      "crlnumber=$dir/crlnumber", "default_md=sha256", "policy=any", "preserve=yes", "unique_subject=no", "copy_extensions=none", ...authority,
      "[any]", ...["C", "ST", "L", "O", "OU", "CN", "DC", "emailAddress"].map((name) => `${name}=optional`), ...section, "",
    ].join("\n"));
    return path;
  }

  #run(args: readonly string[]): void {
    execFileSync("openssl", args, { stdio: ["ignore", "pipe", "pipe"] });
  }
}
