import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { accountTree } from "../../../src/protocol/dm/account/account-tree.js";
import { readAccountTree } from "../../../src/protocol/dm/account/read-account-tree.js";
import type { DmAccount } from "../../../src/protocol/dm/account/dm-account.js";
import { readProvisioning, writeProvisioning } from "../../../src/protocol/dm/account/provisioning-document.js";
import { readAccounts, writeAccount } from "../../../src/protocol/dm/account/w7.js";
import type { SerialisedNode } from "../../../src/protocol/dm/tnds/serialised-node.js";
import { decodeElement } from "../../../src/protocol/syncml/decode-message.js";
import { toXmlElement } from "../../../src/protocol/syncml/element-parts.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";
import { recordedMessages } from "../../support/recorded-messages.js";
import { withoutFixtures } from "../../support/project-root.js";

function elementOf(octets: Uint8Array | string): XmlElement {
  const read = decodeElement(typeof octets === "string" ? Buffer.from(octets) : octets, "xml");
  assert.ok(read.ok, JSON.stringify(read));
  return toXmlElement(read.value);
}

function accountsOf(document: XmlElement): readonly DmAccount[] {
  const characteristics = readProvisioning(document);
  assert.ok(characteristics.ok, JSON.stringify(characteristics));
  const accounts = readAccounts(characteristics.value);
  assert.ok(accounts.ok, JSON.stringify(accounts));
  return accounts.value;
}

const account: DmAccount = {
  serverId: "com.example.mdm", name: "Example & Co", addresses: [{ address: "https://manage.example/omadm", type: "URI", ports: ["443", "8443"] }, { address: "192.0.2.1", type: "IPv4", ports: [] }],
  connections: [{ kind: "proxy", id: "NAP1" }],
  authentications: [{ level: "CLCRED", type: "DIGEST", name: "device", secret: "s3cret", data: "AQID" }, { level: "SRVCRED", type: "DIGEST", name: "com.example.mdm", secret: "other", data: "BAUG" }],
  others: new Map([["ROLE", "4294967295"], ["BACKCOMPATRETRYDISABLED", undefined], ["DEFAULTENCODING", "application/vnd.syncml.dm+wbxml"], ["ServerList", "x"]]),
};

/** Path and value of every leaf. */
const leaves = (node: SerialisedNode, above = ""): readonly string[] => {
  const path = above === "" ? node.name : `${above}/${node.name}`;
  return node.children.length === 0 ? [`${path} ${node.format} ${node.value ?? ""}`] : node.children.flatMap((child) => leaves(child, path));
};

describe("a bootstrap document (w7)", () => {
  it("is read as it was written", () => {
    const written = writeElement(writeProvisioning([writeAccount(account)]));
    assert.deepEqual(accountsOf(elementOf(written)), [account]);
    assert.ok(written.startsWith('<wap-provisioningdoc version="1.1"><characteristic type="APPLICATION"><parm name="APPID" value="w7"/><parm name="PROVIDER-ID" value="com.example.mdm"/><parm name="NAME" value="Example &amp; Co"/>'), written);
    assert.ok(written.includes('<parm name="BACKCOMPATRETRYDISABLED"/>'));
    assert.ok(written.includes('<parm name="TO-PROXY" value="NAP1"/>'), "a proxy is no access point");
    assert.ok(written.includes('<characteristic type="APPAUTH"><parm name="AAUTHLEVEL" value="APPSRV"/><parm name="AAUTHTYPE" value="DIGEST"/><parm name="AAUTHNAME" value="device"/>'));
  });

  it("may say the address bare, in lower case, and hold what is no account of device management", () => {
    const text = '<wap-provisioningdoc><characteristic type="APPLICATION"><parm name="APPID" value="w2"/></characteristic><characteristic type="application"><parm name="appid" value="w7"/><parm name="provider-id" value="p"/><parm name="addr" value="https://a"/></characteristic><characteristic type="DMClient"/></wap-provisioningdoc>';
    assert.deepEqual(accountsOf(elementOf(text)), [{ serverId: "p", addresses: [{ address: "https://a", ports: [] }], connections: [], authentications: [], others: new Map() }]);
    const [bare] = accountsOf(elementOf(text));
    assert.deepEqual(accountsOf(writeProvisioning([writeAccount(bare!)])), [bare]);
  });

  it("is refused with everything that is wrong", () => {
    const application = (inner: string): string => `<wap-provisioningdoc><characteristic type="APPLICATION"><parm name="APPID" value="w7"/>${inner}</characteristic></wap-provisioningdoc>`;
    const wrong = (text: string): readonly string[] => {
      const characteristics = readProvisioning(elementOf(text));
      if (!characteristics.ok) return [characteristics.error];
      const read = readAccounts(characteristics.value);
      assert.ok(!read.ok);
      return read.error;
    };
    assert.deepEqual(wrong("<a/>"), ["The document is a a and no provisioning document, which is a wap-provisioningdoc."]);
    assert.deepEqual(wrong("<wap-provisioningdoc><characteristic><parm/></characteristic></wap-provisioningdoc>"), ["A characteristic has no type. A parm of a characteristic has no name."]);
    assert.deepEqual(wrong(application("")), ["An account (APPLICATION w7) has no PROVIDER-ID.", "An account has no address: neither ADDR nor an APPADDR with one."]);
    assert.deepEqual(wrong(application('<parm name="PROVIDER-ID" value="p"/><parm name="ADDR" value="a"/><characteristic type="APPAUTH"/><characteristic type="APPAUTH"><parm name="AAUTHLEVEL" value="ROOT"/></characteristic>')), [
      "The account p has an APPAUTH whose AAUTHLEVEL is missing; it is one of APPSRV, CLIENT, HTTP, OBEX.", 'The account p has an APPAUTH whose AAUTHLEVEL is "ROOT"; it is one of APPSRV, CLIENT, HTTP, OBEX.',
    ]);
  });

  it("a recorded one of Windows is read whole", { skip: withoutFixtures }, () => {
    const recorded = recordedMessages().find(({ name }) => name === "marcosd4h-windows/w7-provisioningdoc.xml")!;
    const [read, ...more] = accountsOf(elementOf(recorded.octets));
    assert.equal(more.length, 0);
    assert.deepEqual([read!.serverId, read!.addresses, read!.authentications.map(({ level, type, name }) => [level, type, name])], [
      "DEMO MDM", [{ address: "https://mdmwindows.com/ManagementServer/MDM.svc", ports: [] }], [["SRVCRED", "DIGEST", undefined], ["CLCRED", "DIGEST", "dummy"]],
    ]);
    assert.deepEqual([...read!.others.keys()], ["ServerList", "ROLE", "BACKCOMPATRETRYDISABLED", "DEFAULTENCODING"]);
    const whole = readProvisioning(elementOf(recorded.octets));
    assert.ok(whole.ok);
    assert.deepEqual(readProvisioning(writeProvisioning(whole.value)), whole);
  });
});

describe("the nodes of an account below DMAcc", () => {
  it("are those that w7's mapping names", () => {
    assert.deepEqual(leaves(accountTree({ ...account, authenticationPreference: "DIGEST" }, "A")), [
      "A/AppID chr w7", "A/ServerID chr com.example.mdm", "A/Name chr Example & Co", "A/PrefConRef chr NAP1",
      "A/AppAddr/1/Addr chr https://manage.example/omadm", "A/AppAddr/1/AddrType chr URI", "A/AppAddr/1/Port/1/PortNbr chr 443", "A/AppAddr/1/Port/2/PortNbr chr 8443",
      "A/AppAddr/2/Addr chr 192.0.2.1", "A/AppAddr/2/AddrType chr IPv4", "A/AAuthPref chr DIGEST",
      "A/AppAuth/CLCRED/AAuthLevel chr CLCRED", "A/AppAuth/CLCRED/AAuthType chr DIGEST", "A/AppAuth/CLCRED/AAuthName chr device", "A/AppAuth/CLCRED/AAuthSecret chr s3cret", "A/AppAuth/CLCRED/AAuthData bin AQID",
      "A/AppAuth/SRVCRED/AAuthLevel chr SRVCRED", "A/AppAuth/SRVCRED/AAuthType chr DIGEST", "A/AppAuth/SRVCRED/AAuthName chr com.example.mdm", "A/AppAuth/SRVCRED/AAuthSecret chr other", "A/AppAuth/SRVCRED/AAuthData bin BAUG",
      "A/Ext/Microsoft/Role chr 4294967295", "A/Ext/Microsoft/BackCompatRetryDisabled bool true", "A/Ext/Microsoft/DefaultEncoding chr application/vnd.syncml.dm+wbxml",
    ]);
  });

  it("several connections are listed, a second proof of one level has a name of its own, an address without a type is a URI", () => {
    const tree = leaves(accountTree({ serverId: "s", addresses: [{ address: "a", ports: [] }], connections: [{ kind: "napId", id: "1" }, { kind: "proxy", id: "2" }], authentications: [{ level: "CLCRED" }, { level: "CLCRED" }], others: new Map() }, "A"));
    assert.deepEqual(tree, ["A/AppID chr w7", "A/ServerID chr s", "A/ToConRef/1/ConRef chr 1", "A/ToConRef/2/ConRef chr 2", "A/AppAddr/1/Addr chr a", "A/AppAddr/1/AddrType chr URI", "A/AppAuth/CLCRED/AAuthLevel chr CLCRED", "A/AppAuth/2/AAuthLevel chr CLCRED"]);
  });

  it("are read as the account that they were written from", () => {
    const flags = new Map([...account.others].filter(([key]) => key !== "ServerList").sort(([one], [other]) => (one < other ? -1 : 1)));
    const written: DmAccount = { ...account, authenticationPreference: "HMAC", connections: [{ kind: "napId", id: "1" }, { kind: "napId", id: "2" }], addresses: [account.addresses[0], { address: "192.0.2.1", type: "IPv4", ports: [] }], others: flags };
    const read = readAccountTree(accountTree(written, "A"));
    assert.deepEqual(read, { ok: true, value: written });
    assert.ok(read.ok);
    assert.deepEqual([...read.value.others], [...flags]);
    const one: DmAccount = { serverId: "s", addresses: [{ address: "a", type: "URI", ports: [] }], connections: [{ kind: "napId", id: "1" }], authentications: [], others: new Map() };
    assert.deepEqual(readAccountTree(accountTree(one, "A")), { ok: true, value: one });
  });

  it("a first nonce that is no base64 is kept as its letters, a flag of 0 is none", () => {
    const tree = accountTree({ serverId: "s", addresses: [{ address: "a", ports: [] }], connections: [], authentications: [{ level: "SRVCRED", data: "nonce" }], others: new Map([["BACKCOMPATRETRYDISABLED", "0"]]) }, "A");
    assert.deepEqual(leaves(tree).slice(-2), ["A/AppAuth/SRVCRED/AAuthData bin bm9uY2U=", "A/Ext/Microsoft/BackCompatRetryDisabled bool false"]);
    const read = readAccountTree(tree);
    assert.deepEqual(read.ok && [...read.value.others], []);
  });

  it("are refused with everything that is wrong", () => {
    const node = (name: string, children: readonly SerialisedNode[] = [], value?: string): SerialisedNode => ({ name, format: value === undefined ? "node" : "chr", type: "", children, ...(value === undefined ? {} : { value }) });
    assert.deepEqual(readAccountTree(node("A")), { ok: false, error: ["AppID is missing; that of device management is w7.", "ServerID is missing or empty.", "AppAddr holds no Addr."] });
    assert.deepEqual(readAccountTree(node("A", [node("AppID", [], "w4"), node("ServerID", [], ""), node("AppAddr", [node("1")]), node("AppAuth", [node("x"), node("y", [node("AAuthLevel", [], "APPSRV")])])])), {
      ok: false,
      error: ['AppID is "w4"; that of device management is w7.', "ServerID is missing or empty.", "AppAddr holds no Addr.", "AAuthLevel of AppAuth/x is missing; it is one of CLCRED, HTTP, OBEX, SRVCRED.", 'AAuthLevel of AppAuth/y is "APPSRV"; it is one of CLCRED, HTTP, OBEX, SRVCRED.'],
    });
  });
});
