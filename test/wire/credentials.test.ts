import assert from "node:assert/strict";
import { Agent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { operationMessages, requestEnvelope } from "../support/operation-messages.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { sendPlain, soapType, type PlainAnswer } from "../support/plain-request.js";
import { sendRaw } from "../support/raw-socket.js";
import { runCommand } from "../support/command.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { until } from "../support/until.js";

const basic = (text: string | Buffer): string => `Basic ${Buffer.from(text).toString("base64")}`;
const { key, cert } = selfSignedCertificate("localhost", { addresses: ["127.0.0.1"] });
const soapPaths = ["/wsman", "/other"];
const tricks = [
  "/WSMAN", "/wsman/", "//wsman", "/wsman//", "/wsman/..", "/wsman/../wsman", "/./wsman", "/%77sman", "/wsman%2f", "/wsman%2F..%2Flivez", "/wsman;livez", "/wsman?/livez", "/wsman/livez", "/wsman/../livez",
  "/status", "/STATUS", "/status/", "//status", "/./status", "/%73tatus", "/livez/../status", "/livez/..%2fstatus", "/livez%2f..%2fstatus", "/livez%20", "/livez/", "/LIVEZ", "//livez", "/%2e/livez", "/livez;/status",
  "/readyz/status", "/wsman/../status", "/", "/unknown", "/%2e%2e/%2e%2e/etc/passwd", "/..\\..\\etc\\passwd", "/wsman\\..\\status", "/wsman%5c..", "/wsman%252f", "/\u00ff",
];

describe("credentials", () => {
  let folder: HostFolder;
  let host: RunningHost;
  let origins: readonly string[];
  const agents = { "http:": new Agent({ keepAlive: true, maxSockets: 4 }), "https:": new SecureAgent({ keepAlive: true, maxSockets: 4 }) };
  before(async () => {
    folder = makeHostFolder({
      broken: true, files: { "a.pem": cert + key },
      bindings: '<binding protocol="http" bindingInformation="127.0.0.1:0:"/><binding protocol="https" bindingInformation="127.0.0.1:5986:" certificateFile="a.pem"/>',
    });
    host = await startRunningHost({ config: folder.path });
    origins = [...new Set(host.urls.map((url) => new URL(url).origin))];
    writeFileSync(join(host.state, "other-password"), "another one");
    for (const name of ["plain", "victim"]) await runCommand(["user", "add", name, "--password-file", join(host.state, "other-password"), "--state", host.state]);
    // Who was right once is not held up by the wrong guesses from the same address that follow.
    for (const authorization of [host.authorization, basic("plain:another one")]) assert.equal((await ask(origins[0]!, "/wsman", identifyEnvelope, { Authorization: authorization })).status, 200);
  });
  after(async () => {
    for (const agent of Object.values(agents)) agent.destroy();
    assert.equal(await host.stop(), 0);
    folder.remove();
  });

  const ask = (origin: string, path: string, body: string, headers: Readonly<Record<string, string>>, method = "POST"): Promise<PlainAnswer> =>
    sendPlain(origin, { path, method, body, headers: { ...soapType, ...headers }, agent: agents[new URL(origin).protocol as keyof typeof agents] });

  const wrong: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
    missing: () => ({}),
    "an empty field": () => ({ Authorization: "" }),
    "the scheme alone": () => ({ Authorization: "Basic" }),
    "nothing behind the scheme": () => ({ Authorization: "Basic " }),
    "no base64": () => ({ Authorization: "Basic !!!!" }),
    "base64 with something behind it": () => ({ Authorization: `${host.authorization} x` }),
    "right ones with a comma and others": () => ({ Authorization: `Basic eDp5, ${host.authorization}` }),
    "no colon": () => ({ Authorization: basic("tester") }),
    "no name": () => ({ Authorization: basic(`:${host.password}`) }),
    "no name and no password": () => ({ Authorization: basic(":") }),
    "no password": () => ({ Authorization: basic("victim:") }),
    "a wrong password": () => ({ Authorization: basic("victim:wrong") }),
    "an account nobody has": () => ({ Authorization: basic("nobody:anything") }),
    "an account of JavaScript's": () => ({ Authorization: basic("__proto__:constructor") }),
    "a NUL behind the name": () => ({ Authorization: basic(`tester\0:${host.password}`) }),
    "a line end behind the password": () => ({ Authorization: basic(`tester:${host.password}\n`) }),
    "Latin-1": () => ({ Authorization: basic(Buffer.from("t\u00e9ster:x", "latin1")) }),
    "too much": () => ({ Authorization: basic(`tester:${"x".repeat(8000)}`) }),
    "a scheme that is not offered": () => ({ Authorization: "Bearer eyJhbGciOiJub25lIn0.e30." }),
    "an NTLM message": () => ({ Authorization: "Negotiate TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKALpHAAAADw==" }),
    "right ones in other fields": () => ({ "Proxy-Authorization": host.authorization, "X-Authorization": host.authorization, Cookie: `Authorization=${host.authorization}` }),
    "a forwarded name": () => ({ "X-Forwarded-User": "tester", "X-Remote-User": "tester", "X-IIS-WindowsAuthToken": "4", "MS-ASPNETCORE-WINAUTHTOKEN": "4", "X-ARR-ClientCert": "MIIB" }),
  };

  for (const [name, headers] of Object.entries(wrong)) {
    it(`${name}: 401 for every operation of every application on every listener, and no plug-in is entered`, async () => {
      for (const origin of origins) {
        for (const path of soapPaths) {
          const answers = await Promise.all(Object.entries(operationMessages).map(async ([operation, message]) => [operation, await ask(origin, path, message, headers())] as const));
          for (const [operation, answer] of answers) {
            assert.deepEqual([answer.status, answer.headers["www-authenticate"], answer.text], [401, 'Basic realm="WSMAN"', ""], `${origin}${path} ${operation}`);
          }
        }
        for (const path of ["/status", "/unknown"]) assert.equal((await ask(origin, path, "", headers(), "GET")).status, 401);
      }
      assert.deepEqual(folder.entries(), []);
    });
  }

  it("are not asked for by an application whose configuration cannot be read: everybody gets its fault, and no plug-in is entered", async () => {
    for (const headers of [{}, { Authorization: basic("victim:wrong") }, { Authorization: host.authorization }, { WSMANIDENTIFY: "unauthenticated" }]) {
      for (const [operation, message] of Object.entries(operationMessages)) {
        const answer = await ask(origins[0]!, "/broken", message, headers);
        assert.equal(answer.status, 500, operation);
        assert.match(answer.text, /<f:WSManFault [^>]*Code="2150859155"/u);
      }
    }
    assert.deepEqual(folder.entries(), []);
  });

  it("two Authorization fields: 400 and closed, whichever comes first", async () => {
    for (const pair of [[host.authorization, basic("a:b")], [basic("a:b"), host.authorization], [host.authorization, host.authorization]]) {
      const message = requestEnvelope();
      const fields = pair.map((value) => `Authorization: ${value}\r\n`).join("");
      const answer = await sendRaw(host.port, `POST /wsman HTTP/1.1\r\nHost: a\r\n${fields}Content-Type: application/soap+xml\r\nContent-Length: ${message.length}\r\n\r\n${message}`, { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[400], true]);
    }
    assert.deepEqual(folder.entries(), []);
  });

  for (const method of ["GET", "POST"]) {
    for (const path of tricks) {
      it(`${method} ${path} without credentials shows nothing and enters nothing`, async () => {
        for (const headers of ["", "WSMANIDENTIFY: unauthenticated\r\n"]) {
          const message = method === "GET" ? "" : requestEnvelope();
          const answer = await sendRaw(host.port, [Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}Content-Type: application/soap+xml\r\nContent-Length: ${message.length}\r\n\r\n${message}`, "latin1")], { closes: true });
          assert.equal(answer.statuses.length, 1, answer.text);
          assert.ok([400, 401, 404, ...(headers === "" ? [] : [405])].includes(answer.statuses[0]!), answer.text);
          assert.doesNotMatch(answer.text, /startedAt|applications|Envelope|status"/u);
        }
        assert.deepEqual(folder.entries(), []);
      });
    }
  }

  describe("that a client says it has none of (WSMANIDENTIFY: unauthenticated)", () => {
    const anonymous = { WSMANIDENTIFY: "unauthenticated" };

    it("are not needed for Identify, which then tells no version and no security profile", async () => {
      for (const origin of origins) {
        const answer = await ask(origin, "/wsman", identifyEnvelope, anonymous);
        assert.equal(answer.status, 200);
        assert.match(answer.text, /<wsmid:ProductVersion>OS: 0\.0\.0 SP: 0\.0 Stack: 3\.0<\/wsmid:ProductVersion>/u);
        assert.doesNotMatch(answer.text, /SecurityProfile/u);
        const known = await ask(origin, "/wsman", identifyEnvelope, { Authorization: host.authorization });
        assert.doesNotMatch(known.text, /OS: 0\.0\.0/u);
      }
    });

    for (const [operation, message] of Object.entries(operationMessages).filter(([name]) => name !== "Identify")) {
      it(`are needed for ${operation}`, async () => {
        for (const origin of origins) {
          for (const path of soapPaths) assert.equal((await ask(origin, path, message, anonymous)).status, 401);
        }
        assert.deepEqual(folder.entries(), []);
      });
    }

    it("are needed for what only looks like Identify", async () => {
      const second = identifyEnvelope.replace("<i:Identify/>", '<x xmlns="urn:x"/><i:Identify/>');
      const get = requestEnvelope({ body: '<i:Identify xmlns:i="urn:other"/>' });
      for (const message of [second, get, "", "<x/>", identifyEnvelope.slice(0, -5)]) assert.equal((await ask(origins[0]!, "/wsman", message, anonymous)).status, 401, message);
      assert.equal((await ask(origins[0]!, "/status", "", anonymous, "GET")).status, 401);
    });

    it("are needed for other words in the field, and wrong ones are not forgiven", async () => {
      for (const word of ["authenticated", "", "true", "unauthenticated, unauthenticated"]) assert.equal((await ask(origins[0]!, "/wsman", identifyEnvelope, { WSMANIDENTIFY: word })).status, 401, word);
      assert.equal((await ask(origins[0]!, "/wsman", identifyEnvelope, { ...anonymous, Authorization: "Basic !" })).status, 401);
    });

    it("do not make a stranger's message larger than 16 KiB", async () => {
      assert.equal((await ask(origins[0]!, "/wsman", identifyEnvelope.padEnd(16_384), anonymous)).status, 200);
      assert.equal((await ask(origins[0]!, "/wsman", identifyEnvelope.padEnd(16_385), anonymous)).status, 413);
    });
  });

  it("with a body that comes only after 100 Continue are asked for before it", async () => {
    const answer = await sendRaw(host.port, "POST /wsman HTTP/1.1\r\nHost: a\r\nContent-Type: application/soap+xml\r\nContent-Length: 100000\r\nExpect: 100-continue\r\n\r\n");
    assert.deepEqual(answer.statuses, [401]);
  });

  it("are asked for on the same connection, whose body was let through", async () => {
    const message = identifyEnvelope.padEnd(300_000);
    const head = (more: string, length: number): string => `POST /wsman HTTP/1.1\r\nHost: a\r\n${more}Content-Type: application/soap+xml\r\nContent-Length: ${length}\r\n\r\n`;
    const answer = await sendRaw(host.port, [head("", message.length) + message, head(`Authorization: ${host.authorization}\r\n`, identifyEnvelope.length) + identifyEnvelope], { answers: 2 });
    assert.deepEqual(answer.statuses, [401, 200]);
  });

  it("of somebody else let nobody see the status", async () => {
    const plain = { Authorization: basic("plain:another one") };
    for (const origin of origins) {
      assert.equal((await ask(origin, "/wsman", identifyEnvelope, plain)).status, 200);
      const denied = await ask(origin, "/status", "", plain, "GET");
      assert.equal(denied.status, 403);
      assert.doesNotMatch(denied.text, /startedAt|urls/u);
    }
  });

  it("and what was in the bodies stand nowhere in the log", async () => {
    await until(() => host.log().includes("authentication refused"));
    for (const secret of [host.password, "another one", host.authorization.slice(6), "uuid:1</a:MessageID>"]) assert.ok(!host.log().includes(secret), secret);
  });
});
