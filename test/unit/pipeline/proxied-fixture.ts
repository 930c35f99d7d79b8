import { noClientCertificates, type ClientCertificate } from "../../../src/base/client-certificate.js";
import type { HostConnection, HostHeaders, HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { ok } from "../../../src/base/result.js";
import type { AuthenticationScheme } from "../../../src/pipeline/authentication-scheme.js";
import { BasicScheme } from "../../../src/pipeline/basic-scheme.js";
import type { AccessEntry, MountedApplication } from "../../../src/pipeline/pipeline-settings.js";
import { ProxyCounters, type ProxyFront } from "../../../src/pipeline/proxied/proxy-front.js";
import { createPipeline } from "../../../src/pipeline/run-pipeline.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { RecordingLogger } from "../apps/wsman/app-harness.js";

/** A request field by field, as it came; a name may stand there twice. */
export type Fields = readonly (readonly [name: string, value: string])[];

class FieldList implements HostHeaders {
  constructor(private fields: Fields) {}
  get(name: string): string | undefined {
    const values = this.fields.filter(([own]) => own.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
    return values.length === 0 ? undefined : values.join(", ");
  }
  entries(): Fields {
    return this.fields;
  }
  delete(name: string): void {
    this.fields = this.fields.filter(([own]) => own.toLowerCase() !== name.toLowerCase());
  }
}

let connections = 0;

/** A connection from a peer to this machine's loopback, or to its network. */
export function peer(address: string, more: Partial<HostConnection> = {}): HostConnection {
  const loopback = /^127\.|^::1$/u.test(address);
  return { id: ++connections, secure: false, tls: undefined, localAddress: loopback ? "127.0.0.1" : "192.0.2.1", localPort: 5985, remoteAddress: address, remotePort: 40_000, loopback, onClose: () => undefined, ...more };
}

export const token = "b3b0c2f4-5d0e-4c19-8f6b-000000000001";

/** A front that takes every certificate for a good one. */
export const front = (kind: ProxyFront["kind"], more: Partial<ProxyFront> = {}): ProxyFront => ({
  kind, hops: 1, oneToOne: false, forwardsUser: false, pathPrefix: "", token: undefined,
  isFrom: (address) => address === "127.0.0.1" || address === "",
  verifyCertificate: (der): ClientCertificate => ({ der, flags: 0, details: { subject: "CN=c", issuerName: "CN=i", issuerThumbprint: "", subjectName: "c" } }),
  ...more,
});

export const paired: Pick<ProxyFront, "token"> = { token: { header: "x-pairing", matches: (value) => value === token } };

/** The pipeline with one application, which keeps what it saw. */
export class ProxiedFixture {
  readonly seen: { readonly request: HostRequest; readonly user: string | undefined; readonly authenticationType: string | undefined }[] = [];
  readonly entries: AccessEntry[] = [];
  readonly logger = new RecordingLogger();
  readonly counters = new ProxyCounters();
  shutdowns = 0;
  readonly #pipeline;

  constructor(readonly declared: ProxyFront | undefined, { anonymous = true, schemes = [], accounts = ["alice"] }: { readonly anonymous?: boolean; readonly schemes?: readonly AuthenticationScheme[]; readonly accounts?: readonly string[] } = {}) {
    const account = (name: string) => ({ name, hash: "", administrator: false, environment: new Map<string, string>() });
    const basic = new BasicScheme((name, password) => (password === "secret" ? { kind: "accepted", user: account(name) } : { kind: "rejected", reason: "wrong-password" }));
    const application: MountedApplication = {
      path: "/wsman",
      handle: ({ request, user }) => {
        this.seen.push({ request, user: user?.name, authenticationType: user?.authenticationType });
        return { status: 200, headers: [], body: user?.name ?? "" };
      },
      allowsAnonymous: () => anonymous,
      authentication: { schemes: [...schemes, basic], allowUnencrypted: false, realm: "WSMAN" },
    };
    const clock = new ManualClock();
    this.#pipeline = createPipeline({
      sockets: [[{ host: "", site: { name: "Site", applications: [application] }, front: declared }]],
      clock, logger: this.logger, newId: () => "ID", logAccess: (entry) => this.entries.push(entry), proxyCounters: this.counters,
      shutdownRequested: () => this.shutdowns++,
      findAccount: async (name) => (accounts.includes(name) ? account(name) : undefined),
    });
  }

  async ask(connection: HostConnection, fields: Fields, { path = "/wsman", method = "POST", ...more }: Partial<Pick<HostRequest, "path" | "method" | "certificates" | "httpVersion">> = {}): Promise<HostResponse> {
    const request: HostRequest = {
      method, path, query: "", host: "inside", connection, certificates: noClientCertificates, ...more,
      headers: new FieldList([["Host", "inside:5985"], ...fields]),
      readBody: async () => ok(new Uint8Array()),
      onGone: () => () => undefined,
    };
    return this.#pipeline(request, 0);
  }

  /** What the application saw last. */
  get last(): HostRequest {
    return this.seen.at(-1)!.request;
  }
}

/** DER of a certificate, and how each kind sends it. */
export function forwardedForms(pem: string): Readonly<Record<string, readonly [name: string, value: string]>> {
  const base64 = pem.replace(/-----[A-Z ]+-----|\s/gu, "");
  return {
    arr: ["X-ARR-ClientCert", base64],
    ancm: ["MS-ASPNETCORE-CLIENTCERT", base64],
    nginx: ["X-SSL-Client-Cert", encodeURIComponent(pem)],
    haproxy: ["X-SSL-Client-DER", `"${base64}"`],
    envoy: ["X-Forwarded-Client-Cert", `By=spiffe://a;Hash=0;Cert="spoofed";Subject="CN=a,b;c",By=b;Cert="${encodeURIComponent(pem)}";URI=x`],
    rfc9440: ["Client-Cert", `:${base64}:`],
  };
}
