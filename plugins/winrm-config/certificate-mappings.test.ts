import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ConfigurationChange, ConfigurationEditing } from "wsmanor/sdk";
import { startTestHost, WsmanFault, type TestHost } from "wsmanor/testing";
import winrmConfig from "./index.js";

const config = "http://schemas.microsoft.com/wbem/wsman/1/config";
const resourceUri = `${config}/service/certmapping`;
const issuer = "0123456789ABCDEF0123456789ABCDEF01234567";
const key = { Issuer: issuer, Subject: "alice@example.com", URI: "*" };
const body = (inner: string): string => `<cert:CertMapping xmlns:cert="${resourceUri}">${inner}</cert:CertMapping>`;
const e = (name: string, text: string): string => `<cert:${name}>${text}</cert:${name}>`;

/** A host without any mapping, whose edits are recorded. */
async function edited(run: (host: TestHost, edits: ConfigurationChange[][]) => Promise<void>, administrator = true): Promise<void> {
  const edits: ConfigurationChange[][] = [];
  const configurationEditing: ConfigurationEditing = { edit: async (changes) => (edits.push([...changes]), { kind: "applied" }) };
  const host = await startTestHost({ configurationEditing, plugins: [{ plugin: winrmConfig, resources: [{ resourceUri: config }] }], users: { ada: { administrator } } });
  try {
    await run(host, edits);
  } finally {
    await host.stop();
  }
}

const refused = (doing: Promise<unknown>, message: RegExp): Promise<void> =>
  assert.rejects(doing, (error) => {
    assert.ok(error instanceof WsmanFault, String(error));
    assert.match(error.message, message);
    return true;
  });

describe("winrm-config: mappings of certificates", () => {
  it("created as winrm does, with a password that is not kept; the thumbprint in any spelling", () =>
    edited(async (host, edits) => {
      const created = await host.create({ resourceUri, selectors: key, body: body(e("UserName", "alice") + e("Password", "secret") + e("Enabled", "true")) });
      assert.deepEqual(created.selectors, key);
      const spelt = await host.create({ resourceUri, selectors: { ...key, Issuer: issuer.toLowerCase().replace(/../gu, "$& "), Subject: "*" }, body: body(e("UserName", "bob") + e("Enabled", "false")) });
      assert.deepEqual(spelt.selectors, { ...key, Subject: "*" });
      assert.deepEqual(edits, [
        [{ kind: "add-certificate-mapping", mapping: { issuer, subject: "alice@example.com", userName: "alice", enabled: true } }],
        [{ kind: "add-certificate-mapping", mapping: { issuer, subject: "*", userName: "bob", enabled: false } }],
      ]);
      assert.doesNotMatch(JSON.stringify(edits), /secret/u);
    }));

  const wrong: readonly { readonly title: string; readonly selectors?: Readonly<Record<string, string>>; readonly inner?: string; readonly message: RegExp }[] = [
    { title: "no selectors", selectors: {}, message: /Issuer/u },
    { title: "a selector too few", selectors: { Issuer: issuer, Subject: "*" }, message: /URI/u },
    { title: "a thumbprint that is none", selectors: { ...key, Issuer: "CN=Issuing CA" }, message: /40 hexadecimal digits/u },
    { title: "a star in the middle", selectors: { ...key, Subject: "a*@example.com" }, message: /at its beginning/u },
    { title: "no subject", selectors: { ...key, Subject: " " }, message: /Subject is a name/u },
    { title: "a resource of its own", selectors: { ...key, URI: "http://schemas.microsoft.com/wbem/wsman/1/wmi/*" }, message: /URI is \* here/u },
    { title: "nobody's account", inner: "", message: /UserName says whose account/u },
    { title: "an empty account", inner: e("UserName", " "), message: /UserName is empty/u },
    { title: "Enabled that is neither", inner: e("UserName", "alice") + e("Enabled", "maybe"), message: /neither true nor false/u },
    { title: "another subject than the selector's", inner: e("UserName", "alice") + e("Subject", "bob@example.com"), message: /Subject is what tells mappings apart/u },
    { title: "what a mapping does not have", inner: e("UserName", "alice") + e("Colour", "red"), message: /<Colour> is nothing/u },
  ];
  for (const { title, selectors = key, inner = e("UserName", "alice"), message } of wrong) {
    it(`refused: ${title}`, () => edited(async (host, edits) => {
      await refused(host.create({ resourceUri, selectors, body: body(inner) }), message);
      assert.deepEqual(edits, []);
    }));
  }

  it("refused: what is not there, another element, and everybody but administrators", async () => {
    await edited(async (host) => {
      await refused(host.get({ resourceUri, selectors: key }), /no mapping with Issuer/u);
      await refused(host.put({ resourceUri, selectors: key, body: body("") }), /no certmapping/u);
      await refused(host.delete({ resourceUri, selectors: key }), /no certmapping/u);
      await refused(host.create({ resourceUri, selectors: key, body: `<Listener xmlns="${config}/listener"/>` }), /<CertMapping>, not <Listener>/u);
      assert.deepEqual((await host.enumerate({ resourceUri })).items, []);
    });
    await edited(async (host, edits) => {
      await refused(host.create({ resourceUri, selectors: key, body: body(e("UserName", "alice")) }), /administrators/u);
      assert.deepEqual(edits, []);
    }, false);
  });
});
