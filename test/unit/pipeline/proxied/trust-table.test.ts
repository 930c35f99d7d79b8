import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostConnection, HostRequest } from "../../../../src/base/host-message.js";
import type { AuthenticationScheme } from "../../../../src/pipeline/authentication-scheme.js";
import type { Identity } from "../../../../src/base/identity.js";
import { proxyKinds, type ProxyKind } from "../../../../src/pipeline/proxied/proxy-kinds.js";
import type { ProxyFront } from "../../../../src/pipeline/proxied/proxy-front.js";
import { selfSignedCertificate } from "../../../support/self-signed-certificate.js";
import { forwardedForms, front, paired, peer, ProxiedFixture, token, type Fields } from "../proxied-fixture.js";

const kinds = Object.keys(proxyKinds) as ProxyKind[];
const certificate = selfSignedCertificate("client");
const forms = forwardedForms(certificate.cert);

/** One field of each sort that some proxy sends. */
const samples: Fields = [
  ["X-Forwarded-For", "203.0.113.9"], ["X-Forwarded-Proto", "https"], ["X-Forwarded-Host", "outside.example"], ["X-Forwarded-User", "alice"], ["X-Forwarded-Port", "443"], ["Forwarded", "for=1.1.1.1"],
  ["X-Real-IP", "1.1.1.1"], ["X-Original-URL", "/livez"], ["X-Rewrite-URL", "/livez"], ["X-ARR-SSL", "2048|256|CN=a|CN=b"], ["X-ARR-LOG-ID", "a1-b2"], ["X-IIS-WindowsAuthToken", "4"], ["MS-ASPNETCORE-WINAUTHTOKEN", "4"],
  ["MS-ASPNETCORE-EVENT", "shutdown"], ["MS-ASPNETCORE-TOKEN", "spoofed"], ["X-iisnode-AUTH_USER", "alice"], ["X-iisnode-LOGON_USER", "alice"], ["X-iisnode-REMOTE_ADDR", "203.0.113.9"], ["X-iisnode-HTTPS", "on"],
  ["X-iisnode-CERT_SUBJECT", "CN=a"], ["Remote-User", "alice"], ["REMOTE_USER", "alice"], ["X_Forwarded_User", "alice"], ["X-SSL-Client-Verify", "SUCCESS"], ["SSL-Client-S-DN", "CN=a"], ["X-SSL-Client-Used", "1"], ["Client-Cert-Chain", ":AA==:"],
  ...Object.values(forms),
];

const isOwned = (kind: ProxyKind | undefined, name: string): boolean => kind !== undefined && proxyKinds[kind].owns.includes(name.toLowerCase());

/** Names that reached the application. */
const names = (request: HostRequest): readonly string[] => [...request.headers.entries()].map(([name]) => name);

describe("trust table: kind × field × declared × peer × token", () => {
  for (const kind of [undefined, ...kinds]) {
    for (const [name, value] of samples) {
      it(`${kind ?? "nothing declared"}: ${name} is ${isOwned(kind, name) ? "its own" : "deleted and counted"}`, async () => {
        const fixture = new ProxiedFixture(kind === undefined ? undefined : front(kind));
        const answer = await fixture.ask(peer("127.0.0.1"), [[name, value]]);
        assert.equal(answer.status, 200, JSON.stringify(fixture.logger.lines));
        assert.equal(names(fixture.last).includes(name), isOwned(kind, name));
        assert.equal(fixture.last.headers.get(name) !== undefined, isOwned(kind, name));
        assert.equal(fixture.counters.deletedFields, isOwned(kind, name) ? 0 : 1);
      });
    }
  }

  const peers = [{ title: "the proxy", connection: () => peer("127.0.0.1"), is: true }, { title: "a pipe", connection: () => peer("", { loopback: false }), is: true }, { title: "another machine", connection: () => peer("192.0.2.77"), is: false }, { title: "another loopback address", connection: () => peer("127.0.0.2"), is: false }];
  const tokens: readonly { readonly title: string; readonly fields: Fields; readonly is: boolean }[] = [
    { title: "the token", fields: [["X-Pairing", token]], is: true },
    { title: "no token", fields: [], is: false },
    { title: "a wrong token", fields: [["X-Pairing", `${token}x`]], is: false },
    { title: "an empty token", fields: [["X-Pairing", ""]], is: false },
    { title: "the token twice", fields: [["X-Pairing", token], ["x-pairing", token]], is: false },
    { title: "the token beside one in another spelling", fields: [["X-Pairing", token], ["X_Pairing", "a"]], is: false },
  ];
  for (const kind of kinds) {
    for (const from of peers) {
      for (const { title, fields, is } of tokens) {
        it(`${kind}: ${from.title} with ${title} is ${from.is && is ? "believed" : "refused"}`, async () => {
          const fixture = new ProxiedFixture(front(kind, paired));
          const answer = await fixture.ask(from.connection(), fields);
          assert.deepEqual([answer.status, fixture.seen.length, fixture.counters.refusedRequests], from.is && is ? [200, 1, 0] : [400, 0, 1]);
          assert.ok(!JSON.stringify([fixture.logger.lines, fixture.entries]).includes(token), "the token is never logged");
          if (from.is && is) assert.equal(fixture.last.headers.get("x-pairing"), undefined, "nobody behind the entrance sees the token");
          else assert.equal(fixture.logger.lines[0]?.level, "warn");
        });
      }
    }
    it(`${kind}: two copies of one of its fields are refused`, async () => {
      for (const name of proxyKinds[kind].owns) {
        const fixture = new ProxiedFixture(front(kind));
        assert.equal((await fixture.ask(peer("127.0.0.1"), [[name, "192.0.2.1"], [name.toUpperCase(), "192.0.2.1"]])).status, 400, name);
        assert.match(String(fixture.logger.lines[0]?.fields["reason"]), /twice/u);
      }
    });
  }
});

const proxied = async (kind: ProxyKind, fields: Fields, more: Partial<ProxyFront> = {}, connection: HostConnection = peer("127.0.0.1")): Promise<ProxiedFixture> => {
  const fixture = new ProxiedFixture(front(kind, more));
  await fixture.ask(connection, fields);
  return fixture;
};

describe("the client behind a proxy", () => {
  it("has the address, port, scheme and host that the proxy says, and is not on this machine", async () => {
    const { last, entries } = await proxied("nginx", [["X-Forwarded-For", "127.0.0.1, 203.0.113.9:5555"], ["X-Forwarded-Proto", "https"], ["X-Forwarded-Host", "Outside.example:443"]]);
    const { remoteAddress, remotePort, secure, loopback, tls, proxied: mark } = last.connection;
    assert.deepEqual([remoteAddress, remotePort, secure, loopback, tls, mark], ["203.0.113.9", 5555, true, false, undefined, { oneToOne: false }]);
    assert.deepEqual([last.host, last.headers.get("host"), [...last.headers.entries()][0]], ["outside.example", "Outside.example:443", ["Host", "Outside.example:443"]]);
    assert.equal(entries[0]?.client, "203.0.113.9");
  });

  it("is on this machine only where the proxy says so itself", async () => {
    for (const [fields, expected] of [
      [[], false], [[["X-Forwarded-For", "unknown"]], false], [[["X-Forwarded-For", "127.0.0.1"]], true], [[["X-Forwarded-For", "::1"]], true], [[["X-Forwarded-For", "::ffff:127.0.0.1"]], true],
      [[["X-Forwarded-For", "127.0.0.1, 192.0.2.1"]], false], [[["X-Forwarded-For", "192.0.2.1"]], false],
    ] as readonly (readonly [Fields, boolean])[]) {
      assert.equal((await proxied("haproxy", fields)).last.connection.loopback, expected, JSON.stringify(fields));
    }
    const far = new ProxiedFixture(front("haproxy", { isFrom: () => true }));
    await far.ask(peer("192.0.2.50"), [["X-Forwarded-For", "127.0.0.1"]]);
    assert.equal(far.last.connection.loopback, false, "loopback of another machine");
  });

  it("of iisnode is where REMOTE_ADDR says, and nowhere that is known where that was not promoted", async () => {
    const where = async (fields: Fields): Promise<readonly [string, boolean]> => {
      const { last } = await proxied("iisnode", fields);
      return [last.connection.remoteAddress, last.connection.loopback];
    };
    assert.deepEqual(await where([["X-iisnode-REMOTE_ADDR", "203.0.113.9"], ["X-Forwarded-For", "127.0.0.1"]]), ["203.0.113.9", false]);
    for (const written of ["203.0.113.9", "127.0.0.1"]) assert.deepEqual(await where([["X-Forwarded-For", written]]), ["127.0.0.1", false]);
  });

  it("came in clear unless the proxy says otherwise, also where the proxy itself comes over TLS", async () => {
    const secure = async (kind: ProxyKind, fields: Fields): Promise<boolean> => (await proxied(kind, fields, {}, peer("127.0.0.1", { secure: true }))).last.connection.secure;
    assert.equal(await secure("nginx", []), false);
    assert.equal(await secure("nginx", [["X-Forwarded-Proto", "http"]]), false);
    assert.equal(await secure("arr", [["X-ARR-SSL", "2048|256|a|b"]]), false);
    assert.equal(await secure("arr", [["X-ARR-SSL", "2048|256|a|b"], ["X-Forwarded-Proto", "https"]]), true);
    assert.equal(await secure("arr", [["X-ARR-SSL", "2048|256|a|b"], ["X-Forwarded-Proto", "http"]]), false);
    assert.equal(await secure("iisnode", [["X-iisnode-HTTPS", "on"]]), true);
    assert.equal(await secure("iisnode", [["X-Forwarded-Proto", "https"]]), false);
    assert.equal(await secure("nginx", [["X-ARR-SSL", "2048"]]), false);
  });

  it("sends a password in clear to nobody: Basic is offered over the client's TLS only", async () => {
    const right = ["Authorization", `Basic ${Buffer.from("alice:secret").toString("base64")}`] as const;
    const ask = async (fields: Fields): Promise<number> => (await new ProxiedFixture(front("nginx"), { anonymous: false }).ask(peer("127.0.0.1"), [right, ...fields])).status;
    assert.equal(await ask([]), 401);
    assert.equal(await ask([["X-Forwarded-For", "192.0.2.9"], ["X-Forwarded-Proto", "http"]]), 401);
    assert.equal(await ask([["X-Forwarded-For", "192.0.2.9"], ["X-Forwarded-Proto", "https"]]), 200);
    assert.equal(await ask([["X-Forwarded-For", "127.0.0.1"], ["X-Forwarded-Proto", "http"]]), 200);
  });

  it("is refused where a field of the proxy's cannot be understood", async () => {
    for (const [name, value] of [["X-Forwarded-For", "nonsense"], ["X-Forwarded-For", "1.2.3.4:99999"], ["X-Forwarded-Proto", "gopher"], ["X-Forwarded-Host", "a/b"], ["X-SSL-Client-Cert", "%"], ["X-SSL-Client-Cert", "MIIB"]] as const) {
      assert.equal((await proxied("nginx", [[name, value]])).seen.length, 0, `${name}: ${value}`);
    }
  });

  it("counts hops from the right", async () => {
    const list = "6.6.6.6, 203.0.113.1, 198.51.100.2";
    for (const [hops, expected] of [[1, "198.51.100.2"], [2, "203.0.113.1"], [3, "6.6.6.6"], [9, "6.6.6.6"]] as const) {
      assert.equal((await proxied("envoy", [["X-Forwarded-For", list]], { hops })).last.connection.remoteAddress, expected);
    }
  });
});

describe("certificates behind a proxy", () => {
  for (const kind of kinds) {
    it(`${kind}: ${forms[kind] === undefined ? "none is forwarded" : "is there as the client's, and nobody can be asked for another"}`, async () => {
      const { last } = await proxied(kind, [["X-Forwarded-Proto", "https"], ...Object.values(forms)]);
      const state = last.certificates.state();
      assert.deepEqual([state.negotiated, state.certificate !== undefined], forms[kind] === undefined ? [false, false] : [true, true]);
      if (state.certificate !== undefined) assert.equal(Buffer.from(state.certificate.der).toString("base64"), forms["arr"]![1]);
      assert.deepEqual(await last.certificates.negotiate(49_152), { hresult: 0x80070032 });
    });
  }

  it("are a client's own words where it came to the proxy without TLS", async () => {
    for (const fields of [[], [["X-Forwarded-Proto", "http"]]] as readonly Fields[]) {
      assert.deepEqual((await proxied("nginx", [...fields, forms["nginx"]!])).last.certificates.state(), { negotiated: false, certificate: undefined });
    }
  });

  it("of a proxy that nobody has declared are nobody's, from the request on that gives it away", async () => {
    const shown = front("nginx").verifyCertificate(new Uint8Array(2));
    const certificates = { state: () => ({ negotiated: true, certificate: shown }), negotiate: async () => ({ hresult: 0 }) };
    const fixture = new ProxiedFixture(undefined);
    const connection = peer("192.0.2.77", { secure: true });
    const state = async (fields: Fields) => {
      await fixture.ask(connection, fields, { certificates, httpVersion: "1.0" });
      assert.equal(fixture.last.httpVersion, "1.0");
      return fixture.last.certificates.state();
    };
    assert.equal((await state([])).certificate, shown);
    for (const fields of [[["Via", "1.1 proxy"]], []] as readonly Fields[]) assert.deepEqual(await state(fields), { negotiated: false, certificate: undefined });
    assert.deepEqual(await fixture.last.certificates.negotiate(1), { hresult: 0x80070032 });
  });

  it("a client without one has been asked, in each form of none", async () => {
    for (const [kind, fields] of [["nginx", []], ["nginx", [["X-SSL-Client-Cert", ""]]], ["haproxy", [["X-SSL-Client-DER", '""']]], ["haproxy", [["X-SSL-Client-Used", "0"], ["X-SSL-Client-DER", "AAAA"]]], ["envoy", []]] as readonly (readonly [ProxyKind, Fields])[]) {
      assert.deepEqual((await proxied(kind, [["X-Forwarded-Proto", "https"], ...fields])).last.certificates.state(), { negotiated: true, certificate: undefined });
    }
  });
});

describe("a user whom the proxy has authenticated", () => {
  const says: Partial<ProxyFront> = { ...paired, forwardsUser: true };
  const ask = async (kind: ProxyKind, fields: Fields, more: Partial<ProxyFront> = says) => {
    const fixture = new ProxiedFixture(front(kind, more), { anonymous: false });
    const answer = await fixture.ask(peer("127.0.0.1"), [["X-Pairing", token], ...fields]);
    return [answer.status, fixture.seen[0]?.user, fixture.seen[0]?.authenticationType];
  };

  it("is the account of that name", async () => {
    assert.deepEqual(await ask("arr", [["X-Forwarded-User", "alice"]]), [200, "alice", "Forwarded"]);
    assert.deepEqual(await ask("ancm", [["X-Forwarded-User", "alice"]]), [200, "alice", "Forwarded"]);
    assert.deepEqual(await ask("iisnode", [["X-iisnode-AUTH_USER", "alice"]]), [200, "alice", "Forwarded"]);
    assert.deepEqual(await ask("arr", [["X-Forwarded-User", "alice"], ["Authorization", "Negotiate AAAA"]]), [200, "alice", "Forwarded"]);
  });

  it("is nobody without the setting, from another kind, without an account, or unnamed", async () => {
    assert.deepEqual(await ask("arr", [["X-Forwarded-User", "alice"]], paired), [401, undefined, undefined]);
    for (const kind of ["nginx", "haproxy", "envoy", "rfc9440", "httpPlatformHandler"] as const) assert.deepEqual(await ask(kind, [["X-Forwarded-User", "alice"], ["X-iisnode-AUTH_USER", "alice"]]), [401, undefined, undefined], kind);
    assert.deepEqual(await ask("arr", [["X-Forwarded-User", "mallory"]]), [401, undefined, undefined]);
    assert.deepEqual(await ask("arr", [["X-Forwarded-User", " "]]), [401, undefined, undefined]);
    assert.deepEqual(await ask("iisnode", [["X-Forwarded-User", "alice"]]), [401, undefined, undefined]);
  });
});

describe("paths behind a proxy", () => {
  it("are those of the applications, whether the proxy takes the prefix away or not", async () => {
    for (const [path, status, seen] of [["/wsman", 200, "/wsman"], ["/manor/wsman", 200, "/wsman"], ["/MANOR/wsman", 200, "/wsman"], ["/manorwsman", 404, undefined], ["/manor", 404, undefined], ["/manor/manor/wsman", 404, undefined]] as const) {
      const fixture = new ProxiedFixture(front("nginx", { pathPrefix: "/manor" }));
      assert.deepEqual([(await fixture.ask(peer("127.0.0.1"), [], { path })).status, fixture.seen[0]?.request.path, fixture.seen[0]?.request.pathPrefix], [status, seen, status === 200 ? "/manor" : undefined], path);
    }
  });
});

describe("the shutdown request of ANCM", () => {
  const ask = async (kind: ProxyKind, fields: Fields, more: Partial<ProxyFront>, path = "/iisintegration", method = "POST") => {
    const fixture = new ProxiedFixture(front(kind, more));
    const { status } = await fixture.ask(peer("127.0.0.1"), fields, { path, method });
    return [status, fixture.shutdowns];
  };
  const event = ["MS-ASPNETCORE-EVENT", "shutdown"] as const;

  it("is answered 202 and ends the host, with the token only", async () => {
    assert.deepEqual(await ask("ancm", [event, ["X-Pairing", token]], paired), [202, 1]);
    assert.deepEqual(await ask("ancm", [event, ["X-Pairing", token]], paired, "/wsman/iisintegration"), [202, 1]);
    assert.deepEqual(await ask("ancm", [event, ["X-Pairing", "wrong"]], paired), [400, 0]);
    assert.deepEqual(await ask("ancm", [event], paired), [400, 0]);
    assert.deepEqual(await ask("ancm", [event], {}), [404, 0]);
    assert.deepEqual(await ask("ancm", [["X-Pairing", token]], paired), [404, 0]);
    assert.deepEqual(await ask("ancm", [event, ["X-Pairing", token]], paired, "/iisintegration", "GET"), [404, 0]);
    assert.deepEqual(await ask("arr", [event, ["X-Pairing", token]], paired), [404, 0]);
  });
});

/** As connection-bound schemes are: one login, and the connection is that user's. */
class ConnectionBoundScheme implements AuthenticationScheme {
  readonly name = "Bound";
  readonly #users = new WeakMap<HostConnection, Identity>();
  constructor(private readonly heedsProxies: boolean) {}
  #refuses({ proxied: mark }: HostConnection): boolean {
    return this.heedsProxies && mark?.oneToOne === false;
  }
  challenge({ connection }: HostRequest): { offer: string } | { withheld: string } {
    return this.#refuses(connection) ? { withheld: "behind a proxy" } : { offer: "Bound" };
  }
  authenticate({ connection }: HostRequest, authorization: string) {
    if (this.#refuses(connection)) return { kind: "refused" as const, reason: "behind a proxy" };
    const identity = { name: authorization.slice(6), authenticationType: "Bound", isAdministrator: false, environment: new Map<string, string>() };
    this.#users.set(connection, identity);
    return { kind: "accepted" as const, identity };
  }
  remembered({ connection }: HostRequest) {
    const identity = this.#users.get(connection);
    return identity === undefined ? undefined : { kind: "accepted" as const, identity };
  }
}

describe("logins that belong to a connection", () => {
  const login = ["Authorization", "Bound alice"] as const;
  const offered = (headers: readonly (readonly [string, string])[]): readonly string[] => headers.filter(([name]) => name === "WWW-Authenticate").map(([, value]) => value.split(" ")[0]!);
  const two = async (declared: ProxyFront | undefined, fields: readonly [Fields, Fields], heedsProxies = false): Promise<readonly unknown[]> => {
    const fixture = new ProxiedFixture(declared, { anonymous: false, schemes: [new ConnectionBoundScheme(heedsProxies)] });
    const connection = peer("127.0.0.1");
    const first = await fixture.ask(connection, [login, ...fields[0]]);
    const second = await fixture.ask(connection, fields[1]);
    return [first.status, second.status, offered(second.headers)];
  };
  const via: Fields = [["X-Forwarded-For", "192.0.2.1"]];

  it("are kept on a connection without a proxy: what would be taken over is there", async () => assert.deepEqual(await two(undefined, [[], []]), [200, 200, []]));

  it("never reach the next request on a proxy's connection, even with a scheme that heeds no proxy", async () => {
    assert.deepEqual(await two(front("nginx"), [via, [["X-Forwarded-For", "192.0.2.66"]]]), [200, 401, ["Bound"]]);
    assert.deepEqual(await two(front("nginx"), [via, via]), [200, 401, ["Bound"]]);
  });

  it("are neither offered nor taken where the scheme heeds proxies, and all else is", async () => {
    assert.deepEqual(await two(front("nginx"), [via, via], true), [401, 401, []]);
    assert.deepEqual(await two(front("nginx"), [via, [["X-Forwarded-Proto", "https"]]], true), [401, 401, ["Basic"]]);
  });

  it("are neither offered nor taken on the connection of a proxy that nobody declared and that gives itself away", async () => {
    for (const trace of [["Via", "1.1 proxy"], ["X-Forwarded-For", "192.0.2.1"], ["X-Forwarded-Proto", "https"], ["X-Forwarded-Host", "a"], ["Forwarded", "for=_a"], ["X-Real-IP", "192.0.2.1"]] as const) {
      assert.deepEqual(await two(undefined, [[trace], []], true), [401, 401, []], trace[0]);
      assert.deepEqual(await two(undefined, [[], [trace]], true), [200, 401, []], `${trace[0]}, after a login`);
    }
  });

  it("nor does anybody there count as being on this machine: no password in clear", async () => {
    const fixture = new ProxiedFixture(undefined, { anonymous: false });
    const connection = peer("127.0.0.1");
    const right = ["Authorization", `Basic ${Buffer.from("alice:secret").toString("base64")}`] as const;
    assert.equal((await fixture.ask(connection, [right])).status, 200);
    assert.equal((await fixture.ask(connection, [right, ...via])).status, 401);
    assert.equal((await fixture.ask(connection, [right])).status, 401, "the same connection later");
    assert.equal((await fixture.ask(peer("127.0.0.1"), [right])).status, 200);
  });

  it("stay with a client that the proxy gives a connection of its own, and a second client there is refused", async () => {
    const own = front("haproxy", { oneToOne: true });
    assert.deepEqual(await two(own, [via, via], true), [200, 200, []]);
    assert.deepEqual(await two(own, [via, [["X-Forwarded-For", "192.0.2.66"]]], true), [200, 400, []]);
  });

  it("end with the request they were made for", async () => {
    const fixture = new ProxiedFixture(front("nginx"));
    let ended = 0;
    const own = new ProxiedFixture(front("nginx", { oneToOne: true }));
    for (const each of [fixture, own]) {
      const connection = peer("127.0.0.1", { onClose: (run) => (ended += 100, run()) });
      await each.ask(connection, via);
    }
    assert.equal(ended, 0);
    const during = new ProxiedFixture(front("nginx"), { anonymous: false, schemes: [{ name: "T", challenge: () => ({ withheld: "" }), authenticate: () => ({ kind: "refused", reason: "" }), remembered: ({ connection }) => {
      connection.onClose(() => ended++);
      return undefined;
    } }] });
    await during.ask(peer("127.0.0.1"), via);
    assert.equal(ended, 1);
  });
});

describe("the proxy's own number of a request", () => {
  it("is in the line of the log where it is one", async () => {
    assert.equal((await proxied("arr", [["X-ARR-LOG-ID", "4d5e-77"]])).entries[0]?.proxyLogId, "4d5e-77");
    assert.equal((await proxied("arr", [["X-ARR-LOG-ID", "a b\u2028"]])).entries[0]?.proxyLogId, undefined);
    assert.equal((await proxied("nginx", [["X-ARR-LOG-ID", "4d5e-77"]])).entries[0]?.proxyLogId, undefined);
  });
});
