import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { runAs, runPython, sealedRoundTrip, withoutPythonGssapi } from "../support/kerberos-client.js";
import { NegotiateServer } from "../support/negotiate-server.js";
import { endGssapiRealm, startGssapiRealm, type GssapiRealm } from "../support/opened-gssapi.js";
import { withoutKdc } from "../support/test-kdc.js";

const python = "/usr/bin/python3";
const withoutRequests = debianPackage("python3-requests-kerberos", `${python} -c 'import requests_kerberos'`);
const withoutPywinrm = withoutRequests || debianPackage("python3-winrm", `${python} -c 'import winrm'`);

describe("Kerberos clients before the provider gssapi", { skip: withoutKdc }, () => {
  let kdc: GssapiRealm["kdc"];
  let gssapi: GssapiRealm["gssapi"];
  let alice: GssapiRealm["alice"];
  let server: NegotiateServer | undefined;
  before(async () => void ({ kdc, gssapi, alice } = await startGssapiRealm()));
  after(() => endGssapiRealm({ kdc, gssapi }));
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  const start = async (options?: Parameters<typeof NegotiateServer.start>[1]): Promise<NegotiateServer> => (server = await NegotiateServer.start(gssapi.provider, options));

  it("lets curl --negotiate in", { skip: debianPackage("curl") }, async () => {
    const { port, identities } = await start();
    const said = await runAs(alice, "curl", "-sS", "-i", "--negotiate", "-u", ":", `http://localhost:${port}/`);
    assert.match(said, /^WWW-Authenticate: Negotiate [\w+/=]{40,}\r$/mu);
    assert.match(said, /\r\n\r\nalice@TEST\.LOCAL$/u);
    assert.deepEqual(identities, [{ name: "alice@TEST.LOCAL", mechanism: "Kerberos", localName: "alice" }]);
  });

  it("keeps curl out that has no ticket", { skip: debianPackage("curl") }, async () => {
    const { port, identities } = await start();
    const said = await runAs(kdc.environment, "curl", "-sS", "-i", "--negotiate", "-u", ":", `http://localhost:${port}/`);
    assert.match(said, /^HTTP\/1\.1 401 /u);
    assert.deepEqual(identities, []);
  });

  it("proves itself to requests-kerberos, which demands mutual authentication", { skip: withoutRequests }, async () => {
    const { port } = await start();
    assert.equal(await runPython(alice, `
import requests, requests_kerberos
print(requests.post('http://localhost:${port}/wsman', data='hello', auth=requests_kerberos.HTTPKerberosAuth(mutual_authentication=requests_kerberos.REQUIRED)).text)`), "alice@TEST.LOCAL hello");
  });

  it("lets pywinrm in by its transport kerberos", { skip: withoutPywinrm }, async () => {
    const { port } = await start();
    assert.equal(await runPython(alice, `
from winrm.transport import Transport
t = Transport(endpoint='http://localhost:${port}/wsman', auth_method='kerberos', username='alice@TEST.LOCAL', password='', service='HTTP', message_encryption='never', server_cert_validation='ignore')
print(t.send_message('<hello/>').decode(), t.send_message('<again/>').decode())`), "alice@TEST.LOCAL <hello/> alice@TEST.LOCAL <again/>");
  });

  for (const scheme of ["Negotiate", "Kerberos"] as const) {
    it(`opens what python-gssapi seals, and is opened by it, with the scheme ${scheme}`, { skip: withoutPythonGssapi }, async () => {
      const { port } = await start({ scheme });
      const bodies = ["<one/>", "Ünïcode".repeat(1000), "x".repeat(150_000)];
      assert.equal(await sealedRoundTrip(alice, port, scheme, bodies), bodies.map((body) => `60 alice@TEST.LOCAL ${body}`).join("\n"));
    });
  }

  const overTls = (port: number, binding: string): string => `
import base64, gssapi, hashlib, http.client, ssl
from gssapi.raw import ChannelBindings
pem = ssl.get_server_certificate(('localhost', ${port}))
own = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).digest()
data = ${binding}
c = gssapi.SecurityContext(name=gssapi.Name('HTTP@localhost', gssapi.NameType.hostbased_service), usage='initiate', channel_bindings=None if data is None else ChannelBindings(application_data=data))
h = http.client.HTTPSConnection('localhost', ${port}, context=ssl._create_unverified_context())
h.request('GET', '/', headers={'Authorization': 'Negotiate ' + base64.b64encode(c.step()).decode()})
print(h.getresponse().status)`;
  const own = "b'tls-server-end-point:' + own";
  const wrong = "b'tls-server-end-point:' + bytes(32)";
  for (const [tokenChecking, binding, what, status] of [
    ["None", wrong, "another channel", "200"], ["None", "None", "no channel", "200"],
    ["Allow", own, "the channel", "200"], ["Allow", "None", "no channel", "200"], ["Allow", wrong, "another channel", "401"],
    ["Require", own, "the channel", "200"], ["Require", "None", "no channel", "401"], ["Require", wrong, "another channel", "401"],
  ] as const) {
    it(`tokenChecking ${tokenChecking}: ${status} for a login that is bound to ${what}`, { skip: withoutPythonGssapi }, async () => {
      const { port, reasons } = await start({ secure: true, tokenChecking });
      assert.equal(await runPython(alice, overTls(port, binding)), status);
      const reason = binding === wrong ? /channel binding/iu : /did not bind its login/u;
      if (status === "401") assert.match(reasons.join(), reason);
    });
  }

  it("tokenChecking Require lets nobody in without TLS", { skip: debianPackage("curl") }, async () => {
    const { port, reasons, identities } = await start({ tokenChecking: "Require" });
    await runAs(alice, "curl", "-sS", "--negotiate", "-u", ":", `http://localhost:${port}/`);
    assert.match(reasons[0]!, /^tokenChecking is Require, and a connection without TLS/u);
    assert.deepEqual(identities, []);
  });
});
