import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { Agent, request } from "node:https";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import { after, before, describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { sendPlain, soapType } from "../support/plain-request.js";
import { sendRaw } from "../support/raw-socket.js";
import { runCommand } from "../support/command.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";

const forAll = selfSignedCertificate("everybody", { dns: ["localhost"], addresses: ["127.0.0.1"] });
const named = selfSignedCertificate("named", { dns: ["named.test"] });
const wild = selfSignedCertificate("wild", { dns: ["*.wild.test"] });
const passphrase = "open \u00e9 sesame";
const encryptedKey = (type: "pkcs8"): string => createPrivateKey(forAll.key).export({ type, format: "pem", cipher: "aes-256-cbc", passphrase }) as string;

const files = {
  "all.pem": forAll.cert, "all.key": encryptedKey("pkcs8"), passphrase: `${passphrase}\n`,
  "named.pem": named.cert, "named.key": named.key,
  // Certificate and key in one file, as certbot and others leave them.
  "wild.pem": wild.cert + wild.key,
};

const binding = (information: string, more: string): string => `<binding protocol="https" bindingInformation="${information}" ${more}/>`;

describe("https bindings", () => {
  let folder: HostFolder;
  let host: RunningHost;
  let port: number;
  before(async () => {
    folder = makeHostFolder({
      files,
      bindings: [
        '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>',
        binding("127.0.0.1:5986:", 'certificateFile="all.pem" keyFile="all.key" passphraseFile="passphrase"'),
        binding("127.0.0.1:5986:named.test", 'sslFlags="1" certificateFile="named.pem" keyFile="named.key"'),
        binding("127.0.0.1:5986:*.wild.test", 'sslFlags="1" certificateFile="wild.pem"'),
      ].join(""),
    });
    host = await startRunningHost({ config: folder.path });
    port = Number(new URL(host.urls.find((url) => url.startsWith("https:"))!).port);
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    folder.remove();
  });

  /** Shakes hands and tells what was agreed, or the error. */
  const shake = (options: ConnectionOptions): Promise<{ protocol: string | null; name: string } | { error: string }> =>
    new Promise((resolve) => {
      const socket: TLSSocket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...options }, () => {
        resolve({ protocol: socket.getProtocol(), name: String(socket.getPeerCertificate().subject.CN) });
        socket.destroy();
      });
      socket.on("error", (error: NodeJS.ErrnoException) => resolve({ error: error.code ?? error.message }));
    });

  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    it(`speak ${version}`, async () => {
      assert.deepEqual(await shake({ minVersion: version, maxVersion: version }), { protocol: version, name: "everybody" });
    });
  }

  for (const version of ["TLSv1", "TLSv1.1"] as const) {
    it(`refuse ${version}`, async () => {
      const answer = await shake({ minVersion: version, maxVersion: version, ciphers: "DEFAULT@SECLEVEL=0" });
      assert.ok("error" in answer && /PROTOCOL_VERSION|ECONNRESET|UNSUPPORTED/u.test(answer.error), JSON.stringify(answer));
    });
  }

  for (const [servername, name] of [["named.test", "named"], ["NAMED.TEST", "named"], ["one.wild.test", "wild"], ["localhost", "everybody"], ["stranger.test", "everybody"]] as const) {
    it(`show ${servername} the certificate of ${name}`, async () => {
      const answer = await shake({ servername });
      assert.ok("name" in answer && answer.name === name, JSON.stringify(answer));
    });
  }

  it("answer requests, kept alive on one connection, with the identity of each", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
    const sockets = new Set<unknown>();
    const ask = (authorization: string | undefined): Promise<number> =>
      new Promise((resolve, reject) => {
        const outgoing = request({ port, host: "127.0.0.1", path: "/wsman", method: "POST", agent, headers: { ...soapType, ...(authorization === undefined ? {} : { Authorization: authorization }) } }, (answer) => {
          answer.resume();
          answer.on("end", () => resolve(answer.statusCode!));
        });
        outgoing.on("socket", (socket) => sockets.add(socket));
        outgoing.on("error", reject);
        outgoing.end(identifyEnvelope);
      });
    assert.deepEqual([await ask(host.authorization), await ask(undefined), await ask(host.authorization)], [200, 401, 200]);
    assert.equal(sockets.size, 1, "one connection, and nobody is who came before on it");
    agent.destroy();
  });

  it("tell the security profile of https", async () => {
    const answer = await sendPlain(`https://127.0.0.1:${port}/wsman`, { headers: { ...soapType, Authorization: host.authorization }, body: identifyEnvelope });
    assert.match(answer.text, /secprofile\/https\/basic/u);
  });

  it("close on somebody who speaks plain HTTP, and on nonsense", async () => {
    for (const octets of ["GET /livez HTTP/1.1\r\nHost: a\r\n\r\n", "\x16\x03\x01\x00\x05nonsense", "\0"]) {
      const answer = await sendRaw(port, `${octets}${"x".repeat(100)}`, { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[], true]);
    }
    assert.equal((await sendPlain(`https://127.0.0.1:${port}/livez`, { method: "GET" })).status, 200);
  });
});

describe("https bindings that cannot be served", () => {
  const other = selfSignedCertificate("other");
  /** Loses a line in the midst. */
  const cut = (pem: string): string => pem.split("\n").filter((_, index) => index !== 3).join("\n");
  const cases: readonly (readonly [name: string, attributes: string, more: Readonly<Record<string, string>>, says: RegExp])[] = [
    ["a key of another certificate", 'certificateFile="all.pem" keyFile="other.key"', { "other.key": other.key }, /the key in .*other\.key does not belong to the certificate in .*all\.pem/u],
    ["an encrypted key without passphrase", 'certificateFile="all.pem" keyFile="all.key"', {}, /the key in .*all\.key is encrypted\.[\s\S]*passphraseFile="…"/u],
    ["a wrong passphrase", 'certificateFile="all.pem" keyFile="all.key" passphraseFile="wrong"', { wrong: "nonsense" }, /the passphrase in .*wrong does not open the key in .*all\.key/u],
    ["no certificate in the certificate file", 'certificateFile="named.key" keyFile="named.key"', {}, /the certificate file .*named\.key holds no PEM certificate\.[\s\S]*openssl pkcs12/u],
    ["a PKCS #12 file", 'certificateFile="store.pfx"', { "store.pfx": "\u0030\u0082 binary" }, /the certificate file .*store\.pfx holds no PEM certificate\.[\s\S]*openssl pkcs12/u],
    ["no key in the key file", 'certificateFile="all.pem" keyFile="named.pem"', {}, /the key file .*named\.pem holds no PEM private key/u],
    ["a certificate without its key", 'certificateFile="named.pem"', {}, /the key file .*named\.pem holds no PEM private key/u],
    ["a key that was cut", 'certificateFile="other.pem" keyFile="cut.key"', { "other.pem": other.cert, "cut.key": cut(other.key) }, /the key in .*cut\.key is damaged\.[\s\S]*BEGIN line/u],
    ["a certificate that was cut", 'certificateFile="cut.pem" keyFile="other.key"', { "cut.pem": cut(other.cert), "other.key": other.key }, /the certificate in .*cut\.pem cannot be read: a certificate in it is damaged\.[\s\S]*BEGIN line/u],
    ["a chain that was cut", 'certificateFile="chain.pem" keyFile="other.key"', { "chain.pem": `${other.cert}${cut(other.cert)}`, "other.key": other.key }, /the certificate in .*chain\.pem cannot be used for TLS: a certificate in it is damaged\.[\s\S]*BEGIN line/u],
  ];
  for (const [name, attributes, more, says] of cases) {
    it(`${name}: validate names the file, and a start the binding too`, async () => {
      const folder = makeHostFolder({ files: { ...files, ...more }, bindings: binding("127.0.0.1:5986:", attributes) });
      try {
        const validated = await runCommand(["validate", folder.path]);
        assert.equal(validated.status, 2);
        assert.match(validated.stdout + validated.stderr, says);
        assert.doesNotMatch(validated.stdout + validated.stderr, /error:[0-9A-F]{8}|routines|ENOENT|:5986::/u, "no text of OpenSSL's or the system's");
        if (name !== cases[0]![0]) return;
        const started = await runCommand(["serve", "--port", "0", "--config", folder.path, "--state", `${folder.path}/state`]);
        assert.notEqual(started.status, 0);
        assert.match(started.stderr, /The binding https 127\.0\.0\.1:5986 cannot be served: /u);
        assert.match(started.stderr, says);
        assert.doesNotMatch(started.stderr, / {4}at /u, "no stack trace");
      } finally {
        folder.remove();
      }
    });
  }
});

describe("http and https bindings on free ports of one address", () => {
  it("are two sockets, and each speaks its own protocol", async () => {
    const { key, cert } = selfSignedCertificate("localhost", { addresses: ["127.0.0.1"] });
    const folder = makeHostFolder({
      bindings: '<binding protocol="http" bindingInformation="127.0.0.1:0:"/><binding protocol="https" bindingInformation="127.0.0.1:0:" certificateFile="a.pem" keyFile="a.key"/>',
      files: { "a.pem": cert, "a.key": key },
    });
    const host = await startRunningHost({ config: folder.path });
    try {
      const urls = host.urls.filter((url) => new URL(url).pathname === "/wsman").map((url) => new URL(url));
      assert.deepEqual(urls.map(({ protocol }) => protocol), ["http:", "https:"]);
      assert.notEqual(urls[0]!.port, urls[1]!.port);
      for (const url of urls) assert.equal((await sendPlain(url.href, { headers: { ...soapType, Authorization: host.authorization }, body: identifyEnvelope })).status, 200, url.href);
    } finally {
      await host.stop();
      folder.remove();
    }
  });
});
