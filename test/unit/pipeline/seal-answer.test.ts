import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostConnection, HostResponse } from "../../../src/base/host-message.js";
import type { HttpContext } from "../../../src/sdk/http-context.js";
import { RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_FINISH_REQUEST, type ModuleNotification } from "../../../src/sdk/request-notification.js";
import type { ApplicationGuards } from "../../../src/pipeline/application-guards.js";
import type { ApplicationAuthentication } from "../../../src/pipeline/authentication-scheme.js";
import { ModuleChain } from "../../../src/pipeline/modules/module-chain.js";
import type { NtlmClient } from "../../support/ntlm-client.js";
import { connectionOf, NegotiateFixture } from "../../support/negotiate-fixture.js";
import { opened, sealed, typeOf } from "../../support/sealed-messages.js";

const strict = { allowUnencrypted: false } as const;
const secret = "what nobody may read";

/** A chain of one module that does something at each of the notifications. */
function moduleAt(notifications: readonly ModuleNotification[], run: (context: HttpContext) => number): ModuleChain {
  const handlers = Object.fromEntries(notifications.map((at) => [`on${at[0]!.toUpperCase()}${at.slice(1)}`, run]));
  return new ModuleChain([{ name: "m", notifications, priorities: new Map(), getHttpModule: () => handlers }], { notification: 60_000, preload: 100, entity: 1000 }, async () => undefined);
}

/** Leaves the messages of a login alone. */
const onSealed = (run: (context: HttpContext) => number) => (context: HttpContext): number => (context.getRequest().getHeader("X-Sealed") !== undefined ? run(context) : RQ_NOTIFICATION_CONTINUE);

const ask = (fixture: NegotiateFixture, connection: HostConnection, client: NtlmClient, text = "<x/>"): Promise<HostResponse> => fixture.ask(connection, { headers: { ...typeOf(), "x-sealed": "1" }, body: sealed(client, text) });
const everybody = { users: ["*"], roles: [], place: { file: "web.config", line: 1, column: 1 } } as const;
const hasSecret = ({ body }: HostResponse): boolean => Buffer.from(body ?? "").includes(secret);

describe("answers to sealed messages", () => {
  it("are sealed behind the last module that may write: what it adds, what it puts in their place, what comes of its failure", async () => {
    const kinds: readonly (readonly [name: string, run: (context: HttpContext) => number, status: number, text: RegExp])[] = [
      ["adds", (context) => (context.getResponse().writeEntityChunks(secret), RQ_NOTIFICATION_CONTINUE), 200, /^answerwhat nobody may read$/u],
      ["replaces", (context) => (context.getResponse().clear(), context.getResponse().writeEntityChunks(secret), RQ_NOTIFICATION_CONTINUE), 200, /^what nobody may read$/u],
      ["another status", (context) => (context.getResponse().setStatus(403, "No"), RQ_NOTIFICATION_CONTINUE), 403, /^answer$/u],
    ];
    for (const at of ["postExecuteRequestHandler", "logRequest", "postLogRequest", "endRequest", "postEndRequest"] as const) {
      for (const [name, run, status, text] of kinds) {
        const fixture = new NegotiateFixture({}, strict, undefined, moduleAt([at], onSealed(run)));
        const connection = connectionOf();
        const { client } = await fixture.login(connection);
        for (let count = 0; count < 2; count++) {
          const answer = await ask(fixture, connection, client);
          assert.deepEqual([answer.status, hasSecret(answer)], [status, false], `${at} ${name}`);
          assert.match(opened(client, answer).text, text, `${at} ${name}`);
        }
      }
      const failing = new NegotiateFixture({}, strict, undefined, moduleAt([at], onSealed(() => assert.fail("broken"))));
      const connection = connectionOf();
      const { client } = await failing.login(connection);
      const answer = await ask(failing, connection, client);
      assert.deepEqual([answer.status, /The host failed/u.test(opened(client, answer).text)], [500, true], at);
    }
  });

  it("leave the keys in step when the message was refused before the application saw it", async () => {
    const refusing: readonly (readonly [name: string, mounted: { readonly guards?: ApplicationGuards; readonly modules?: ModuleChain }])[] = [
      ["authorization", { guards: { authorization: { deny: [{ ...everybody, verbs: ["PUT"] }], allow: [{ ...everybody, verbs: [] }], machineName: "host" } } }],
      ["a module in front of it", { modules: moduleAt(["postAuthorizeRequest"], (context) => (context.getRequest().getHttpMethod() === "PUT" ? assert.fail("broken") : RQ_NOTIFICATION_CONTINUE)) }],
    ];
    for (const [name, mounted] of refusing) {
      const fixture = new NegotiateFixture({}, strict, undefined, mounted.modules, mounted.guards);
      const connection = connectionOf();
      const { client } = await fixture.login(connection);
      for (let count = 0; count < 3; count++) {
        const refused = await fixture.ask(connection, { method: "PUT", headers: typeOf(), body: sealed(client, "<no/>") });
        assert.deepEqual([refused.status, refused.close], [name === "authorization" ? 403 : 500, undefined], name);
        if (refused.body !== undefined) assert.match(opened(client, refused).text, /The host failed/u);
        assert.equal(opened(client, await ask(fixture, connection, client)).text, "answer", name);
      }
      assert.equal(fixture.served.length, 3);
    }
  });

  it("end the connection where the message cannot be opened: the login would fail with the next one", async () => {
    const deny = { guards: { authorization: { deny: [{ ...everybody, verbs: [] }], allow: [], machineName: "host" } } };
    const cases: readonly (readonly [name: string, mounted: { readonly guards?: ApplicationGuards }, authentication: Partial<ApplicationAuthentication>, change: (body: Buffer) => Buffer])[] = [
      ["spoiled and forbidden", deny, {}, (body) => body.subarray(1)],
      ["too long and forbidden", deny, {}, (body) => Buffer.concat([body, Buffer.alloc(9000)])],
      ["sealed where nothing is", {}, { messageEncryption: { mode: "iis", limit: 2000 } }, (body) => body],
      ["too long", {}, {}, (body) => Buffer.concat([body, Buffer.alloc(9000)])],
    ];
    for (const [name, mounted, authentication, change] of cases) {
      const fixture = new NegotiateFixture({}, { ...strict, ...authentication }, undefined, undefined, mounted.guards);
      const connection = connectionOf();
      const { client } = await fixture.login(connection);
      const answer = await fixture.ask(connection, { headers: typeOf(), body: change(sealed(client, "<x/>")) });
      assert.deepEqual([answer.close, fixture.served.length], [true, 0], name);
    }
  });

  it("have no body, and end the connection, where the message was answered before anybody knew who sent it", async () => {
    const addresses = { allowUnlisted: true, enableProxyMode: true, denyAction: "Forbidden", entries: [], namesOf: undefined } as const;
    const early = (context: HttpContext): number => {
      if (context.getRequest().getHeader("X-Early") === undefined) return RQ_NOTIFICATION_CONTINUE;
      context.getResponse().setStatus(Number(context.getRequest().getHeader("X-Early")), "");
      context.getResponse().writeEntityChunks(secret);
      return RQ_NOTIFICATION_FINISH_REQUEST;
    };
    for (const [name, mounted, header, status] of [
      ["from an address that is none", { guards: { addresses } }, { "x-forwarded-for": "nowhere" }, 400],
      ["by a module that lets in", { modules: moduleAt(["beginRequest"], early) }, { "x-early": "200" }, 500],
      ["by a module that refuses", { modules: moduleAt(["beginRequest"], early) }, { "x-early": "404" }, 404],
    ] as const) {
      const fixture = new NegotiateFixture({}, strict, undefined, "modules" in mounted ? mounted.modules : undefined, "guards" in mounted ? mounted.guards : undefined);
      const connection = connectionOf();
      const { client } = await fixture.login(connection);
      const answer = await fixture.ask(connection, { headers: { ...typeOf(), ...header }, body: sealed(client, "<x/>") });
      assert.deepEqual([answer.status, answer.close, answer.body ?? ""], [status, true, ""], name);
      assert.equal(fixture.lines.some(({ message }) => message.includes("lost its body")), name.includes("module"), name);
    }
  });

  it("stay clear where the body is somebody else's kind of secret", async () => {
    const fixture = new NegotiateFixture({}, strict, undefined, moduleAt(["endRequest"], (context) => (context.getResponse().writeEntityChunks("!"), RQ_NOTIFICATION_CONTINUE)));
    const answer = await fixture.ask(connectionOf(), { headers: { "content-type": 'multipart/encrypted;protocol="application/pgp-encrypted";boundary="b"', "x-anybody": "1" }, body: "PGP" });
    assert.deepEqual([answer.status, String(answer.body), answer.close], [200, "answer!", undefined]);
  });
});
