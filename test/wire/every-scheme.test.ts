import assert from "node:assert/strict";
import { Agent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { operationMessages } from "../support/operation-messages.js";
import { sendPlain, soapType, type PlainAnswer } from "../support/plain-request.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";

const { key, cert } = selfSignedCertificate("localhost", { addresses: ["127.0.0.1"] });
const stranger = selfSignedCertificate("stranger");
const mutual = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

/** How clients come in: the binding, and whether they bring a certificate that nobody has mapped. */
const listeners = [
  { name: "http", binding: '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>' },
  { name: "https", binding: '<binding protocol="https" bindingInformation="127.0.0.1:5986:" certificateFile="a.pem"/>' },
  { name: "https, certificate late", binding: '<binding protocol="https" bindingInformation="127.0.0.1:5987:" certificateFile="a.pem" clientCertificate="late"/>' },
  { name: "https, TLS 1.2, certificate late", binding: '<binding protocol="https" bindingInformation="127.0.0.1:5988:" certificateFile="a.pem" clientCertificate="lateStrict"/>' },
  { name: "https, certificate at the handshake", binding: '<binding protocol="https" bindingInformation="127.0.0.1:5989:" certificateFile="a.pem" clientCertificate="handshake"/>' },
  { name: "behind a proxy", binding: '<binding protocol="http" bindingInformation="127.0.0.1:5990:"><proxy kind="nginx"/></binding>' },
] as const;

const schemes = ["Basic", "Negotiate", "NTLM", "Kerberos", mutual] as const;

/** What IIS's sections say when everything is on. */
const security = `<security><authentication><anonymousAuthentication enabled="false"/><basicAuthentication enabled="true"/>
  <windowsAuthentication enabled="true"><providers><clear/><add value="Negotiate"/><add value="NTLM"/><add value="Negotiate:Kerberos"/></providers></windowsAuthentication>
  <iisClientCertificateMappingAuthentication enabled="true"><manyToOneMappings>
    <add name="nobody" userName="tester"><rules><add certificateField="Subject" certificateSubField="CN" matchCriteria="somebody else"/></rules></add>
  </manyToOneMappings></iisClientCertificateMappingAuthentication></authentication></security>`;
const declared = ["windowsAuthentication", "iisClientCertificateMappingAuthentication"].map((name) => `<section name="${name}" overrideModeDefault="Deny"/>`);

const base64 = (octets: Uint8Array | string): string => Buffer.from(octets).toString("base64");
/** MS-NLMP 2.2.1.1 with usual flags. */
const negotiateMessage = Buffer.from("4e544c4d53535000010000000782086000000000000000000000000000000000", "hex");

/** MS-NLMP 2.2.1.3 that claims to be the administrator, with a response that nobody computed. */
function forgedMessage(): Buffer {
  const fields = [Buffer.alloc(24), Buffer.alloc(60, 7), Buffer.from("HOST", "utf16le"), Buffer.from("tester", "utf16le"), Buffer.from("PC", "utf16le"), Buffer.alloc(0)];
  const head = Buffer.alloc(12 + fields.length * 8 + 4 + 8 + 16);
  head.write("NTLMSSP\0", "latin1");
  head.writeUInt32LE(3, 8);
  let offset = head.length;
  fields.forEach((field, index) => {
    head.writeUInt16LE(field.length, 12 + index * 8);
    head.writeUInt16LE(field.length, 14 + index * 8);
    head.writeUInt32LE(offset, 16 + index * 8);
    offset += field.length;
  });
  head.writeUInt32LE(0x60088205, 60);
  return Buffer.concat([head, ...fields]);
}

/** Field values that let nobody in, by what is wrong with them. */
const wrong: Readonly<Record<string, (scheme: string) => readonly string[]>> = {
  "nothing behind the scheme": (scheme) => [scheme],
  "a blank behind the scheme": (scheme) => [`${scheme} `],
  "no base64": (scheme) => [`${scheme} !!!!`],
  "base64 of anything": (scheme) => [`${scheme} ${base64("anything at all")}`],
  "half a token": (scheme) => [`${scheme} ${base64(negotiateMessage.subarray(0, 11))}`],
  "a token that claims to be longer than it is": (scheme) => [`${scheme} ${base64(Buffer.from("6084ffffffff0606", "hex"))}`],
  "two in one field": (scheme) => [`${scheme} ${base64(negotiateMessage)}, ${scheme} ${base64(negotiateMessage)}`],
  "the first message alone": (scheme) => [`${scheme} ${base64(negotiateMessage)}`],
  "the last message without the first": (scheme) => [`${scheme} ${base64(forgedMessage())}`],
  "a forged last message": (scheme) => [`${scheme} ${base64(negotiateMessage)}`, `${scheme} ${base64(forgedMessage())}`],
  "the right password in clear": (scheme) => [scheme === "Basic" ? "Basic dGVzdGVyOndyb25n" : `${scheme} ${base64("tester:correct horse battery")}`],
};

describe("every scheme on every listener", () => {
  let folder: HostFolder;
  let host: RunningHost;
  before(async () => {
    folder = makeHostFolder({ files: { "a.pem": cert + key }, bindings: listeners.map(({ binding }) => binding).join("") });
    const file = join(folder.path, "applicationHost.config");
    const text = readFileSync(file, "utf8").replace(/<security>.*<\/security>/su, security);
    writeFileSync(file, declared.reduce((now, section) => (now.includes(section.split('"')[1]!.concat('" override')) ? now : now.replace('<sectionGroup name="authentication">', `$&${section}`)), text));
    host = await startRunningHost({ config: folder.path });
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    folder.remove();
  });

  const originOf = (index: number): string => [...new Set(host.urls.map((url) => new URL(url).origin))][index]!;

  /** Sends the values one after the other on one connection. @returns the last answer */
  async function ask(origin: string, message: string, values: readonly string[], agent: Agent): Promise<PlainAnswer> {
    let answer: PlainAnswer | undefined;
    for (const value of values.length === 0 ? [undefined] : values) answer = await sendPlain(origin, { path: "/wsman", body: message, agent, headers: { ...soapType, ...(value === undefined ? {} : { Authorization: value }) } });
    return answer!;
  }

  async function refusesAll(origin: string, values: readonly string[]): Promise<void> {
    const options = { keepAlive: true, maxSockets: 1 };
    for (const certificate of origin.startsWith("https:") ? [undefined, stranger] : [undefined]) {
      await Promise.all(Object.entries(operationMessages).map(async ([operation, message]) => {
        const agent = origin.startsWith("https:") ? new SecureAgent({ ...options, ...certificate }) : new Agent(options);
        const answer = await ask(origin, message, values, agent).finally(() => agent.destroy());
        // A certificate that is missing, or is nobody's, is what IIS has 403.7 and 403.16 for: it can be asked for no further.
        const expected = values[0]?.startsWith(mutual) === true && answer.status === 403 ? 403 : 401;
        assert.deepEqual([answer.status, answer.text], [expected, ""], `${origin} ${operation} ${values.join(" then ")}`);
      }));
    }
  }

  listeners.forEach(({ name }, index) => {
    describe(name, () => {
      it("nothing at all: 401 for every operation, and no plug-in is entered", async () => {
        await refusesAll(originOf(index), []);
        assert.deepEqual(folder.entries(), []);
      });
      for (const scheme of schemes) {
        it(`${scheme}: nothing that is wrong lets anybody in, and no plug-in is entered`, async () => {
          for (const values of Object.values(wrong)) await refusesAll(originOf(index), values(scheme));
          assert.deepEqual(folder.entries(), []);
        });
        it(`${scheme} in two fields: refused, whichever comes first`, async () => {
          const origin = originOf(index);
          const pair = [`${scheme} ${base64(negotiateMessage)}`, host.authorization];
          for (const values of [pair, [...pair].reverse()]) {
            const agent = origin.startsWith("https:") ? new SecureAgent() : new Agent();
            const answer = await sendPlain(origin, { path: "/wsman", body: operationMessages["Get"]!, agent, headers: { ...soapType, Authorization: values } });
            assert.equal(answer.status, 400);
          }
          assert.deepEqual(folder.entries(), []);
        });
      }
      it("the right ones are let in: what is counted is counted", async () => {
        const before = folder.entries().length;
        const agent = originOf(index).startsWith("https:") ? new SecureAgent() : new Agent();
        const answer = await ask(originOf(index), operationMessages["Get"]!, [host.authorization], agent);
        assert.equal(answer.status === 200, folder.entries().length === before + 1, answer.text);
        assert.equal(answer.status, name === "behind a proxy" ? 401 : 200);
        // Passwords in clear come over a proxy from who knows where.
        assert.equal(folder.entries().length, name === "behind a proxy" ? before : before + 1);
        if (folder.entries().length > 0) writeFileSync(join(folder.path, "counted"), "");
      });
    });
  });
});
