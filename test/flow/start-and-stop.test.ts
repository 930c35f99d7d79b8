import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { freePort } from "../support/free-port.js";
import { pluginModule, writeConfiguration } from "../support/scratch-configuration.js";
import { post } from "../support/plain-request.js";
import { actions, identifyEnvelope, soapEnvelope } from "../support/soap-envelope.js";
import { basic } from "../support/basic.js";
import { localAuthorization, startProcess, type StartedProcess } from "../support/started-host.js";
import { until } from "../support/until.js";
import { runLine } from "../unit/cli/test-terminal.js";

const lines = (text: string): string[] => text.trim().split("\n");

/** The last line of standard error of a host that did not start: with --json it is JSON, as the log before it is. */
const complaint = (host: { stderr(): string }): string => (JSON.parse(host.stderr().trimEnd().split("\n").at(-1)!) as { readonly error: { readonly message: string } }).error.message;

describe("starting and stopping", () => {
  let root = "";
  const running: StartedProcess[] = [];
  const start = (...given: Parameters<typeof startProcess>): StartedProcess => {
    const started = startProcess(...given);
    running.push(started);
    return started;
  };
  before(() => (root = mkdtempSync(join(tmpdir(), "wsmanor-start-"))));
  after(async () => {
    for (const { process: child, ended } of running) {
      child.kill("SIGKILL");
      await ended;
    }
    rmSync(root, { recursive: true });
  });

  it("first: an owner-only directory, the ready event first, then the account; the log on standard error only", async () => {
    const state = join(root, "new", "below");
    const first = start(state);
    const [url = ""] = await first.ready();
    while (lines(first.stdout()).length < 2) await new Promise((resolve) => setImmediate(resolve));
    const [ready, account] = lines(first.stdout()).map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual([ready!["event"], account!["event"], account!["user"]], ["ready", "first-run", "admin"]);
    const authorization = basic("admin", account!["password"] as string);
    assert.equal((await post(url, identifyEnvelope, { authorization })).status, 200);
    assert.equal(statSync(state).mode & 0o777, 0o700);
    for (const name of ["users", "audit.log", "host.json", "local-credentials"]) assert.equal(statSync(join(state, name)).mode & 0o077, 0, name);
    first.process.kill("SIGINT");
    assert.equal(await first.ended, 0);
    for (const line of lines(first.stderr())) assert.equal(typeof (JSON.parse(line) as { level: unknown }).level, "string");
    assert.deepEqual(readdirSync(state).sort(), ["audit.log", "locks", "plugins", "users"]);
    assert.ok(!readFileSync(join(state, "users"), "utf8").includes(account!["password"] as string));

    const second = start(state);
    const [urlAgain = ""] = await second.ready();
    assert.equal((await post(urlAgain, identifyEnvelope, { authorization })).status, 200, "the account is still there");
    second.process.kill("SIGTERM");
    assert.equal(await second.ended, 0);
    assert.equal(lines(second.stdout()).length, 1);
  });

  it("goes on with a directory that a killed host, an older version and the power left behind, and rewrites no account", async () => {
    const state = join(root, "old");
    const users = "# Users\r\nadmin\t$scrypt$ln=14,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\tadministrator\tHOME=%2Fhome\n";
    const left: Readonly<Record<string, string>> = {
      users, ".users.0123456789ab.tmp": "adm", "host.pid": "1 1\n", "users.lock": "1\n", "host.json": '{"pid":1', "local-credentials": "", "local-credentials.new": "x",
      "audit.log": '{"time":"half a li', "locks/host/7": `${process.pid}-1-0`, "locks/users/3": "", "locks/users/waiting-4194305-1-0-0123456789ab": "",
    };
    mkdirSync(join(state, "locks", "host"), { recursive: true, mode: 0o700 });
    mkdirSync(join(state, "locks", "users"));
    for (const [name, content] of Object.entries(left)) writeFileSync(join(state, name), content);
    const host = start(state);
    const [url = ""] = await host.ready();
    assert.equal((await post(url, identifyEnvelope, { authorization: localAuthorization(state) })).status, 200);
    assert.equal(lines(host.stdout()).length, 1, "no account is made where there are some");
    assert.equal(readFileSync(join(state, "users"), "utf8"), users);
    assert.ok(!existsSync(join(state, ".users.0123456789ab.tmp")));
    assert.deepEqual(readdirSync(join(state, "locks", "users")), ["3", "4"]);
    host.process.kill("SIGTERM");
    assert.equal(await host.ended, 0);
    assert.equal(readFileSync(join(state, "users"), "utf8"), users);
  });

  it("names every application on every binding, and every URL answers", async () => {
    const [one, two] = [await freePort(), await freePort("127.0.0.2")];
    const config = writeConfiguration(join(root, "many"), [
      { name: "One", bindings: [`127.0.0.1:${one}:`, `127.0.0.2:${two}:`], applications: { "/wsman": [], "/myapplication": [] } },
      { name: "Two", bindings: [`127.0.0.1:${one}:localhost`], applications: { "/wsman": [] } },
    ]);
    const configured = start(join(root, "many-state"), { args: ["--config", config, "--json"] });
    const expected = (a: number, b: number): string[] => [
      `http://127.0.0.1:${a}/wsman`, `http://127.0.0.1:${a}/myapplication`, `http://localhost:${a}/wsman`, `http://127.0.0.2:${b}/wsman`, `http://127.0.0.2:${b}/myapplication`,
      `http://127.0.0.1:${a}/`, `http://localhost:${a}/`, `http://127.0.0.2:${b}/`,
    ];
    assert.deepEqual([...(await configured.ready())].sort(), expected(one, two).sort());
    configured.process.kill("SIGTERM");
    assert.equal(await configured.ended, 0);

    const other = await freePort();
    const first = start(join(root, "many-state"), { args: ["--config", config, "--json", "--port", String(other)] });
    assert.deepEqual([...(await first.ready())].sort(), expected(other, two).sort(), "--port is the first binding's");
    first.process.kill("SIGTERM");
    assert.equal(await first.ended, 0);

    const free = start(join(root, "many-state"), { args: ["--config", config, "--json", "--port", "0"] });
    const urls = await free.ready();
    const ports = [new URL(urls.find((url) => url.includes("127.0.0.1"))!).port, new URL(urls.find((url) => url.includes("127.0.0.2"))!).port].map(Number);
    assert.deepEqual([...urls].sort(), expected(ports[0]!, ports[1]!).sort());
    assert.ok(!ports.includes(one) && !ports.includes(two));
    const authorization = localAuthorization(join(root, "many-state"));
    for (const url of urls.filter((each) => !each.endsWith("/"))) assert.equal((await post(url, identifyEnvelope, { authorization })).status, 200, url);
    for (const url of urls.filter((each) => each.endsWith("/"))) assert.equal((await post(`${url}status`, "", { authorization, method: "GET" })).status, 200, url);
    free.process.kill("SIGTERM");
    assert.equal(await free.ended, 0);
  });

  it("fails with one sentence when a port is taken, and the password of the first account is still to be shown", async () => {
    const blocker: Server = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port } = blocker.address() as { port: number };
    const state = join(root, "taken");
    const refused = start(state, { args: ["--port", String(port), "--json"] });
    assert.equal(await refused.ended, 1);
    assert.match(complaint(refused), new RegExp(`^the binding http 127\\.0\\.0\\.1:${port} cannot be opened: another program listens there\\. Stop it, or choose another port`, "u"));
    assert.equal(refused.stdout(), "");
    await new Promise((resolve) => blocker.close(resolve));
    const next = start(state);
    await next.ready();
    while (lines(next.stdout()).length < 2) await new Promise((resolve) => setImmediate(resolve));
    assert.match(next.stdout(), /"event":"first-run","user":"admin","password":"/u);
    next.process.kill("SIGTERM");
    assert.equal(await next.ended, 0);
  });

  it("refuses a state directory in use without touching it: the first host's key goes on working", async () => {
    const state = join(root, "shared");
    const first = start(state);
    const [url = ""] = await first.ready();
    const before = readdirSync(state).sort();
    const second = start(state);
    assert.equal(await second.ended, 1);
    assert.equal(second.stdout(), "");
    assert.equal(complaint(second), `another host (process ${first.process.pid}) uses the state directory ${state}. Stop it, or name another directory with --state.`);
    assert.deepEqual(readdirSync(state).sort(), before);
    assert.equal((await post(url, identifyEnvelope, { authorization: localAuthorization(state) })).status, 200);
    first.process.kill("SIGKILL");
    assert.equal(await first.ended, "SIGKILL");
    const third = start(state);
    await third.ready();
    third.process.kill("SIGTERM");
    assert.equal(await third.ended, 0);
  });

  it("says what is wrong with a state directory, a configuration or a port, and makes nothing", async () => {
    writeFileSync(join(root, "a-file"), "");
    mkdirSync(join(root, "broken"));
    writeFileSync(join(root, "broken", "applicationHost.config"), "<configuration><system.applicationHost></configuration>");
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [["--state", join(root, "a-file", "x")], 1, /^Error: the state directory .*a-file\/x cannot be made: ENOTDIR.*Name another with --state\.$/mu],
      [["--config", join(root, "broken"), "--state", join(root, "unmade")], 1, /applicationHost\.config:1:/u],
      [["--config", join(root, "nowhere"), "--state", join(root, "unmade")], 1, /nowhere/u],
      [["--port", "65536", "--state", join(root, "unmade")], 2, /"65536" is not a value of --port \(argument 2\): it takes 0 to 65535/u],
      [["--port", "-1", "--state", join(root, "unmade")], 2, /--?port/u],
      [["--port", "http", "--state", join(root, "unmade")], 2, /"http" is not a value of --port/u],
      [["--log-level", "loud", "--state", join(root, "unmade")], 2, /it takes error, warn, info or debug/u],
      [["extra", "--state", join(root, "unmade")], 2, /"extra" \(argument 2\) is one too many/u],
    ];
    for (const [args, code, message] of cases) {
      // What is wrong with the words only is told the same without a process.
      const { status, stdout, stderr } = code === 1 ? await runCommand(["serve", ...args]) : await runLine(["serve", ...args]).then((ran) => ({ status: ran.status, stdout: ran.out, stderr: ran.err }));
      assert.equal(status, code, stderr);
      assert.match(stderr, message);
      assert.equal(stdout, "");
    }
    const environment = start(join(root, "unmade"), { args: ["--json"], env: { WSMANOR_LOG_LEVEL: "chatty" } });
    assert.equal(await environment.ended, 2);
    assert.match(complaint(environment), /WSMANOR_LOG_LEVEL is "chatty"; it is error, warn, info or debug/u);
    assert.ok(!existsSync(join(root, "unmade")));
  });

  describe("on a signal", () => {
    const slow = pluginModule("Slow", ["Get"], `
      get: async ({ selectors }) => {
        while (!existsSync(selectors.get("Until"))) await new Promise((later) => setTimeout(later, 10));
        return "<done/>";
      }`, 'import { existsSync } from "node:fs"; setInterval(() => {}, 1000);');
    /** Is answered when there is such a file. */
    const get = (url: string, state: string, until: string) =>
      post(url, soapEnvelope({ action: actions.get, resourceUri: "urn:slow", selectors: { Until: until } }), { authorization: localAuthorization(state) });
    const begun = async (host: StartedProcess, state: string, url: string): Promise<void> => {
      const inFlight = async (): Promise<number> => (JSON.parse((await post(url.replace("/wsman", "/status"), "", { authorization: localAuthorization(state), method: "GET" })).text) as { applications: { requestsInFlight: number }[] }).applications[0]!.requestsInFlight;
      while ((await inFlight()) === 0) assert.equal(host.process.exitCode, null);
    };
    const started = async (name: string, drain: string): Promise<{ readonly host: StartedProcess; readonly state: string; readonly url: string }> => {
      const config = writeConfiguration(join(root, name), [{ name: "S", bindings: ["127.0.0.1:1:"], applications: { "/wsman": [{ name: "Slow", resourceUri: "urn:slow", capabilities: ["Get"], module: slow }] } }], { drain });
      const state = join(root, `${name}-state`);
      const host = start(state, { args: ["--config", config, "--port", "0", "--json"] });
      const [url = ""] = await host.ready();
      return { host, state, url };
    };

    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      it(`${signal}: a running request is answered, new connections are refused, exit 0`, async () => {
        const { host, state, url } = await started(signal, "00:00:20");
        const answer = get(url, state, join(root, `${signal}-answer`));
        await begun(host, state, url);
        host.process.kill(signal);
        await until(() => host.stderr().includes('"stopping"'));
        writeFileSync(join(root, `${signal}-answer`), "");
        assert.match((await answer).text, /<done/u);
        assert.equal(await host.ended, 0);
        await assert.rejects(post(url, ""));
      });
    }

    it("a plug-in that never answers holds the exit no longer than its drain limit", async () => {
      const { host, state, url } = await started("never", "00:00:01");
      const answer = get(url, state, join(root, "never-made")).then(({ text }) => text, (error: Error) => error.message);
      await begun(host, state, url);
      host.process.kill("SIGTERM");
      assert.equal(await host.ended, 0);
      assert.match(await answer, /socket hang up|ECONNRESET|EndpointUnavailable/u);
    });

    it("a second signal ends it at once", async () => {
      const { host, state, url } = await started("twice", "00:10:00");
      const answer = get(url, state, join(root, "never-made")).catch(() => undefined);
      await begun(host, state, url);
      host.process.kill("SIGTERM");
      await until(() => host.stderr().includes('"stopping"'));
      host.process.kill("SIGTERM");
      assert.equal(await host.ended, 1);
      await answer;
    });
  });
});
