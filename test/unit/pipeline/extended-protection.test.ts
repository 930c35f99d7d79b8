import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostConnection } from "../../../src/base/host-message.js";
import type { NegotiateSettings } from "../../../src/pipeline/negotiate-logins.js";
import { challenges, connectionOf, NegotiateFixture } from "../../support/negotiate-fixture.js";
import type { NtlmClientOptions } from "../../support/ntlm-client.js";

const listed = { names: ["HTTP/server.example.com", "HTTP/server"], allowsDotless: false, isProxied: false };
const own = Buffer.alloc(32, 3);
const proxys = Buffer.alloc(32, 4);
const overTls: Partial<HostConnection> = { secure: true, tls: { protocol: "TLSv1.3", cipher: "", keyBits: 256, serverName: undefined, channelBinding: own } };

async function login(settings: Partial<NegotiateSettings>, client: Partial<NtlmClientOptions>, facts: Partial<HostConnection> = {}): Promise<number | string> {
  const fixture = new NegotiateFixture(settings);
  const { answer } = await fixture.login(connectionOf(facts), { user: "alice", password: "secret", ...client });
  return answer.status === 200 ? 200 : String(fixture.reason);
}

describe("extendedProtection: names of services with NTLM", () => {
  it("are compared on clear connections, without case, without a port that is not listed", async () => {
    for (const tokenChecking of ["Allow", "Require"] as const) {
      const settings = { tokenChecking, serviceNames: listed };
      for (const targetName of ["HTTP/server.example.com", "http/SERVER.example.com", "HTTP/server.example.com:5985"]) assert.equal(await login(settings, { targetName }), 200, targetName);
      for (const targetName of ["HTTP/other.example.com", "cifs/server.example.com", "server.example.com", "HTTP/server.example.com.evil"]) assert.match(String(await login(settings, { targetName })), /is no spn of extendedProtection/u, targetName);
    }
    assert.equal(await login({ tokenChecking: "None", serviceNames: listed }, { targetName: "HTTP/other.example.com" }), 200);
  });

  it("must be there with Require, and need not with Allow; one that the client itself does not trust is none", async () => {
    for (const client of [{}, { targetName: "" }, { targetName: "HTTP/server.example.com", isUntrusted: true }]) {
      assert.equal(await login({ tokenChecking: "Allow", serviceNames: listed }, client), 200);
      assert.match(String(await login({ tokenChecking: "Require", serviceNames: listed }, client)), /does not say which service/u);
    }
  });

  it("of one label count with AllowDotlessSpn only", async () => {
    const client = { targetName: "HTTP/server" };
    assert.match(String(await login({ tokenChecking: "Require", serviceNames: listed }, client)), /AllowDotlessSpn/u);
    assert.equal(await login({ tokenChecking: "Require", serviceNames: { ...listed, allowsDotless: true } }, client), 200);
  });

  it("are not asked for where TLS is the client's own, and take its place where a proxy ends it", async () => {
    const direct = { tokenChecking: "Require", serviceNames: listed } as const;
    const proxied = { tokenChecking: "Require", serviceNames: { ...listed, isProxied: true } } as const;
    assert.equal(await login(direct, { certificateHash: own, targetName: "HTTP/other.example.com" }, overTls), 200);
    assert.match(String(await login(direct, { certificateHash: proxys, targetName: "HTTP/server.example.com" }, overTls)), /another TLS connection/u);
    for (const facts of [overTls, {}]) {
      assert.equal(await login(proxied, { certificateHash: proxys, targetName: "HTTP/server.example.com" }, facts), 200);
      assert.match(String(await login(proxied, { certificateHash: own, targetName: "HTTP/other.example.com" }, facts)), /is no spn/u);
    }
    // In clear and without a proxy nobody can have seen a certificate.
    assert.match(String(await login(direct, { certificateHash: own, targetName: "HTTP/server.example.com" })), /no TLS here/u);
  });

  it("where nothing can be bound, Require offers nobody a login", async () => {
    const nothing = { names: [], allowsDotless: false, isProxied: false };
    for (const [serviceNames, facts] of [[nothing, {}], [{ ...nothing, isProxied: true }, overTls]] as const) {
      assert.deepEqual(challenges(await new NegotiateFixture({ tokenChecking: "Require", serviceNames }).ask(connectionOf(facts))), []);
    }
    assert.equal(challenges(await new NegotiateFixture({ tokenChecking: "Require", serviceNames: listed }).ask(connectionOf())).length, 3);
  });
});
