import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { createServer as createPlainServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { readScript } from "../../src/mock/script/read-script.js";
import { startMock, type RunningMock } from "../../src/testing/index.js";
import { basic } from "../support/basic.js";
import { runCommand } from "../support/command.js";
import { startMockProcess } from "../support/mock-process.js";
import { identifyEnvelope, soapEnvelope } from "../support/soap-envelope.js";
import { post } from "../support/plain-request.js";
import { projectRoot } from "../support/project-root.js";
import { startRecorder, type Recorder } from "../support/recorder.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { ShellSession } from "../support/shell-session.js";
import { askWsman } from "../support/soap-caller.js";

const cim = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
const wql = (query: string): string => `<n:Enumerate xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"><w:OptimizeEnumeration xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"/><w:MaxElements xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd">2</w:MaxElements><w:Filter xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL">${query}</w:Filter></n:Enumerate>`;
const encoded = (script: string): string => `powershell.exe -NoProfile -EncodedCommand ${Buffer.from(script, "utf16le").toString("base64")}`;
const password = "correct horse battery";

/** A session that is the same each time, against something that answers always the same. */
async function fixedSession(url: string, authorization: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  const ask = async (...question: Parameters<typeof askWsman> extends [unknown, unknown, infer Q] ? [Q] : never): Promise<void> => {
    const { status, text, code } = await askWsman(url, authorization, question[0]);
    // Of a fault what a script can say: its codes and its innermost message, not which plug-in gave it.
    const said = status === 200 ? /<s:Body>(.*)<\/s:Body>/su.exec(text)?.[1] : [/<s:Subcode><s:Value>([^<]*)/u.exec(text)?.[1], [...text.matchAll(/<f:Message>([^<]+)/gu)].at(-1)?.[1]];
    seen.push([status, code, said]);
  };
  const shell = await ShellSession.open(url, authorization);
  seen.push(await shell.run("hostname"), await shell.run("echo", "a", "b"), await shell.run(encoded("Get-Date\r\n# second line")));
  seen.push(await shell.run("poll"), await shell.run("poll"), await shell.run("nothing-of-that-name"));
  await assert.rejects(shell.run("forbidden"), (error: Error) => seen.push(/w:AccessDenied/u.test(error.message)) > 0);
  await shell.delete();
  const context = /EnumerationContext>([^<]*)</u;
  const first = await askWsman(url, authorization, { action: "Enumerate", resourceUri: `${cim}/*`, body: wql("SELECT  *\nFROM Win32_Service") });
  const rest = await askWsman(url, authorization, {
    action: "Pull", resourceUri: `${cim}/*`,
    body: `<n:Pull xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"><n:EnumerationContext>${context.exec(first.text)![1]!}</n:EnumerationContext><n:MaxElements>10</n:MaxElements></n:Pull>`,
  });
  for (const { text } of [first, rest]) seen.push(/<w:Items>.*<\/w:Items>|<n:Items>.*<\/n:Items>/su.exec(text)?.[0]);
  const identified = await post(url, identifyEnvelope, { authorization });
  seen.push(identified.text, identified.headers["server"]);
  await ask({ action: "Get", resourceUri: `${cim}/Win32_Service`, selectors: { Name: "spooler" } });
  await ask({ action: "Get", resourceUri: `${cim}/Win32_Service`, selectors: { Name: "other" } });
  await ask({ action: "Get", resourceUri: "urn:odd" });
  await ask({ action: "Put", resourceUri: "urn:odd", body: '<q:Odd xmlns:q="urn:odd">new</q:Odd>' });
  await ask({ action: "Create", resourceUri: "urn:thing", body: '<q:thing xmlns:q="urn:thing"/>' });
  await ask({ action: "Delete", resourceUri: "urn:thing", selectors: { Name: "new", Pass: "thing-s3cret" } });
  const service = { action: `${cim}/Win32_Service/StopService`, resourceUri: `${cim}/Win32_Service`, selectors: { Name: "spooler" } };
  seen.push((await post(url, soapEnvelope(service), { authorization })).text.replaceAll(/uuid:[0-9A-F-]{36}|<p:ActivityId>[^<]*/giu, "ID"));
  await ask({ action: "Enumerate", resourceUri: `${cim}/*`, body: wql("SELECT nonsense") });
  return seen;
}

describe("a recording", () => {
  let upstream: RunningMock;
  let recorder: Recorder | undefined;
  const servers: Server[] = [];
  const listen = async (server: Server): Promise<number> => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  };
  before(async () => {
    upstream = await startMock({
      users: { tester: password }, preset: "windows-2016",
      commands: [
        { match: "hostname", reply: { stdout: "web01\r\n" } },
        { match: "echo a b", reply: { stdout: "a b\r\n", stderr: { base64: "//4=" }, exitCode: 3010 } },
        { match: "Get-Date\r\n# second line", reply: { stdout: "today: #1\r\n  yes\r\n" } },
        { match: "poll", replies: [{ stdout: "Stopped\r\n" }, { stdout: "Running\r\n" }] },
        { match: "forbidden", reply: { fault: "access-denied" } },
        { match: { regex: ".", ignoreCase: true }, reply: (call) => ({ stdout: call.kind === "command" ? `${call.line}\r\n${JSON.stringify(call.environment)}\r\n${Buffer.from(call.line).toString("base64")}\r\n` : "" }) },
      ],
      queries: [{
        match: "SELECT * FROM Win32_Service",
        reply: { items: [{ class: "Win32_Service", properties: { Name: "spooler", State: "Running", Null: null, List: ["1", "2"], Empty: "" } }, { class: "Win32_Service", properties: { Name: "a<b" } }, { xml: '<o xmlns="urn:o" k="v"><i>1</i></o>' }] },
      }],
      resources: [
        { uri: `${cim}/Win32_Service`, operation: "get", selectors: { Name: "spooler" }, reply: { properties: { Name: "spooler", State: "Running" } } },
        { uri: `${cim}/Win32_Service`, operation: "invoke", method: "StopService", selectors: { Name: "spooler" }, reply: { properties: { ReturnValue: "0" } } },
        { uri: "urn:odd", operation: "put", reply: { xml: '<q:Odd xmlns:q="urn:odd">new</q:Odd>' } },
        { uri: "urn:thing", operation: "create", reply: { selectors: { Name: "new" } } },
        { uri: "urn:thing", operation: "delete", reply: {} },
        { uri: "urn:odd", operation: "get", reply: { xml: '<q:Odd xmlns:q="urn:odd" a="1">text<q:In/></q:Odd>' } },
      ],
    });
  });
  after(() => upstream.stop());
  afterEach(async () => {
    await recorder?.remove();
    recorder = undefined;
    for (const server of servers.splice(0)) server.close();
  });

  it("of a fixed session is the script that stands in test/golden/mock/recorded.yaml, and a replay of it answers the same", async () => {
    recorder = await startRecorder(upstream.url);
    const live = await fixedSession(recorder.url, basic("tester", password));
    const summary = await recorder.stop();
    const text = recorder.text().replace(upstream.url, "http://HOST/wsman");
    assert.equal(text, readFileSync(join(projectRoot, "test", "golden", "mock", "recorded.yaml"), "utf8"));
    assert.deepEqual(summary.slice(0, 2), ["Recorded: 6 commands, 2 queries, 7 operations on resources.", "Redacted wherever they stood: 1 login password, 1 secret in other requests. Look through the file before you share it."]);
    const replay = await recorder.replay();
    try {
      assert.deepEqual(await fixedSession(replay.url, basic("tester", replay.password)), live);
      const identify = (url: string): Promise<{ readonly text: string }> => post(url, identifyEnvelope, { headers: { WSMANIDENTIFY: "unauthenticated" } });
      assert.equal((await identify(replay.url)).text, (await identify(upstream.url)).text);
    } finally {
      await replay.stop();
    }
  });

  it("has no secret in it, in whatever form and wherever it came again", async () => {
    recorder = await startRecorder(upstream.url, { redact: [/PROJECT-\d+/gu], redactMachines: true });
    const inside = '<rsp:Environment><rsp:Variable Name="DB_PASSWORD">env-s3cret</rsp:Variable><rsp:Variable Name="COLOUR">dark-green</rsp:Variable></rsp:Environment>';
    const shell = await ShellSession.open(recorder.url, basic("tester", password), { inside });
    const lines = [
      "tool --token=tok-1234567 --verbose", "net user bob S3cret!pass /add", "net use x: \\\\srv\\share Sh4re-pass /user:bob", 'app /password:"two words"', "set API_KEY=key-abcdef",
      `mysql "Password='quo''ted'"`, "curl -u bob:curl-pass https://bob:url-pass@example.org/", encoded("$p = ConvertTo-SecureString 'Pl4in-text' -AsPlainText -Force; net user carl C4rl-pass"),
      "about PROJECT-4711 in Project 12", "echo hunter: S3cret!pass and <env-s3cret>", `login ${password}`,
    ];
    for (const line of lines) await shell.run(line);
    await shell.delete();
    const summary = (await recorder.stop()).join("\n");
    const text = recorder.text();
    const secrets = ["env-s3cret", "tok-1234567", "S3cret!pass", "Sh4re-pass", "two words", "key-abcdef", "quo''ted", "curl-pass", "url-pass", "Pl4in-text", "C4rl-pass", "PROJECT-4711", password];
    // As it stands, and decoded from all that could be base64 in it.
    const decoded = [...text.matchAll(/[A-Za-z0-9+/]{8,}/gu)].flatMap(([run]) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), "base64"))).flatMap((octets) => [octets.toString("latin1"), octets.toString("utf16le")]);
    for (const secret of secrets) {
      assert.ok(!text.includes(secret) && !summary.includes(secret), secret);
      assert.ok(!decoded.some((each) => each.includes(secret)), `${secret} in base64`);
    }
    assert.ok(text.includes("dark-green"), "what is no secret stays");
    assert.match(summary, /1 login password, 1 secret in environment variables, 10 secrets in command lines and scripts, 1 text that --redact matches/u);
    assert.ok(readScript(text, "recorded.yaml").script !== undefined);
    // Who says the secrets again, or others in their place, is answered.
    const replay = await recorder.replay();
    try {
      const again = await ShellSession.open(replay.url, basic("tester", replay.password));
      assert.match((await again.run("net user bob An0ther /add")).stdout, /^net user bob \[redacted\] \/add\r\n/u);
      assert.match((await again.run(lines[7]!)).stdout, /^powershell/u);
    } finally {
      await replay.stop();
    }
  });

  it("has everything that was acknowledged, also when it is killed in the midst of a command", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-test-"));
    const out = join(folder, "out.yaml");
    const process = await startMockProcess(["--record", upstream.url, "--out", out]);
    try {
      const shell = await ShellSession.open(process.ready.url, basic("tester", password));
      for (let n = 0; n < 20; n++) await shell.run("number", String(n));
      await shell.start("begun", "and not finished");
      process.process.kill("SIGKILL");
      await process.ended;
      const { script } = readScript(readFileSync(out, "utf8"), out);
      assert.deepEqual(script?.commands?.map(({ match }) => match), Array.from({ length: 20 }, (_, n) => `number ${n}`));
      assert.deepEqual(readdirSync(folder), ["out.yaml"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("says what it needs when messages would be sealed, and does not forward them", async () => {
    const seen: (string | undefined)[] = [];
    const port = await listen(createPlainServer((message, response) => {
      seen.push(message.headers.authorization);
      message.resume();
      response.writeHead(401, { "WWW-Authenticate": ["Negotiate", "Kerberos"] }).end();
    }));
    recorder = await startRecorder(`http://127.0.0.1:${port}/wsman`);
    const [sentence] = recorder.told;
    assert.match(sentence!, /needs Basic authentication.*winrm set winrm\/config\/service\/auth @\{Basic="true"\}/u);
    const sealed = await post(recorder.url, "", { headers: { Authorization: "Negotiate TlRMTVNTUAABAAAA" } });
    assert.deepEqual([sealed.status, sealed.headers["www-authenticate"], sealed.text.trim()], [401, 'Basic realm="WSMAN"', sentence]);
    assert.deepEqual(seen, [undefined, undefined]);
    const unknown = await post(recorder.url, "");
    assert.deepEqual([unknown.status, unknown.headers["www-authenticate"], unknown.text.trim()], [401, undefined, sentence]);
    assert.equal(recorder.told.length, 1, "once");
  });

  it("answers 502 with a sentence when there is nobody, and goes on", async () => {
    const server = createPlainServer();
    const port = await listen(server);
    await new Promise((closed) => server.close(closed));
    recorder = await startRecorder(`http://127.0.0.1:${port}`);
    assert.deepEqual(recorder.told, [`Nothing listens at http://127.0.0.1:${port}.`]);
    const answer = await post(recorder.url, "", { authorization: basic("a", "b") });
    assert.deepEqual([answer.status, answer.text], [502, `Nothing listens at http://127.0.0.1:${port}.\n`]);
  });

  it("ends the request of a client that has gone, and the requests that run when it is stopped", async () => {
    let waiting = 0;
    let left = 0;
    const port = await listen(createPlainServer((message, response) => {
      message.resume();
      if (message.headers.authorization === undefined) return void response.writeHead(401, { "WWW-Authenticate": "Basic realm=x" }).end();
      waiting++;
      response.on("close", () => left++);
    }));
    recorder = await startRecorder(`http://127.0.0.1:${port}/wsman`);
    const abort = new AbortController();
    const ask = (signal?: AbortSignal): Promise<Response> => fetch(recorder!.url, { method: "POST", headers: { authorization: basic("a", "b") }, body: "x", ...(signal === undefined ? {} : { signal }) });
    const gone = ask(abort.signal);
    while (waiting < 1) await new Promise((later) => setImmediate(later));
    abort.abort();
    await assert.rejects(gone);
    while (left < 1) await new Promise((later) => setImmediate(later));
    const running = ask().then(({ status }) => status, () => "ended");
    while (waiting < 2) await new Promise((later) => setImmediate(later));
    await recorder.stop();
    assert.ok(["ended", 502].includes(await running));
    assert.deepEqual(recorder.told, []);
  });

  it("forwards to HTTPS, and takes a certificate that nobody knows only when told to", async () => {
    const { cert, key } = selfSignedCertificate("localhost", { addresses: ["127.0.0.1"] });
    const fields: unknown[] = [];
    const port = await listen(createServer({ cert, key }, (message, response) => {
      message.resume();
      fields.push([message.url, message.headers.host, message.headers["accept-encoding"], message.headers["x-hop"], message.headers["x-own"], message.headers["authorization"]]);
      response.writeHead(200, { "X-Of-The-Host": "yes", Connection: "close, X-Hop-Back", "X-Hop-Back": "1", Server: "Other/1" }).end("not XML");
    }));
    recorder = await startRecorder(`https://127.0.0.1:${port}/other`);
    assert.match(recorder.told[0]!, /certificate of https:\/\/127\.0\.0\.1:\d+ is not trusted .*--insecure/u);
    await recorder.remove();
    recorder = await startRecorder(`https://127.0.0.1:${port}/other`, { insecure: true });
    const answer = await post(`${recorder.url}?a=b%20c`, "", { authorization: basic("a", "b"), headers: { Connection: "keep-alive, X-Hop", "X-Hop": "1", "X-Own": "2", "Accept-Encoding": "gzip" } });
    assert.deepEqual([answer.status, answer.text, answer.headers["x-of-the-host"], answer.headers["x-hop-back"], answer.headers["server"]], [200, "not XML", "yes", undefined, "Other/1"]);
    assert.deepEqual(fields.at(-1), ["/other?a=b%20c", `127.0.0.1:${port}`, undefined, undefined, "2", basic("a", "b")]);
  });

  it("takes no other file's place, and no words that mean nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-test-"));
    const out = join(folder, "there.yaml");
    writeFileSync(out, "mine");
    const said = async (...args: readonly string[]): Promise<string> => {
      const { status, stderr } = await runCommand(["mock", "--port", "0", "--until-stdin-closes", ...args]);
      return `${status} ${stderr}`;
    };
    assert.match(await said("--record", upstream.url, "--out", out), /^1 .*is there already/su);
    assert.equal(readFileSync(out, "utf8"), "mine");
    assert.match(await said("--record", upstream.url, "--out", join(folder, "none", "there.yaml")), /^1 .*there\.yaml cannot be written: its folder is not there; name another file with --out/su);
    assert.match(await said("--record", "server"), /^2 .*takes the URL of a host/su);
    assert.match(await said("--record", "http://a:b@c/"), /^2 .*no user and no password/su);
    assert.match(await said("--record", upstream.url, "--redact", "("), /^2 .*--redact "\("/su);
    assert.match(await said("--record", upstream.url, "--preset", "omi"), /^2 .*-preset is for a mock/su);
    assert.match(await said("--record", upstream.url, "script.yaml"), /^2 .*no script to answer from/su);
    assert.match(await said("--out", out), /^2 .*-out goes with -record/su);
    rmSync(folder, { recursive: true, force: true });
  });
});
