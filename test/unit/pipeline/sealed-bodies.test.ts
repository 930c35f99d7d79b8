import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostConnection, HostResponse } from "../../../src/base/host-message.js";
import { readSealedBody, readSealedType, writeSealedBody } from "../../../src/protocol/auth/sealed-body.js";
import type { HttpContext } from "../../../src/sdk/http-context.js";
import { RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_FINISH_REQUEST, type ModuleNotification } from "../../../src/sdk/request-notification.js";
import { ModuleChain } from "../../../src/pipeline/modules/module-chain.js";
import type { NtlmClient } from "../../support/ntlm-client.js";
import { connectionOf, kerberos, NegotiateFixture } from "../../support/negotiate-fixture.js";
import { opened, sealed, soap, typeOf, word } from "../../support/sealed-messages.js";

const other = "application/HTTP-Kerberos-session-encrypted";

const strict = { allowUnencrypted: false } as const;

async function loggedIn(fixture: NegotiateFixture, connection: HostConnection = connectionOf()): Promise<{ readonly client: NtlmClient; readonly connection: HostConnection }> {
  return { client: (await fixture.login(connection)).client, connection };
}

describe("sealed bodies", () => {
  it("are opened in front of the application and answered sealed, again and again, with both words, with TABs and without", async () => {
    const fixture = new NegotiateFixture({}, strict);
    const { client, connection } = await loggedIn(fixture);
    for (const [protocol, shape] of [[word, (body: Buffer) => body], [other, (body: Buffer) => body], [word, withoutTabs]] as const) {
      const answer = await fixture.ask(connection, { headers: typeOf(protocol), body: shape(sealed(client, `<a>${protocol}</a>`, protocol)) });
      assert.deepEqual([answer.status, opened(client, answer)], [200, { type: "text/plain", text: "answer" }]);
      assert.ok(answer.headers.some(([, value]) => value.includes(protocol)));
      assert.deepEqual(fixture.served.at(-1), { user: "alice", type: soap, body: `<a>${protocol}</a>` });
    }
  });

  it("are cut by lengths: ciphertext may look like the boundary", () => {
    const data = Buffer.from("--Encrypted Boundary--\r\n--Encrypted Boundary\r\n\r\n");
    const type = readSealedType(typeOf()["content-type"]!);
    assert.ok(typeof type === "object");
    const body = writeSealedBody(word, soap, data.length, { header: Buffer.from("--Encrypted Boun"), data });
    const read = readSealedBody(body, type);
    assert.ok(read.ok);
    assert.deepEqual([Buffer.from(read.value.data).toString(), Buffer.from(read.value.signature).toString(), read.value.type], [data.toString(), "--Encrypted Boun", soap]);
  });

  it("faults are sealed too, and so is what fails; an answer without a body stays so", async () => {
    let response: HostResponse = { status: 500, headers: [["Content-Type", soap]], body: "<Fault/>" };
    const fixture = new NegotiateFixture({}, strict, () => response);
    const { client, connection } = await loggedIn(fixture);
    const fault = await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") });
    assert.deepEqual([fault.status, opened(client, fault)], [500, { type: soap, text: "<Fault/>" }]);
    response = { status: 405, headers: [["Allow", "POST"]] };
    assert.deepEqual(await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") }), response);
    response = { status: 200, headers: [], native: () => undefined };
    assert.equal((await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") })).status, 500);
  });

  it("what an HTTP module answers in the application's place is sealed too, and no clear body comes in by it", async () => {
    for (const at of ["authorizeRequest", "executeRequestHandler"] as const) {
      const onNotification = (context: HttpContext): number => {
        context.getResponse().setHeader("Set-Cookie", "a=b");
        context.getResponse().setHeader("Content-Type", "text/html");
        context.getResponse().writeEntityChunks("secret");
        context.setRequestHandled();
        return at === "authorizeRequest" ? RQ_NOTIFICATION_FINISH_REQUEST : RQ_NOTIFICATION_CONTINUE;
      };
      const fixture = new NegotiateFixture({}, strict, undefined, oneModule(at, onNotification));
      const { client, connection } = await loggedIn(fixture);
      for (const text of ["<x/>", "<y/>"]) {
        const answer = await fixture.ask(connection, { headers: typeOf(), body: sealed(client, text) });
        assert.deepEqual(opened(client, answer), { type: "text/html", text: "secret" });
        assert.deepEqual(answer.headers.filter(([name]) => name === "Set-Cookie"), [["Set-Cookie", "a=b"]]);
      }
      const clear = await fixture.ask(connection);
      assert.deepEqual([clear.status, String(clear.body).includes("secret")], [403, false]);
      const secure = await loggedIn(fixture, connectionOf({ secure: true }));
      assert.equal(String((await fixture.ask(secure.connection)).body), "secret");
      assert.equal(fixture.served.length, 0);
    }
  });

  it("what an HTTP module writes behind the application is sealed with its answer, and so is what takes the answer's place", async () => {
    for (const at of ["postExecuteRequestHandler", "logRequest", "endRequest", "postEndRequest"] as const) {
      for (const replaces of [false, true]) {
        const chain = oneModule(at, (context) => {
          if (context.getResponse().getStatus().status !== 200) return RQ_NOTIFICATION_CONTINUE;
          if (replaces) context.getResponse().clear();
          context.getResponse().setHeader("Content-Type", "text/html");
          context.getResponse().writeEntityChunks("secret");
          return RQ_NOTIFICATION_CONTINUE;
        });
        const fixture = new NegotiateFixture({}, strict, undefined, chain);
        const { client, connection } = await loggedIn(fixture);
        for (const text of ["<x/>", "<y/>"]) {
          const answer = await fixture.ask(connection, { headers: typeOf(), body: sealed(client, text) });
          assert.deepEqual(opened(client, answer), { type: "text/html", text: replaces ? "secret" : "answersecret" }, at);
        }
        assert.deepEqual(fixture.served.map(({ body }) => body), ["<x/>", "<y/>"]);
      }
    }
  });

  it("HTTP modules read them opened, and a module that fails is answered sealed", async () => {
    const read: string[] = [];
    const chain = oneModule("authorizeRequest", async (context) => {
      const request = context.getRequest();
      const { bytes } = await request.readEntityBody(100);
      read.push(`${request.getHeader("Content-Type") ?? ""} ${Buffer.from(bytes).toString()}`);
      if (read.length === 2) throw new Error("on purpose");
      request.insertEntityBody(bytes);
      return RQ_NOTIFICATION_CONTINUE;
    });
    const fixture = new NegotiateFixture({}, strict, undefined, chain);
    const connection = connectionOf();
    const { client } = await fixture.login(connection, undefined, "NTLM", { body: "" });
    assert.deepEqual(read, ["application/soap+xml;charset=UTF-8 "]);
    const failed = await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") });
    assert.deepEqual([failed.status, read[1]], [500, `${soap} <x/>`]);
    if (failed.body !== undefined && failed.body.length > 0) opened(client, failed);
    const answer = await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<y/>") });
    assert.deepEqual([opened(client, answer).text, fixture.served.at(-1)?.body], ["answer", "<y/>"]);
  });

  it("whom the authorization section refuses keeps his login: the message is opened all the same", async () => {
    const place = { file: "web.config", line: 1, column: 1 };
    const rule = { users: ["*"], roles: [], verbs: ["POST"], place };
    const fixture = new NegotiateFixture({}, strict, undefined, undefined, { authorization: { deny: [rule], allow: [{ ...rule, verbs: [] }], machineName: "host" } });
    const connection = connectionOf();
    const { client } = await loggedIn(fixture, connection);
    for (const text of ["<x/>", "<y/>"]) {
      const refused = await fixture.ask(connection, { headers: typeOf(), body: sealed(client, text) });
      assert.deepEqual([refused.status, refused.close], [403, undefined]);
      if (refused.body !== undefined) opened(client, refused);
    }
    const answer = await fixture.ask(connection, { method: "PUT", headers: typeOf(), body: sealed(client, "<z/>") });
    assert.equal(opened(client, answer).text, "answer");
    assert.deepEqual(fixture.served.map(({ body }) => body), ["<z/>"]);
  });

  it("refused before anybody could open them they end the connection, which no longer counts like its client", async () => {
    const fixture = new NegotiateFixture({}, strict, undefined, undefined, { tls: { ssl: true, ssl128: false, negotiateCertificate: false, requireCertificate: false, uploadReadAheadSize: 0 } });
    const answer = await fixture.ask(connectionOf(), { headers: typeOf(), body: "anything" });
    assert.deepEqual([answer.status, answer.close], [403, true]);
    const clear = await fixture.ask(connectionOf());
    assert.deepEqual([clear.status, clear.close], [403, undefined]);
  });

  it("an answer to a client that has gone meanwhile is not sealed, nor sent in clear", async () => {
    const connection = connectionOf();
    const fixture = new NegotiateFixture({}, strict, () => {
      connection.close();
      return { status: 200, headers: [], body: "secret" };
    });
    const { client } = await loggedIn(fixture, connection);
    assert.deepEqual(await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") }), { status: 500, headers: [], close: true });
    assert.ok(fixture.lines.some(({ fields }) => fields["reason"] === "the login that the message belongs to is over"));
  });

  it("clear bodies over HTTP are refused after a good login, on this machine too; not over TLS, nor with allowUnencrypted, nor what is everybody's", async () => {
    const tls = { protocol: "TLSv1.3", cipher: "", keyBits: 256, serverName: undefined, channelBinding: undefined };
    const status = async (facts: Partial<HostConnection>, authentication = {}, headers = {}): Promise<number> => {
      const fixture = new NegotiateFixture({}, { ...strict, ...authentication });
      const { connection } = await loggedIn(fixture, connectionOf(facts));
      return (await fixture.ask(connection, { headers })).status;
    };
    assert.equal(await status({}), 403);
    assert.equal(await status({ loopback: true }), 403);
    assert.equal(await status({ secure: true, tls }), 200);
    assert.equal(await status({}, { allowUnencrypted: true }), 200);
    assert.equal(await status({}, {}, { "x-anybody": "1" }), 200);
    assert.equal(await status({}, { messageEncryption: { mode: "iis", limit: 2000 } }), 200);
    const fixture = new NegotiateFixture({}, strict);
    const { answer } = await fixture.login(connectionOf(), undefined, "NTLM", { body: "<clear/>" });
    assert.deepEqual([answer.status, fixture.served.length], [403, 0]);
    assert.match(String(answer.body), /sealed messages only/u);
    // Kerberos without a key to seal with has no other way than TLS.
    assert.equal((await fixture.ask(connectionOf(), { token: kerberos("alice@REALM") })).status, 403);
  });

  it("what came in clear as everybody's is nobody's, whoever has logged in on the connection: not to the application, and not to HTTP modules", async () => {
    const users: (string | undefined)[] = [];
    const chain = oneModule("authorizeRequest", (context) => {
      users.push(context.getUser()?.getUserName());
      return RQ_NOTIFICATION_CONTINUE;
    });
    for (const modules of [undefined, chain]) {
      const fixture = new NegotiateFixture({}, strict, undefined, modules);
      const { client, connection } = await loggedIn(fixture);
      assert.equal((await fixture.ask(connection, { headers: { "x-anybody": "1" }, body: "<clear/>" })).status, 200);
      await fixture.ask(connection, { headers: { ...typeOf(), "x-anybody": "1" }, body: sealed(client, "<x/>") });
      assert.deepEqual(fixture.served.map(({ user }) => user), ["", "alice"]);
    }
    assert.deepEqual(users.slice(-2), [undefined, "alice"]);
    const late = oneModule("preExecuteRequestHandler", (context) => {
      context.getRequest().setHeader("X-Anybody", "1");
      return RQ_NOTIFICATION_CONTINUE;
    });
    const fixture = new NegotiateFixture({}, strict, undefined, late);
    assert.deepEqual([(await fixture.ask((await loggedIn(fixture)).connection)).status, fixture.served.length], [403, 0]);
  });

  it("are opened on TLS connections as well, when a client seals there", async () => {
    const fixture = new NegotiateFixture({}, strict);
    const { client, connection } = await loggedIn(fixture, connectionOf({ secure: true, tls: { protocol: "", cipher: "", keyBits: 256, serverName: undefined, channelBinding: undefined } }));
    assert.equal(opened(client, await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") })).text, "answer");
    const clear = await fixture.ask(connection);
    assert.deepEqual([clear.status, clear.body], [200, "answer"]);
  });

  it("a host in IIS's place refuses them in words", async () => {
    const fixture = new NegotiateFixture({}, { messageEncryption: { mode: "iis", limit: 2000 } });
    const { client, connection } = await loggedIn(fixture);
    const answer = await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") });
    assert.equal(answer.status, 415);
    assert.match(String(answer.body), /takes no sealed messages/u);
    assert.equal(fixture.served.length, 0);
    assert.ok(fixture.lines.some(({ fields }) => String(fields["reason"]).includes('messageEncryption="iis"')));
  });

  it("what was changed, repeated, cut or is too long reaches no application, and ends the login", async () => {
    const spoiled: readonly (readonly [name: string, change: (body: Buffer) => Buffer, status: number, out: boolean])[] = [
      ["changed", (body) => (body.writeUInt8(body[body.length - 30]! ^ 1, body.length - 30), body), 400, true],
      ["another signature", (body) => (body.fill(9, body.indexOf("octet-stream") + 22, body.indexOf("octet-stream") + 26), body), 400, true],
      ["cut", (body) => body.subarray(0, -30), 400, false],
      ["longer", (body) => Buffer.concat([body, Buffer.from("more")]), 400, false],
      ["another length", (body) => Buffer.from(body.toString("latin1").replace("Length=4", "Length=3"), "latin1"), 400, false],
      ["a signature without end", (body) => (body.writeUInt32LE(0xffffffff, body.indexOf("octet-stream") + 14), body), 400, false],
      ["empty", () => Buffer.alloc(0), 400, false],
      ["far too long", () => Buffer.alloc(7000), 413, false],
    ];
    for (const [name, change, status, out] of spoiled) {
      const fixture = new NegotiateFixture({}, strict);
      const { client, connection } = await loggedIn(fixture);
      const answer = await fixture.ask(connection, { headers: typeOf(), body: change(sealed(client, "<x/>")) });
      assert.deepEqual([answer.status, fixture.served.length], [status, 0], name);
      if (out) assert.equal((await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") })).status, 401, name);
    }
    const fixture = new NegotiateFixture({}, strict);
    const { client, connection } = await loggedIn(fixture);
    const once = sealed(client, "<x/>");
    assert.equal((await fixture.ask(connection, { headers: typeOf(), body: once })).status, 200);
    assert.equal((await fixture.ask(connection, { headers: typeOf(), body: once })).status, 400);
    // What fits sealed may be too much for the application all the same.
    const long = new NegotiateFixture({}, strict);
    const { client: writer, connection: on } = await loggedIn(long);
    await long.ask(on, { headers: typeOf(), body: sealed(writer, "x".repeat(1001)) });
    assert.equal(long.served[0]?.body, "tooLarge");
  });

  it("nobody opens them without a login, or for somebody else's connection", async () => {
    const fixture = new NegotiateFixture({}, strict);
    const { client } = await loggedIn(fixture);
    assert.equal((await fixture.ask(connectionOf(), { headers: typeOf(), body: sealed(client, "<x/>") })).status, 401);
    const { connection } = await loggedIn(fixture, connectionOf());
    assert.equal((await fixture.ask(connection, { headers: typeOf(), body: sealed(client, "<x/>") })).status, 400);
    for (const type of ['multipart/encrypted;protocol="application/HTTP-CredSSP-session-encrypted";boundary="Encrypted Boundary"', 'multipart/x-multi-encrypted;protocol="x";boundary="b"', "multipart/encrypted"]) {
      const { connection: on, client: own } = await loggedIn(fixture, connectionOf());
      assert.equal((await fixture.ask(on, { headers: { "content-type": type }, body: sealed(own, "<x/>") })).status, 415);
    }
    assert.equal(fixture.served.length, 0);
  });
});

/** A chain of one module with one handler. */
function oneModule(at: ModuleNotification, handle: (context: HttpContext) => number | Promise<number>): ModuleChain {
  const registered = { name: "m", notifications: [at], priorities: new Map(), getHttpModule: () => ({ [`on${at[0]!.toUpperCase()}${at.slice(1)}`]: handle }) };
  return new ModuleChain([registered], { notification: 60_000, preload: 100, entity: 1000 }, async () => undefined);
}

function withoutTabs(body: Buffer): Buffer {
  const start = body.indexOf("octet-stream") + 14;
  return Buffer.concat([Buffer.from(body.subarray(0, start).toString("latin1").replaceAll("\t", ""), "latin1"), body.subarray(start)]);
}
