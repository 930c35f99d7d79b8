import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openUsers } from "../../src/host/manage-users.js";
import { CertificateAuthority, forServers, type IssuedCertificate } from "./certificate-authority.js";
import { makeHostFolder } from "./host-folder.js";
import { startRunningHost, type RunningHost } from "./running-host.js";

/** What `Authorization` is for a client certificate. */
export const mutual = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

export interface CertificateHost extends RunningHost {
  readonly authority: CertificateAuthority;
  readonly alice: IssuedCertificate;
  /** Mapped to an account that does not exist. */
  readonly orphan: IssuedCertificate;
  /** Valid, and nobody's. */
  readonly stranger: IssuedCertificate;
  /** Denied by a rule. */
  readonly mallory: IssuedCertificate;
  /** By the way their binding asks. */
  readonly ports: { readonly late: number; readonly lateStrict: number; readonly handshake: number; readonly never: number };
  /** What the counting plug-in was asked for. */
  entries(): readonly string[];
  /** Writes the issuer's revocation list as it is now where the host reads it from. */
  writeRevocationList(): void;
}

const wholeOf = ({ cert }: IssuedCertificate): string => cert.replaceAll(/-----[A-Z ]+-----|\s/gu, "");

const entry = (name: string, user: string, rules: string, more = ""): string => `<add name="${name}" ${user === "" ? "" : `userName="${user}"`} ${more}><rules>${rules}</rules></add>`;
const rule = (field: string, subField: string, criteria: string): string => `<add certificateField="${field}" certificateSubField="${subField}" matchCriteria="${criteria}"/>`;

/** The whole host with a binding of each kind, the account `alice`, and certificates of every sort of client. @param basic is Basic on too? */
export async function startCertificateHost({ basic = true }: { readonly basic?: boolean } = {}): Promise<CertificateHost> {
  const authority = new CertificateAuthority("authority");
  const server = authority.issue({ subject: "/CN=localhost", extensions: forServers });
  const [alice, orphan, stranger, mallory] = ["alice", "orphan", "stranger", "mallory"].map((name) => authority.issue({ subject: `/O=Example/OU=${name === "stranger" ? "Elsewhere" : "Operators"}/CN=${name}` })) as [IssuedCertificate, IssuedCertificate, IssuedCertificate, IssuedCertificate];
  const files = `certificateFile="server.pem" keyFile="server.key" trustedIssuersFile="issuers.pem"`;
  const modes = ["late", "lateStrict", "handshake", "never"] as const;
  const mapping = `<iisClientCertificateMappingAuthentication enabled="true">
    <manyToOneMappings>${entry("operators", "nobody", rule("Subject", "OU", "Operators") + rule("Subject", "CN", "orphan"))}${entry("out", "", rule("Subject", "CN", "mall*"), 'permissionMode="Deny"')}</manyToOneMappings>
    <oneToOneMappings><add userName="alice" certificate="${wholeOf(alice)}"/></oneToOneMappings></iisClientCertificateMappingAuthentication>`;
  const folder = makeHostFolder({
    files: { "server.pem": server.cert, "server.key": server.key, "issuers.pem": authority.own.cert, "lists.pem": authority.revocationList() },
    bindings: [
      '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>',
      ...modes.map((mode, index) => `<binding protocol="https" bindingInformation="127.0.0.1:${5986 + index}:" ${files} clientCertificate="${mode}" ${mode === "handshake" ? 'revocationListFile="lists.pem"' : ""}/>`),
    ].join(""),
    locations: `<location path="Site"><system.webServer><security><authentication><basicAuthentication enabled="${basic}"/>${mapping}</authentication></security></system.webServer></location>`,
  });
  const host = await startRunningHost({ config: folder.path });
  await (await openUsers(host.state)).add("alice", "another long password", { administrator: false });
  const ports = host.urls.filter((url) => url.startsWith("https:") && url.endsWith("/wsman")).map((url) => Number(new URL(url).port));
  return {
    ...host, authority, alice, orphan, stranger, mallory,
    ports: { late: ports[0]!, lateStrict: ports[1]!, handshake: ports[2]!, never: ports[3]! },
    entries: () => folder.entries(),
    writeRevocationList: () => writeFileSync(join(folder.path, "lists.pem"), authority.revocationList()),
    stop: async () => {
      const code = await host.stop();
      folder.remove();
      authority.remove();
      return code;
    },
  };
}
