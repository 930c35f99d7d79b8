import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { describe, it } from "node:test";
import type { CertificateNegotiation, ClientCertificate } from "../../../src/base/client-certificate.js";
import { Authenticate } from "../../../src/pipeline/authenticate.js";
import { certificateProfile, CertificateScheme } from "../../../src/pipeline/certificate-scheme.js";
import type { Exchange } from "../../../src/pipeline/exchange.js";
import type { UserRecord } from "../../../src/protocol/auth/users-text.js";
import { contextOf, RecordingLogger } from "../apps/wsman/app-harness.js";
import { selfSignedCertificate } from "../../support/self-signed-certificate.js";

const der = new X509Certificate(selfSignedCertificate("alice").cert).raw;
const certificateWith = (flags: number): ClientCertificate => ({ der, flags, details: { subject: "CN=alice", issuerName: "CN=alice", issuerThumbprint: "AB", subjectName: "alice" } });
const account: UserRecord = { name: "Alice", hash: "", administrator: true, environment: new Map([["HOME", "/home/alice"]]) };

interface Case {
  readonly headers?: Readonly<Record<string, string>>;
  readonly authorization?: string | undefined;
  readonly secure?: boolean;
  /** Shown before it is asked for. */
  readonly shown?: ClientCertificate;
  /** Shown when it is asked for. */
  readonly late?: ClientCertificate;
  readonly negotiation?: CertificateNegotiation;
  readonly permissionMode?: "Allow" | "Deny";
  readonly mapped?: boolean;
  /** `null`: there is none. */
  readonly user?: UserRecord | null;
}

async function run({ authorization = certificateProfile, secure = true, shown, late, negotiation = { hresult: 0 }, permissionMode = "Allow", mapped = true, user = account, headers = {} }: Case) {
  const logger = new RecordingLogger();
  let isAsked = 0;
  const rules = [{ field: "Subject", subField: "CN", matchCriteria: mapped ? "alice" : "bob", isCaseSensitive: true }] as const;
  const scheme = new CertificateScheme({
    mapping: { oneToOne: [], manyToOne: [{ name: "clients", permissionMode, rules, userName: "alice" }] }, preloadLimit: 100,
    findUser: async () => (user === null ? undefined : user),
  });
  const { context } = contextOf("<a/>", { user: undefined, headers: authorization === "" ? headers : { ...headers, authorization } });
  const { connection } = context.request;
  const certificates = {
    state: () => ({ negotiated: true, certificate: shown ?? (isAsked > 0 ? late : undefined) }),
    negotiate: async () => {
      isAsked++;
      return negotiation;
    },
  };
  const exchange: Exchange = {
    context: { ...context, request: Object.assign(Object.create(context.request) as typeof context.request, { connection: { ...connection, secure, tls: { protocol: "TLSv1.3" } }, certificates }) }, bindings: [], site: undefined,
    application: { path: "/wsman", handle: () => ({ status: 200, headers: [] }), allowsAnonymous: () => false, authentication: { schemes: [scheme], allowUnencrypted: false, realm: "WSMAN" } },
  };
  const response = await new Authenticate(logger).run(exchange);
  return { response, user: exchange.context.user, reason: logger.lines[0]?.fields["reason"] as string | undefined ?? "", subStatus: exchange.context.facts.subStatus, isAsked, scheme, lines: logger.lines };
}

describe("the scheme of client certificates", () => {
  it("lets in who has a valid certificate that is mapped to an account, with the facts of both", async () => {
    for (const how of [{ shown: certificateWith(0) }, { late: certificateWith(0) }]) {
      const { response, user, isAsked } = await run(how);
      assert.equal(response, undefined);
      assert.deepEqual({ ...user }, { name: "Alice", authenticationType: "ClientCertificate", isAdministrator: true, environment: account.environment, certificate: certificateWith(0).details });
      assert.equal(isAsked, "late" in how ? 1 : 0);
    }
  });

  it("gives the same identity for the same certificate and account, another one when the account has changed", async () => {
    const scheme = (await run({ shown: certificateWith(0) })).scheme;
    const certificate = certificateWith(0);
    const { context } = contextOf("<a/>", { user: undefined, headers: {} });
    const request = Object.assign(Object.create(context.request) as typeof context.request, { certificates: { state: () => ({ negotiated: true, certificate }) } });
    const first = await scheme.remembered(request);
    const second = await scheme.remembered(request);
    assert.ok(first?.kind === "accepted" && second?.kind === "accepted" && first.identity === second.identity);
    assert.deepEqual([first.stage, second.stage], ["mapped", undefined]);
  });

  it("leaves a line in the log when somebody comes in", async () => {
    const { lines } = await run({ shown: certificateWith(0) });
    assert.deepEqual(lines.map(({ message, fields }) => [message, fields["stage"], fields["user"]]), [["authenticated", "mapped", "Alice"]]);
  });

  for (const [flags, subStatus] of [[0x800b0101, 17], [0x800b0109, 16], [0x800b010a, 16], [0x800b010c, 13], [0x80092013, 13], [0x800b0110, 16], [0x800b0112, 16], [0x12345678, 16]] as const) {
    it(`keeps out a certificate with the flags 0x${flags.toString(16)}: 403.${subStatus}`, async () => {
      const found = await run({ shown: certificateWith(flags) });
      assert.deepEqual([found.response, found.subStatus, found.user], [{ status: 403, headers: [] }, subStatus, undefined]);
      assert.match(found.reason, /client certificate cannot be used/u);
    });
  }

  it("keeps out who has none: 403.7, and tells the log why", async () => {
    const cases: readonly (readonly [Case, RegExp])[] = [
      [{}, /has no certificate/u],
      [{ negotiation: { hresult: 0x80070032 } }, /TLS 1\.3.*"handshake" or "lateStrict"/u],
      [{ negotiation: { hresult: 0x80004005 } }, /did not answer/u],
    ];
    for (const [how, reason] of cases) {
      const found = await run(how);
      assert.deepEqual([found.response?.status, found.subStatus, found.user], [403, 7, undefined]);
      assert.match(found.reason, reason);
    }
  });

  it("answers 413 and ends the connection when the body is too large to ask behind it", async () => {
    const { response, reason, user } = await run({ negotiation: { hresult: 0x80004005, isBodyTooLarge: true } });
    assert.deepEqual([response, user], [{ status: 413, headers: [], close: true }, undefined]);
    assert.match(reason, /uploadReadAheadSize/u);
  });

  it("keeps out who is not mapped, and whose account does not exist: 401", async () => {
    for (const how of [{ mapped: false }, { user: null }]) {
      const { response, user } = await run({ shown: certificateWith(0), ...how });
      assert.deepEqual([response, user], [{ status: 401, headers: [] }, undefined]);
    }
  });

  it("keeps out whom a mapping denies: 403.12", async () => {
    for (const authorization of [certificateProfile, ""]) {
      const { response, subStatus } = await run({ shown: certificateWith(0), permissionMode: "Deny", authorization });
      assert.deepEqual([response?.status, subStatus], [403, 12]);
    }
  });

  it("keeps out who says anything behind the profile, and who comes over plain HTTP", async () => {
    for (const how of [{ authorization: `${certificateProfile} alice`, shown: certificateWith(0) }, { secure: false, late: certificateWith(0) }]) {
      const { response, user, isAsked } = await run(how);
      assert.deepEqual([response, user, isAsked], [{ status: 401, headers: [] }, undefined, 0]);
    }
  });

  it("takes a certificate that is there for who says nothing, and passes over one that is of no use", async () => {
    assert.equal((await run({ authorization: "", shown: certificateWith(0) })).user?.name, "Alice");
    for (const how of [{}, { shown: certificateWith(0x800b0101) }, { shown: certificateWith(0), mapped: false }, { late: certificateWith(0) }]) {
      const { response, user, isAsked } = await run({ authorization: "", ...how });
      assert.deepEqual([response, user, isAsked], [undefined, undefined, 0]);
    }
  });

  it("stands for nothing that another's web page sends by a browser that has one", async () => {
    const by = async (origin: string, authorization = "") => (await run({ authorization, shown: certificateWith(0), headers: { origin, host: "Host.test:5986" } })).user?.name;
    assert.deepEqual([await by("https://evil.test"), await by("null"), await by("http://host.test:5986"), await by("https://host.test:5986")], [undefined, undefined, undefined, "Alice"]);
    // Whoever can write the field is no such page.
    assert.equal(await by("https://evil.test", certificateProfile), "Alice");
  });

  it("is in no challenge, and in Identify over https only", async () => {
    const { scheme } = await run({});
    assert.ok("withheld" in scheme.challenge());
    assert.deepEqual([scheme.securityProfiles(true), scheme.securityProfiles(false)], [[certificateProfile], []]);
  });
});
