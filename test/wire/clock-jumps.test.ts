import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { verifyAuditLog } from "../../src/host/logging/audit-chain.js";
import { basic } from "../support/basic.js";
import { runCommand } from "../support/command.js";
import { debianPackage } from "../support/debian.js";
import { post } from "../support/plain-request.js";
import { withoutProc } from "../support/process-figures.js";
import { itemCount, ReloadFolder } from "../support/reload-folder.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { until } from "../support/until.js";
import { contextIn, WsmanSession } from "../support/wsman-session.js";

const uri = "urn:test:versioned";
const hour = 3_600_000;
const binding = '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>';
/** Debian has it in a folder named after the machine's architecture. */
const library = (): string => readdirSync("/usr/lib").map((name) => join("/usr/lib", name, "faketime", "libfaketimeMT.so.1")).find((path) => existsSync(path))!;

/** A host whose wall clock is turned by hand while it runs, as an administrator or a broken time service turns it; monotonic time goes on, as it does then. */
class TurnedHost {
  readonly folder = new ReloadFolder();
  host!: RunningHost;
  session!: WsmanSession;

  async start(operations: string): Promise<this> {
    this.folder.write({ version: "v1", bindings: binding, operations });
    this.turn(0);
    const env = { LD_PRELOAD: library(), FAKETIME_TIMESTAMP_FILE: this.#clock, FAKETIME_NO_CACHE: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1", DONT_FAKE_MONOTONIC: "1", NO_FAKE_STAT: "1" };
    this.host = await startRunningHost({ config: this.folder.path, env });
    this.session = new WsmanSession(this.host.urls[0]!, this.host.authorization);
    return this;
  }

  get #clock(): string {
    return join(this.folder.path, "clock");
  }

  /** @param hours between the host's wall clock and the true one */
  turn(hours: number): void {
    writeFileSync(this.#clock, `${hours < 0 ? "" : "+"}${hours}h\n`);
  }

  async status(): Promise<number> {
    return (await this.session.get(uri)).status;
  }

  async stop(): Promise<void> {
    this.session.close();
    assert.equal(await this.host.stop(), 0);
    this.folder.remove();
  }
}

interface AccessLine {
  readonly message: string;
  readonly timestamp: string;
  readonly milliseconds?: number;
}

describe("a wall clock that jumps", { skip: withoutProc || debianPackage("faketime") }, () => {
  for (const hours of [6, -6]) {
    it(`by ${hours} hours ends no connection, request or enumeration, and log lines tell the new time`, async () => {
      const turned = await new TurnedHost().start('QuotaSystemWindowOperations="1000000" MaxEnumerateIdleTimeoutSeconds="60"');
      const { host, session, folder } = turned;
      try {
        let page = await session.enumerate(uri);
        const abandoned = contextIn(await session.enumerate(uri));
        assert.notEqual(abandoned, undefined);
        const connection = session.connection;
        // One request is running while the clock is turned: its time-out is a minute.
        const gate = join(folder.path, "gate");
        const waiting = post(host.urls[0]!, soapEnvelope({ action: actions.get, resourceUri: uri, selectors: { Until: gate }, headers: "<w:OperationTimeout>PT60S</w:OperationTimeout>" }), { authorization: host.authorization });
        assert.equal(await turned.status(), 200);
        turned.turn(hours);
        assert.equal(await turned.status(), 200);
        assert.equal(session.connection, connection, "the connection is kept");
        let items = 0;
        for (let context = contextIn(page); context !== undefined; context = contextIn(page)) {
          page = await session.pull(uri, context, 5);
          assert.equal(page.status, 200, page.text);
          items += page.text.split("<v:Thing").length - 1;
        }
        assert.equal(items, itemCount);
        writeFileSync(gate, "");
        assert.equal((await waiting).status, 200, "a running request is not ended");
        // A time-out that begins after the jump ends when it says, and not hours later.
        const late = await post(host.urls[0]!, soapEnvelope({ action: actions.get, resourceUri: uri, selectors: { Until: join(folder.path, "never") }, headers: "<w:OperationTimeout>PT0.5S</w:OperationTimeout>" }), { authorization: host.authorization });
        assert.match(late.text, /w:TimedOut/u);
        writeFileSync(join(folder.path, "never"), "");

        assert.equal((await session.pull(uri, abandoned!, 1)).status, 200, "the enumeration that nobody asked for meanwhile is there too");
        // Accounts are seen although the file has another time than the host's, and so is a changed configuration.
        assert.equal((await runCommand(["user", "add", "late", "--password-file", "-", "--state", host.state], { input: "another password\n" })).status, 0);
        assert.equal((await post(host.urls[0]!, soapEnvelope({ action: actions.get, resourceUri: uri }), { authorization: basic("late", "another password") })).status, 200);
        folder.write({ version: "v2", bindings: binding });
        assert.equal((await runCommand(["reload", "--state", host.state])).status, 0);
        assert.match((await session.get(uri)).text, />v2</u);

        // Lines of requests gather for a moment; the last is that of the request after the reload.
        await until(() => host.log().trimEnd().split("\n").filter((line) => line.includes('"request"')).length >= 11 && host.log().endsWith("\n"));
        const lines = host.log().trimEnd().split("\n").map((line) => JSON.parse(line) as AccessLine).filter(({ message }) => message === "request");
        const jumped = lines.filter(({ timestamp }) => Math.abs(Date.parse(timestamp) - Date.now() - hours * hour) < hour / 2);
        assert.ok(jumped.length > 3, "log lines tell the new time");
        for (const { milliseconds } of lines) assert.ok(milliseconds! >= 0 && milliseconds! < 240_000, `a request that took ${milliseconds} ms`);
        assert.equal(verifyAuditLog([join(host.state, "audit.log")]).broken, undefined);
      } finally {
        await turned.stop();
      }
    });
  }

  it("opens no quota before its time, and does not keep it closed after it", async () => {
    const turned = await new TurnedHost().start('QuotaSystemWindowSeconds="600" QuotaSystemWindowOperations="20"');
    try {
      let status = 200;
      while (status === 200) status = await turned.status();
      for (const hours of [6, -6, 48]) {
        turned.turn(hours);
        const refused = await turned.session.get(uri);
        assert.match(refused.text, /w:QuotaLimit/u, `${hours} hours`);
      }
    } finally {
      await turned.stop();
    }
    const short = await new TurnedHost().start('QuotaSystemWindowSeconds="1" QuotaSystemWindowOperations="20"');
    try {
      let status = 200;
      while (status === 200) status = await short.status();
      short.turn(-6);
      // One second of true time, not six hours of the clock's.
      while (status !== 200) status = await short.status();
    } finally {
      await short.stop();
    }
  });

  it("lets nobody guess more passwords than ten a minute", async () => {
    const turned = await new TurnedHost().start('QuotaSystemWindowOperations="1000000"');
    const { host } = turned;
    try {
      assert.equal(await turned.status(), 200);
      const guess = (): Promise<unknown> => post(host.urls[0]!, soapEnvelope({ action: actions.get, resourceUri: uri }), { authorization: basic("tester", "wrong") });
      const tooMany = (): number => host.log().split("too-many-attempts").length - 1;
      for (let count = 0; count < 12; count++) await guess();
      await until(() => tooMany() >= 2);
      for (const hours of [6, -6]) {
        const before = tooMany();
        turned.turn(hours);
        await guess();
        await until(() => tooMany() > before);
        assert.equal(await turned.status(), 200, "credentials that were right go on working");
      }
    } finally {
      await turned.stop();
    }
  });
});
