import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { defineMock, ExpectationFailed, MockRefused, startMock, type MockScript, type RunningMock } from "wsmanor/testing";
import { basic } from "../support/basic.js";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { projectRoot } from "../support/project-root.js";
import { ShellSession } from "../support/shell-session.js";
import { actions, identifyEnvelope } from "../support/soap-envelope.js";
import { WsmanSession } from "../support/wsman-session.js";

const wmi = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
const rsp = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
const encoded = (script: string): string => `powershell -EncodedCommand ${Buffer.from(script, "utf16le").toString("base64")}`;

describe("a mock", () => {
  let mock: RunningMock;
  const start = async (script: MockScript): Promise<void> => void (mock = await startMock(script));
  afterEach(() => mock.stop());

  const authorization = (): string => basic(mock.username, mock.password);
  const shell = (): Promise<ShellSession> => ShellSession.open(mock.url, authorization());
  const session = (): WsmanSession => new WsmanSession(mock.url, authorization());
  const ask = async (send: (session: WsmanSession) => Promise<PlainAnswer>): Promise<PlainAnswer> => {
    const opened = session();
    try {
      return await send(opened);
    } finally {
      opened.close();
    }
  };
  const subcodeOf = (text: string): string | undefined => /<s:Subcode><s:Value>([^<]*)</u.exec(text)?.[1];
  const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => "not refused", (error: unknown) => String((error as Error).message));

  describe("of commands", () => {
    it("answers with output, errors and exit code, the command line or the encoded script matched", async () => {
      await start({ commands: [
        { match: "hostname -f", reply: { stdout: "web01\r\n", stderr: "a warning\r\n", exitCode: 3 } },
        { match: { contains: "Get-Service" }, reply: { stdout: { base64: "AP8=" } } },
        { match: /^\$PSVersion/u, reply: { stdout: "5.1" } },
      ] });
      const opened = await shell();
      assert.deepEqual(await opened.run("hostname", "-f"), { stdout: "web01\r\n", stderr: "a warning\r\n", exitCode: 3 });
      assert.equal((await opened.run(encoded("Get-Service spooler"))).stdout, Buffer.from([0, 255]).toString());
      assert.equal((await opened.run(encoded("$PSVersionTable"))).stdout, "5.1");
      await opened.delete();
      assert.deepEqual(mock.commands().map(({ line, script, exitCode, isMatched }) => [script ?? line, exitCode, isMatched]), [["hostname -f", 3, true], ["Get-Service spooler", 0, true], ["$PSVersionTable", 0, true]]);
      mock.verify("ran 1x hostname -f", "no shell leaked", "nothing unmatched", { ran: { startsWith: "Get-" }, times: 1 });
    });

    it("says of others what Windows says, or what the script says", async () => {
      await start({});
      const opened = await shell();
      assert.deepEqual(await opened.run("frobnicate", "/x"), { stdout: "", stderr: "'frobnicate' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n", exitCode: 1 });
      assert.match((await opened.run(encoded("Get-Frob -x"))).stderr, /^The term 'Get-Frob' is not recognized/u);
      await mock.stop();
      await start({ otherwise: { stdout: "fine", exitCode: 0 }, preset: "omi" });
      assert.deepEqual(await (await shell()).run("anything"), { stdout: "fine", stderr: "", exitCode: 0 });
    });

    it("gives replies one after the other, and asks functions", async () => {
      await start(defineMock({ commands: [
        { match: "next", replies: [{ stdout: "one" }, { stdout: "two" }] },
        { match: { startsWith: "echo " }, reply: (call) => ({ stdout: call.kind === "command" ? `${call.line.slice(5)} for ${call.user} in ${call.environment["COLOUR"]}` : "" }) },
        { match: "throws", reply: () => { throw new Error("out of ideas"); } },
      ] }));
      const opened = await ShellSession.open(mock.url, authorization(), { inside: '<rsp:Environment><rsp:Variable Name="COLOUR">dark green</rsp:Variable></rsp:Environment>' });
      for (const said of ["one", "two", "two"]) assert.equal((await opened.run("next")).stdout, said);
      assert.equal((await opened.run("echo x")).stdout, "x for Administrator in dark green");
      assert.match(await refusal(opened.run("throws")), /w:InternalError/u);
    });

    it("sends pieces with pauses between them, and waits for the end of its input", async () => {
      await start({ commands: [
        { match: "pieces", reply: { output: [{ stdout: "a" }, { stderr: "b" }, { delay: "1ms" }, { stdout: "c" }] } },
        { match: "long", reply: { output: [{ stdout: "a" }, { delay: "10m" }, { stdout: "c" }] } },
        { match: "sort", reply: { awaitStdin: true, stdout: "sorted" } },
      ] });
      const opened = await shell();
      assert.deepEqual(await opened.run("pieces"), { stdout: "ac", stderr: "b", exitCode: 0 });
      assert.match(await opened.receive(await opened.start("long")), />YQ==<.*CommandState\/Running/u);
      const sort = await opened.start("sort");
      for (const [text, end] of [["b\n", ""], ["a\n", ' End="true"']]) await opened.ask(`${rsp}/Send`, `<rsp:Send><rsp:Stream Name="stdin" CommandId="${sort}"${end}>${Buffer.from(text!).toString("base64")}</rsp:Stream></rsp:Send>`);
      assert.equal((await opened.finish(sort)).stdout, "sorted");
      assert.equal(mock.commands()[2]!.stdin, "b\na\n");
    });

    it("ends a command on ctrl+c as Windows does", async () => {
      await start({ commands: [{ match: "ping -t", reply: { output: [{ stdout: "Reply" }, { delay: "10m" }] } }] });
      const opened = await shell();
      const id = await opened.start("ping -t");
      await opened.receive(id);
      await opened.ask(`${rsp}/Signal`, `<rsp:Signal CommandId="${id}"><rsp:Code>${rsp}/signal/ctrl_c</rsp:Code></rsp:Signal>`);
      assert.equal((await opened.finish(id)).exitCode, 0xc000013a);
    });

    it("knows which shells were left behind", async () => {
      await start({ expect: [{ noShellLeaked: true }] });
      await (await shell()).delete();
      assert.deepEqual(mock.expectations(), [{ title: "no shell leaked", passed: true }]);
      const { id } = await shell();
      assert.throws(() => mock.verify("ran hostname"), (error) => error instanceof ExpectationFailed && error.message.includes(`${id} of Administrator is still open`) && error.message.includes('FAILED  ran "hostname" at least once'));
      assert.equal(mock.shells().length, 2);
    });
  });

  describe("of instances", () => {
    it("answers queries, runs of white space being one space", async () => {
      await start({ queries: [
        { match: "SELECT * FROM Win32_OperatingSystem", namespace: "root/cimv2", reply: { items: [{ class: "Win32_OperatingSystem", properties: { Caption: "Mock <1>", Version: null, MUILanguages: ["en-US", "de-DE"] } }] } },
        { match: { contains: "Win32_Service" }, reply: { fault: "access-denied" } },
      ] });
      const query = (text: string): Promise<PlainAnswer> => ask((opened) => opened.send({ action: actions.enumerate, resourceUri: `${wmi}/*`, body: `<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>10</w:MaxElements><w:Filter Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL">${text}</w:Filter></n:Enumerate>` }));
      assert.match((await query("SELECT  *\nFROM Win32_OperatingSystem")).text, /<p:Win32_OperatingSystem xmlns:p="[^"]*\/cimv2\/Win32_OperatingSystem"[^>]*><p:Caption>Mock &lt;1(?:&gt;|>)<\/p:Caption><p:Version [^>]*xsi:nil="true"\/><p:MUILanguages>en-US<\/p:MUILanguages><p:MUILanguages>de-DE</u);
      assert.equal(subcodeOf((await query("SELECT * FROM Win32_Service")).text), "w:AccessDenied");
      assert.match((await query("SELECT * FROM Nothing")).text, /The script has no answer for the query SELECT \* FROM Nothing/u);
      assert.deepEqual(mock.queries().map(({ isMatched }) => isMatched), [true, true, false]);
    });

    it("answers every operation on a resource, by its selectors, method and body", async () => {
      const service = `${wmi}/Win32_Service`;
      const thing = "urn:example:thing";
      await start({ resources: [
        { uri: service, selectors: { name: "spooler" }, operation: "get", reply: { properties: { Name: "spooler", State: "Running" } } },
        { uri: `${wmi}/*`, operation: "invoke", method: "StopService", reply: { properties: { ReturnValue: 0 } } },
        { uri: thing, operation: "put", body: { contains: "blue" }, reply: { xml: '<t:Thing xmlns:t="urn:example:thing">blue</t:Thing>' } },
        { uri: thing, operation: "create", reply: { selectors: { Id: "7" } } },
        { uri: thing, operation: "delete", replies: [{}, { fault: { subcode: "w:InvalidSelectors", detail: "UnexpectedSelectors" } }] },
        { uri: thing, operation: "enumerate", reply: { items: [{ xml: "<a/>" }, { xml: "<b/>" }] } },
      ] });
      const opened = session();
      assert.match((await opened.get(service, { Name: "spooler" })).text, /<p:State>Running</u);
      assert.equal(subcodeOf((await opened.get(service, { Name: "w32time" })).text), "a:DestinationUnreachable");
      assert.match((await opened.send({ action: `${service}/StopService`, resourceUri: service, selectors: { Name: "spooler" } })).text, /<p:StopService_OUTPUT [^>]*><p:ReturnValue>0</u);
      assert.match((await opened.send({ action: actions.put, resourceUri: thing, body: "<Thing>blue</Thing>" })).text, /Thing>/u);
      assert.match((await opened.send({ action: actions.create, resourceUri: thing, body: "<Thing/>" })).text, /<w:Selector Name="Id">7</u);
      assert.equal((await opened.send({ action: actions.delete, resourceUri: thing })).status, 200);
      const again = await opened.send({ action: actions.delete, resourceUri: thing });
      assert.match(again.text, /faultDetail\/UnexpectedSelectors<.*Code="2150858843"/u);
      assert.match((await opened.send({ action: actions.enumerate, resourceUri: thing, body: "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>10</w:MaxElements></n:Enumerate>" })).text, /<a\/><b\/>/u);
      opened.close();
      mock.verify({ called: { operation: "delete" }, times: 2 }, { called: { uri: service, method: "stopservice" } });
    });
  });

  describe("looks like", () => {
    const looks = async (headers: Record<string, string>): Promise<PlainAnswer> => post(mock.url, identifyEnvelope, { headers });
    for (const [preset, vendor, version, anonymous, server] of [
      ["windows-2022", "Microsoft Corporation", "OS: 10.0.20348 SP: 0.0 Stack: 3.0", "OS: 0.0.0 SP: 0.0 Stack: 3.0", "Microsoft-HTTPAPI/2.0"],
      ["windows-2016", "Microsoft Corporation", "OS: 10.0.14393 SP: 0.0 Stack: 3.0", "OS: 0.0.0 SP: 0.0 Stack: 3.0", "Microsoft-HTTPAPI/2.0"],
      ["omi", "Open Management Infrastructure", "1.9.1-0", "1.9.1-0", undefined],
    ] as const) {
      it(`${preset} in Identify, in its header fields and to strangers`, async () => {
        await start({ preset });
        const known = await looks({ authorization: authorization() });
        assert.match(known.text, new RegExp(`<wsmid:ProductVendor>${vendor}</wsmid:ProductVendor><wsmid:ProductVersion>${version}<`, "u"));
        assert.equal(known.headers["server"], server);
        assert.match((await looks({ WSMANIDENTIFY: "unauthenticated" })).text, new RegExp(`<wsmid:ProductVersion>${anonymous}<`, "u"));
        const stranger = await looks({});
        assert.deepEqual([stranger.status, stranger.headers["www-authenticate"]], [401, 'Basic realm="WSMAN"']);
        assert.equal((await post(mock.url.replace("wsman", "elsewhere"), "", {})).status, 404);
      });
    }
  });

  describe("goes wrong as it is told:", () => {
    it("quota-limit and access-denied refuse a command, with what Windows says", async () => {
      await start({ commands: [{ match: "a", reply: { fault: "quota-limit" } }, { match: "b", reply: { fault: "access-denied" } }] });
      const opened = await shell();
      const quota = await refusal(opened.run("a"));
      assert.equal(subcodeOf(quota), "w:QuotaLimit");
      assert.match(quota, /error_Code[^>]*>2150859173<.*This user is allowed a maximum number of concurrent shells/u);
      assert.match(await refusal(opened.run("b")), /w:AccessDenied.*Code="5"/u);
    });

    it("timed-out comes so often, and then the output, of which nothing is lost", async () => {
      await start({ commands: [{ match: "late", reply: { fault: { preset: "timed-out", times: 2 }, stdout: "all of it" } }] });
      const opened = await shell();
      const id = await opened.start("late");
      for (const _ of [1, 2]) assert.match(await refusal(opened.receive(id)), /w:TimedOut.*OperationTimeout.*Code="2150858793"/u);
      assert.equal((await opened.finish(id)).stdout, "all of it");
    });

    it("any code and subcode, on Command or on Receive", async () => {
      const fault = { subcode: "w:Weird", class: "Sender", code: 4711, message: "one < two", detail: "Odd" } as const;
      await start({ commands: [{ match: "a", reply: { fault } }, { match: "b", reply: { fault: { ...fault, at: "receive" } } }] });
      const opened = await shell();
      const expected = /<s:Value>s:Sender<\/s:Value><s:Subcode><s:Value>w:Weird<.*one &lt; two<.*faultDetail\/Odd<.*Code="4711" Machine="127\.0\.0\.1"/u;
      assert.match(await refusal(opened.start("a")), expected);
      const told = await refusal(opened.receive(await opened.start("b")));
      assert.match(told, expected);
      assert.match(told, /<a:RelatesTo>uuid:11111111-2222-3333-4444-555555555555</u);
    });

    it("wrong-relates-to, truncated-envelope and connection-reset spoil one answer", async () => {
      await start({ commands: (["wrong-relates-to", "truncated-envelope", "connection-reset"] as const).map((fault) => ({ match: fault, reply: { fault, stdout: "x" } })) });
      const opened = await shell();
      const [wrong, cut, reset] = [await opened.start("wrong-relates-to"), await opened.start("truncated-envelope"), await opened.start("connection-reset")];
      assert.match(await opened.receive(wrong), /<a:RelatesTo>uuid:(?!1111)[^<]+<.*<\/s:Envelope>$/u);
      const half = await opened.receive(cut);
      assert.match(half, /^<s:Envelope/u);
      assert.doesNotMatch(half, /<\/s:Envelope>$/u);
      await assert.rejects(opened.receive(reset), /terminated|fetch failed/u);
      assert.match(await opened.receive(wrong), /ExitCode|CommandState/u, "the next answer is whole");
    });

    it("slow-receive holds an answer back", async () => {
      await start({ commands: [{ match: "slow", reply: { fault: { preset: "slow-receive", delay: "300ms" }, stdout: "x" } }] });
      const opened = await shell();
      const id = await opened.start("slow");
      const before = performance.now();
      assert.equal((await opened.finish(id)).stdout, "x");
      assert.ok(performance.now() - before >= 295);
    });

    it("by place, number and command", async () => {
      await start({
        commands: [{ match: { contains: "" }, reply: { stdout: "fine" } }],
        faults: [
          { on: "create-shell", after: 1, times: 1, fault: "quota-limit" },
          { on: "command", match: "forbidden", fault: "access-denied" },
          { on: "receive", match: "late", fault: "timed-out" },
          { on: "receive", match: "cut", times: 1, fault: "truncated-envelope" },
          { on: "identify", fault: { subcode: "w:InternalError", code: 5 } },
          { on: "delete-shell", fault: "connection-reset" },
          { on: "enumerate", uri: `${wmi}/Win32_A*`, fault: "access-denied" },
        ],
      });
      const opened = await shell();
      assert.equal(subcodeOf(await refusal(shell())), "w:QuotaLimit");
      assert.equal((await (await shell()).run("free")).stdout, "fine");
      assert.equal(subcodeOf(await refusal(opened.start("forbidden"))), "w:AccessDenied");
      const late = await opened.start("late");
      assert.equal(subcodeOf(await refusal(opened.receive(late))), "w:TimedOut");
      assert.equal((await opened.finish(late)).stdout, "fine");
      assert.doesNotMatch(await opened.receive(await opened.start("cut")), /<\/s:Envelope>/u);
      assert.equal(subcodeOf((await post(mock.url, identifyEnvelope, { authorization: authorization() })).text), "w:InternalError");
      await assert.rejects(opened.delete());
      assert.deepEqual(mock.shells().map(({ end }) => end), ["deleted", undefined], "the shell is gone although nobody was told");
      assert.equal(subcodeOf((await ask((each) => each.enumerate(`${wmi}/Win32_Account`))).text), "w:AccessDenied");
    });
  });

  it("has the script's accounts, or one of its own with another password each time", async () => {
    await start({ users: { vagrant: "one", root: "two" } });
    assert.deepEqual([mock.username, mock.password], ["vagrant", "one"]);
    assert.equal((await post(mock.url, identifyEnvelope, { authorization: basic("root", "two") })).status, 200);
    assert.equal((await post(mock.url, identifyEnvelope, { authorization: basic("vagrant", "two") })).status, 401);
    await mock.stop();
    await start({});
    const first = mock.password;
    await mock.stop();
    await start({});
    assert.equal(mock.username, "Administrator");
    assert.notEqual(mock.password, first);
  });

  it("stops soon, whatever clients have left undone", { timeout: 25_000 }, async () => {
    await start({
      commands: [{ match: "long", reply: { delay: "10m" } }, { match: "held", reply: { fault: { preset: "slow-receive", delay: "10m" }, stdout: "x" } }],
      resources: [{ uri: "urn:example:thing", operation: "enumerate", reply: { items: [{ xml: "<a/>" }, { xml: "<b/>" }] } }],
    });
    const opened = await shell();
    const left = [await opened.start("long"), await opened.start("held")].map((id) => opened.receive(id).catch(() => undefined));
    assert.match((await ask((each) => each.enumerate("urn:example:thing"))).text, /EnumerationContext>[^<]/u);
    await mock.stop();
    await Promise.all(left);
    assert.deepEqual(mock.shells().map(({ end }) => end), ["shutdown"]);
  });

  it("names everything that is wrong with its script", async () => {
    await start({});
    await assert.rejects(startMock({ comands: [], preset: "windows-2020" } as unknown as MockScript), (error) =>
      error instanceof MockRefused && error.diagnostics.length === 2 && /startMock, comands: .*\n {4}Known here.*\n {4}Did you mean commands\?/u.test(error.message));
    await assert.rejects(startMock("no-such-file.yaml"), /script-not-loaded.*no-such-file\.yaml/u);
    await assert.rejects(startMock({}, { port: mock.port }), /another program listens there/u);
    assert.throws(() => mock.verify("run hostname"), /is not an expectation/u);
  });
});

describe("the room of the mock", () => {
  it("knows no way to start a process", () => {
    const folder = join(projectRoot, "src", "mock");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    assert.ok(files.length > 10);
    assert.deepEqual(files.filter((name) => /child_process|worker_threads|node:vm|\beval\(|new Function/u.test(readFileSync(join(folder, name), "utf8"))), []);
  });
});
