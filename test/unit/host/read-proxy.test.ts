import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { BindingConfiguration, ProxyDeclaration } from "../../../src/configuration/host-configuration.js";
import { readFront, type SocketFront } from "../../../src/host/read-proxy.js";

const place = { file: "/a", line: 1, column: 1 };
const secret = "0123456789abcdef-secret";
const folder = mkdtempSync(join(tmpdir(), "wsmanor-front-"));
after(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const declaration = (more: Partial<ProxyDeclaration> = {}): ProxyDeclaration => ({ kind: "nginx", from: ["127.0.0.0/8", "::1/128"], token: undefined, hops: 1, oneToOne: false, forwardsUser: false, pathPrefix: "", place, ...more });
const bindingOf = (proxy: ProxyDeclaration | undefined, more: Partial<BindingConfiguration> = {}): BindingConfiguration => ({
  protocol: "http", address: "127.0.0.1", port: 5987, host: "", sslFlags: 0, certificate: undefined, clientCertificate: "never", trustedIssuersFile: undefined, revocationListFile: undefined, proxy, place, ...more,
});

function read(bindings: readonly BindingConfiguration[], environment: NodeJS.ProcessEnv = {}, paths: readonly string[] = ["/", "/wsman"]): { readonly found: SocketFront | undefined; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const site = { applications: paths.map((path) => ({ path })) } as never;
  const found = readFront({ bindings: bindings.map((binding) => ({ site, binding })) }, environment, ({ message }) => problems.push(message));
  return { found, problems };
}
const one = (proxy: Partial<ProxyDeclaration>, environment: NodeJS.ProcessEnv = {}, paths?: readonly string[]) => read([bindingOf(declaration(proxy))], environment, paths);

describe("what a binding declares to stand in front of it", () => {
  it("is nothing where nothing is declared", () => assert.deepEqual(read([bindingOf(undefined)]), { found: undefined, problems: [] }));

  it("comes from its addresses only", () => {
    const { isFrom } = one({ from: ["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"] }).found!.front;
    for (const [address, is] of [["10.255.0.1", true], ["11.0.0.1", false], ["192.0.2.7", true], ["192.0.2.8", false], ["2001:db8::5", true], ["2001:db9::5", false], ["", true], ["127.0.0.1", false], ["::ffff:10.1.2.3", true], ["nonsense", false]] as const) assert.equal(isFrom(address), is, address);
  });

  it("has a token from a variable, or from a file", () => {
    const header = { header: "X-Pairing", environment: "PAIRING", file: undefined };
    const fromVariable = one({ token: header }, { PAIRING: secret }).found!.front.token!;
    assert.deepEqual([fromVariable.header, fromVariable.matches(secret), fromVariable.matches(`${secret}1`), fromVariable.matches("")], ["x-pairing", true, false, false]);
    const fromFile = one({ token: { ...header, environment: undefined, file: file("token", `${secret}\n`) } }).found!.front.token!;
    assert.equal(fromFile.matches(secret), true);
    assert.notEqual(one({ token: header }, { PAIRING: secret }).found!.fingerprint, one({ token: header }, { PAIRING: `${secret}2` }).found!.fingerprint);
    assert.ok(!JSON.stringify(one({ token: header }, { PAIRING: secret })).includes(secret));
  });

  it("of the kind ancm has the token that ANCM makes, and no other kind has", () => {
    assert.equal(one({ kind: "ancm" }, { ASPNETCORE_TOKEN: secret }).found!.front.token!.header, "ms-aspnetcore-token");
    assert.equal(one({ kind: "ancm" }).found!.front.token, undefined);
    assert.equal(one({ kind: "nginx" }, { ASPNETCORE_TOKEN: secret }).found!.front.token, undefined);
  });

  it("has the path that IIS tells, unless an application of ours is there", () => {
    const prefix = (kind: ProxyDeclaration["kind"], told: string, written = ""): string | undefined => one({ kind, pathPrefix: written }, { ASPNETCORE_APPL_PATH: told }).found?.front.pathPrefix;
    assert.deepEqual([prefix("ancm", "/manor"), prefix("ancm", "/"), prefix("ancm", "/WSMAN"), prefix("httpPlatformHandler", "/a/b"), prefix("nginx", "/manor"), prefix("ancm", "/manor", "/own/"), prefix("ancm", "no path")], ["/manor", "", "", "/a/b", "", "/own", ""]);
  });

  it("lets nobody in by what the configuration has told to be wrong", () => {
    assert.equal(one({ from: ["localhost", "10.0.0.0/33"] }).found!.front.isFrom("127.0.0.1"), false);
    assert.equal(one({ token: { header: "X-P", environment: undefined, file: undefined } }).found!.front.token!.matches(""), false);
  });

  const wrong: readonly (readonly [string, Partial<ProxyDeclaration>, RegExp])[] = [
    ["a token whose variable is not set", { token: { header: "X-P", environment: "MISSING", file: undefined } }, /MISSING, which should hold the proxy's token, is not set/u],
    ["a token that is short", { token: { header: "X-P", environment: undefined, file: file("short", "abc") } }, /shorter than 16/u],
    ["a token in a client's field", { token: { header: "Authorization", environment: undefined, file: file("t", secret) } }, /a field that clients send/u],
    ["a token in a field of the proxy's", { token: { header: "X-Forwarded-For", environment: undefined, file: file("t", secret) } }, /says something else/u],
    ["a token in no field", { token: { header: "X P", environment: undefined, file: file("t", secret) } }, /no name of an HTTP field/u],
    ["a path of an application", { pathPrefix: "/WSMan" }, /is the path of an application here too/u],
  ];
  for (const [title, proxy, message] of wrong) {
    it(`is refused with ${title}`, () => {
      const { found, problems } = one(proxy);
      assert.deepEqual([found, problems.length], [undefined, 1]);
      assert.match(problems[0]!, message);
      assert.ok(!problems[0]!.includes(secret));
    });
  }

  it("is the same for all bindings of a socket, wherever they are written", () => {
    const [a, b] = [bindingOf(declaration()), bindingOf(declaration({ place: { ...place, line: 9 } }), { host: "b" })];
    assert.deepEqual(read([a, b]).problems, []);
    for (const other of [bindingOf(undefined), bindingOf(declaration({ hops: 2 })), bindingOf(declaration(), { trustedIssuersFile: "/x" })]) assert.match(read([a, other]).problems[0]!, /one thing stands in front of it/u);
  });

  it("has issuers that can be read", () => {
    assert.match(read([bindingOf(declaration(), { trustedIssuersFile: file("none.pem", "nothing") })]).problems[0]!, /there is no PEM certificate in it/u);
    assert.match(read([bindingOf(declaration(), { trustedIssuersFile: join(folder, "missing") })]).problems[0]!, /cannot be read/u);
  });
});
