import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openUsers } from "../../src/host/manage-users.js";
import { pluginXml } from "../support/configured-host.js";
import { debianPackage } from "../support/debian.js";
import { field, HttpExchange } from "../support/http-exchange.js";
import { NtlmConnection } from "../support/ntlm-connection.js";
import { requestEnvelope } from "../support/operation-messages.js";
import { legacyOpenssl } from "../support/openssl-legacy.js";
import { runProgram } from "../support/run-program.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { until } from "../support/until.js";
import { startWindowsHost, withWindowsHost, type WindowsHost } from "../support/windows-host.js";
import { winrmClientLibrary } from "./clients/winrm-client-library.js";
import { ntlmLogins } from "./ntlm-logins.js";

const python = "/usr/bin/python3";
const soap = ["-H", "Content-Type: application/soap+xml;charset=UTF-8", "--data-binary", identifyEnvelope];
const product = /<wsmid:ProductVendor>/u;
const folder = mkdtempSync(join(tmpdir(), "wsmanor-ntlm-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const statuses = (text: string): readonly number[] => [...text.matchAll(/HTTP\/1\.1 (\d{3}) \r\n/gu)].map(([, status]) => Number(status));
const curl = async (environment: readonly string[], ...args: readonly string[]): Promise<string> => (await runProgram("env", [...environment, "curl", "-sS", "-i", "-m", "20", ...args])).stdout.toString();

describe("curl", { skip: debianPackage("curl") }, () => {
  let host: WindowsHost;
  before(async () => {
    host = await startWindowsHost({ allowUnencrypted: true });
  });
  after(() => host.stop());

  it("--ntlm logs in with and without a domain, and asks once more on the connection without a word of who it is", async () => {
    for (const user of ["tester", "DOMAIN\\tester", "TESTER"]) {
      const said = await curl([], "--ntlm", "-u", `${user}:${host.password}`, ...soap, host.urls[0]!);
      assert.deepEqual(statuses(said), [401, 200], user);
      assert.match(said, product);
    }
    const twice = await curl([], "--ntlm", "-u", `tester:${host.password}`, ...soap, host.urls[0]!, host.urls[0]!);
    assert.deepEqual(statuses(twice), [401, 200, 200]);
  });

  it("a bad password and an unknown user get the same answer, but for the time in it", async () => {
    const last = async (credentials: string): Promise<string> => (await curl([], "--ntlm", "-u", credentials, ...soap, host.urls[0]!)).split("\r\n\r\n")[1]!.replace(/^Date: .*$/mu, "");
    const [bad, unknown] = [await last("tester:bad"), await last("nobody:bad")];
    assert.equal(bad, unknown);
    assert.match(bad, /^HTTP\/1\.1 401 \r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\nWWW-Authenticate: Basic realm="WSMAN"\r\n/u);
    await until(() => host.log().includes('"reason":"wrong-password"') && host.log().includes('"reason":"unknown-user"'));
    assert.ok(!host.log().includes("TlRMTVNTUAAD"), "no token in the log");
  });

  it("--negotiate takes NTLM inside SPNEGO, with the codes of the mechanisms' list", { skip: debianPackage("gss-ntlmssp", "dpkg -s gss-ntlmssp") }, async () => {
    const users = join(folder, "users");
    const negotiate = async (password: string): Promise<string> => {
      writeFileSync(users, `DOMAIN:tester:${password}\n`);
      return curl([`NTLM_USER_FILE=${users}`], "--negotiate", "-u", ":", ...soap, host.urls[0]!.replace("127.0.0.1", "localhost"));
    };
    const said = await negotiate(host.password);
    assert.deepEqual(statuses(said), [401, 200], said);
    assert.match(said, /WWW-Authenticate: Negotiate oRswGaADCgEAoxIEEAEAAA/u);
    assert.equal(statuses(await negotiate("bad")).at(-1), 401);
  });
});

const pywinrm = debianPackage("python3-winrm", `${python} -c 'import winrm, requests_ntlm'`);

describe("pywinrm with NTLM", { skip: pywinrm }, () => {
  const program = `
import sys
from winrm.protocol import Protocol
from winrm.exceptions import InvalidCredentialsError
url, password, mode, envelope = sys.argv[1:]
try:
    p = Protocol(endpoint=url, transport='ntlm', username='tester', password=password, message_encryption=mode)
    for _ in range(3):
        answer = p.send_message(envelope)
    print('served' if b'ProductVendor' in answer else answer)
except InvalidCredentialsError:
    print('credentials')
except Exception as e:
    print(e)
`;
  const run = async (host: WindowsHost, mode: string, password = host.password, envelope = identifyEnvelope): Promise<string> => {
    const { stdout, stderr } = await runProgram("env", [`OPENSSL_CONF=${legacyOpenssl(folder)}`, python, "-c", program, host.urls[0]!, password, mode, envelope]);
    return stdout.toString().trim() || stderr;
  };
  const modes = async (host: WindowsHost): Promise<readonly string[]> => [await run(host, "auto"), await run(host, "always"), await run(host, "never")];

  it("seals over plain HTTP, and is refused without", () => withWindowsHost({}, async (host) => {
    assert.deepEqual(await modes(host), ["served", "served", "Bad HTTP response returned from server. Code 403"]);
    assert.equal(await run(host, "auto", "wrong"), "credentials");
    // A fault comes sealed too: pywinrm could not read it otherwise.
    assert.match(await run(host, "always", host.password, "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header/><s:Body/></s:Envelope>"), /Code: ?500|addressing|Header/iu);
    await until(() => host.log().includes("a clear body over plain HTTP refused"));
  }));

  it("need not seal where allowUnencrypted says so", () => withWindowsHost({ allowUnencrypted: true }, async (host) => assert.deepEqual(await modes(host), ["served", "served", "served"])));

  it("must not seal to a host in IIS's place", () => withWindowsHost({ messageEncryption: "iis" }, async (host) => {
    const refused = "Bad HTTP response returned from server. Code 415";
    assert.deepEqual(await modes(host), [refused, refused, "served"]);
  }));
});

describe("requests-ntlm over TLS", { skip: pywinrm }, () => {
  const program = `
import sys, requests, warnings
from requests_ntlm import HttpNtlmAuth
warnings.simplefilter('ignore')
url, password, binds, envelope = sys.argv[1:]
s = requests.Session()
s.verify = False
s.trust_env = False
s.auth = HttpNtlmAuth('tester', password, send_cbt=binds == 'yes')
print([s.post(url, data=envelope, headers={'Content-Type': 'application/soap+xml;charset=UTF-8'}).status_code for _ in range(2)])
`;
  const run = async (host: WindowsHost, binds: string): Promise<string> =>
    (await runProgram("env", [`OPENSSL_CONF=${legacyOpenssl(folder)}`, python, "-c", program, host.urls[0]!, host.password, binds, identifyEnvelope])).stdout.toString().trim();

  it("binds its login to the connection, and must where tokenChecking requires it", async () => {
    for (const [checking, without] of [["None", "[200, 200]"], ["Allow", "[200, 200]"], ["Require", "[401, 401]"]] as const) {
      await withWindowsHost({ secure: true, inner: `<extendedProtection tokenChecking="${checking}"/>` }, async (host) =>
        assert.deepEqual([await run(host, "yes"), await run(host, "no")], ["[200, 200]", without], checking));
    }
  });
});

describe("python-gssapi, SPNEGO with NTLM, sealed", { skip: debianPackage("python3-gssapi", `${python} -c 'import gssapi'`) || debianPackage("gss-ntlmssp", "dpkg -s gss-ntlmssp") }, () => {
  const program = `
import sys, base64, http.client, struct, gssapi
port, envelope = int(sys.argv[1]), sys.argv[2].encode()
c = http.client.HTTPConnection('localhost', port)
SPNEGO = gssapi.OID.from_int_seq('1.3.6.1.5.5.2')
ctx = gssapi.SecurityContext(name=gssapi.Name('HTTP@localhost', gssapi.NameType.hostbased_service), mech=SPNEGO, usage='initiate',
    flags=[gssapi.RequirementFlag.confidentiality, gssapi.RequirementFlag.integrity])
token = ctx.step()
while True:
    c.request('POST', '/wsman', b'', {'Authorization': 'Negotiate ' + base64.b64encode(token).decode(), 'Content-Length': '0'})
    r = c.getresponse(); r.read()
    back = [v.split(' ')[1] for k, v in r.getheaders() if k.lower() == 'www-authenticate' and ' ' in v]
    token = ctx.step(base64.b64decode(back[0])) if back else None
    if r.status == 200: break
    assert r.status == 401 and token, r.status
assert ctx.complete
B = b'--Encrypted Boundary'
W = b'application/HTTP-SPNEGO-session-encrypted'
for _ in range(3):
    wrapped = ctx.wrap(envelope, True).message
    body = B + b'\\r\\n\\tContent-Type: ' + W + b'\\r\\n\\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\\r\\n' % len(envelope) + B + \\
        b'\\r\\n\\tContent-Type: application/octet-stream\\r\\n' + struct.pack('<i', 16) + wrapped + B + b'--\\r\\n'
    c.request('POST', '/wsman', body, {'Content-Type': 'multipart/encrypted;protocol="%s";boundary="Encrypted Boundary"' % W.decode()})
    r = c.getresponse(); answer = r.read()
    assert r.status == 200, (r.status, answer)
    start = answer.index(b'octet-stream\\r\\n') + 14
    plain = ctx.unwrap(answer[start + 4:-len(B) - 4]).message
    print('served' if b'ProductVendor' in plain else plain)
`;

  it("opens what the host seals, message after message", () => withWindowsHost({}, async (host) => {
    const users = join(folder, "gss-users");
    writeFileSync(users, `DOMAIN:tester:${host.password}\n`);
    const { stdout, stderr } = await runProgram("env", [`NTLM_USER_FILE=${users}`, python, "-c", program, String(host.port), identifyEnvelope]);
    assert.equal(stdout.toString(), "served\nserved\nserved\n", stderr + host.log());
  }));
});

describe("npm's winrm-client with NTLM", { skip: winrmClientLibrary.installation().missing }, () => {
  const plugins = pluginXml("cmd-shell", "%WSMANOR_PLUGINS%/cmd-shell", [["http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd", "Shell", 'SupportsOptions="true"']]);

  it("runs a command", () => withWindowsHost({ allowUnencrypted: true, plugins }, async (host) =>
    assert.equal(await winrmClientLibrary.load().runCommand("echo hello", "127.0.0.1", "DOMAIN\\tester", host.password, host.port), "hello")));
});

describe("connections to a host with NTLM", () => {
  let host: WindowsHost;
  const alice = { user: "alice", password: "a long password" };
  before(async () => {
    host = await startWindowsHost({ accounts: { alice: alice.password, bob: "another" } });
  });
  after(async () => assert.equal(await host.stop(), 0));
  const on = async (work: (connection: NtlmConnection) => Promise<void>): Promise<void> => {
    const connection = await NtlmConnection.open(host.port);
    await work(connection).finally(() => connection.close());
  };

  it("the empty message that ends a login is answered empty; sealed ones follow without Authorization", () => on(async (connection) => {
    const answer = await connection.login(alice);
    assert.deepEqual([answer.status, field(answer, "Content-Length")], [200, "0"]);
    for (let at = 0; at < 3; at++) assert.match((await connection.sealed(identifyEnvelope)).text, product);
    assert.equal((await connection.sealed("<no envelope")).status, 500);
    const clear = await connection.post(identifyEnvelope);
    assert.equal(clear.status, 403);
    assert.match(clear.body.toString(), /sealed messages only/u);
  }));

  it("a clear message that calls itself everybody's gets Identify and nothing else: whoever is on the way could have sent it", () => on(async (connection) => {
    const more = ["WSMANIDENTIFY: unauthenticated"];
    assert.equal((await connection.login(alice)).status, 200);
    const identified = await connection.post(identifyEnvelope, { more });
    assert.equal(identified.status, 200);
    assert.doesNotMatch(identified.body.toString(), /SecurityProfileName/u);
    const got = await connection.post(requestEnvelope(), { more });
    assert.deepEqual([got.status, got.body.length], [401, 0]);
    assert.match((await connection.sealed(identifyEnvelope)).text, /SecurityProfileName/u);
  }));

  it("a second user does not get the connection of the first", () => on(async (connection) => {
    assert.equal((await connection.login(alice)).status, 200);
    assert.equal((await connection.login({ user: "bob", password: "another" })).status, 401);
    assert.equal((await connection.post(identifyEnvelope)).status, 401);
    await until(() => host.log().includes("the connection belongs to another account"));
  }));

  it("an account that is removed is out with the next request, one that gets another password too", () => on(async (connection) => {
    const users = await openUsers(host.state);
    assert.equal((await connection.login({ user: "bob", password: "another" })).status, 200);
    assert.equal((await connection.sealed(identifyEnvelope)).status, 200);
    assert.ok((await users.setPassword("bob", "third", { ntlm: true })).ok);
    assert.equal((await connection.post(identifyEnvelope)).status, 401);
    assert.equal((await connection.login({ user: "bob", password: "third" })).status, 200);
    assert.ok((await users.remove("bob")).ok);
    assert.equal((await connection.post(identifyEnvelope)).status, 401);
  }));

  it("garbled and doubled tokens are refused, and the connection can log in after them", () => on(async (connection) => {
    const challenge = (): Promise<Buffer> => connection.begin(alice);
    for (const authorization of ["NTLM", "NTLM =", "NTLM TlRMTVNTUAAB", "Negotiate YIIB", `NTLM ${"QUFB".repeat(4000)}`, "NTLM AAAA, NTLM AAAA"]) {
      assert.equal((await connection.post("", { authorization })).status, 401, authorization.slice(0, 30));
    }
    await challenge();
    const proof = connection.client!.authenticate(await challenge());
    proof[proof.length - 1]! ^= 1;
    assert.equal((await connection.post("", { authorization: `NTLM ${proof.toString("base64")}` })).status, 401);
    assert.equal((await connection.post("", { authorization: `NTLM ${connection.client!.authenticate(await challenge()).toString("base64")}` })).status, 200);
  }));

  it("clients that leave in the middle of a login leave the host as it was", async () => {
    for (let at = 0; at < 50; at++) {
      const connection = await NtlmConnection.open(host.port);
      const challenge = await connection.begin(alice);
      if (at % 2 === 0) connection.exchange.write(`POST /wsman HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nAuthorization: NTLM ${connection.client!.authenticate(challenge).toString("base64")}\r\n\r\n`);
      connection.close();
    }
    await on(async (connection) => assert.equal((await connection.login(alice)).status, 200));
  });

  it("a reload of the configuration leaves logins as they are", () => on(async (connection) => {
    await connection.login(alice);
    assert.equal((await connection.sealed(identifyEnvelope)).status, 200);
    const file = join(host.config, "applicationHost.config");
    writeFileSync(file, readFileSync(file, "utf8").replace('<basicAuthentication enabled="true"', "$& realm=\"ANEW\""));
    process.kill(host.pid, "SIGHUP");
    const offered = async (): Promise<string> => (await HttpExchange.post(host.urls[0]!, identifyEnvelope, {})).headers.map(([, value]) => value).join(" ");
    while (!(await offered()).includes("ANEW")) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.match((await connection.sealed(identifyEnvelope)).text, product);
  }));

  it("winrm/config says that Negotiate is on, and Kerberos is not", () => on(async (connection) => {
    await connection.login({ user: "tester", password: host.password });
    const get = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><s:Header><a:To>http://localhost/wsman</a:To><a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo><a:MessageID>uuid:1</a:MessageID><a:Action s:mustUnderstand="true">http://schemas.xmlsoap.org/ws/2004/09/transfer/Get</a:Action><w:ResourceURI s:mustUnderstand="true">http://schemas.microsoft.com/wbem/wsman/1/config/service/auth</w:ResourceURI></s:Header><s:Body/></s:Envelope>`;
    const { text } = await connection.sealed(get.replace("config/service/auth", "config"));
    const service = /<\w+:Service>.*<\/\w+:Service>/su.exec(text)?.[0] ?? text;
    assert.match(service, /:Basic>true</u);
    assert.match(service, /:Negotiate>true</u);
    assert.match(service, /:Kerberos>false</u);
  }));
});

describe("many logins", () => {
  ntlmLogins({ logins: 2000, atOnce: 8 });
});
