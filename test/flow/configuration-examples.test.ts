import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Diagnostic } from "../../src/base/diagnostic.js";
import { openUsers } from "../../src/host/manage-users.js";
import { validateConfiguration } from "../../src/host/validate-host.js";
import { pluginStates } from "../support/plugin-states.js";
import { projectRoot } from "../support/project-root.js";
import { runCommand } from "../support/command.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { basic } from "../support/basic.js";
import { HttpExchange } from "../support/http-exchange.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { askWsman, type SoapAnswer, type SoapQuestion } from "../support/soap-caller.js";
import { until } from "../support/until.js";
import { ShellSession } from "../support/shell-session.js";

const examples = join(projectRoot, "config", "examples");
const registry = "urn:wsmanor:registry";
const config = "http://schemas.microsoft.com/wbem/wsman/1/config";
const password = "correct horse battery";

type Ask = (question: SoapQuestion, path?: string) => Promise<SoapAnswer>;

interface Visit {
  readonly host: RunningHost;
  /** As the administrator. */
  readonly ask: Ask;
  /** As one of the accounts below. */
  as(name: string): Ask;
}

/** Accounts that examples speak of, and one that none does, with their environments. */
const accounts: Readonly<Record<string, readonly string[]>> = {
  admin: [], reader: [], stranger: [], standard: ["EDITION=standard"], premium: ["EDITION=premium"], climber: ["EDITION=../../wsman/plugins/none"],
};

let madeAccounts: Promise<string> | undefined;

/** Hashing passwords is slow on purpose, so it is done once. @returns the state directory to copy */
async function makeAccounts(): Promise<string> {
  const state = mkdtempSync(join(tmpdir(), "wsmanor-example-"));
  const users = await openUsers(state);
  for (const [name, variables] of Object.entries(accounts)) {
    assert.ok((await users.add(name, password, { administrator: false })).ok);
    if (variables.length > 0) assert.equal((await runCommand(["user", "environment", name, ...variables, "--state", state])).status, 0);
  }
  return state;
}

async function visit(folder: string, work: (visit: Visit) => Promise<void>): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), "wsmanor-example-"));
  cpSync(await (madeAccounts ??= makeAccounts()), state, { recursive: true });
  const host = await startRunningHost({ config: folder, state });
  const askAs = (authorization: string): Ask => (question, path = "/wsman") => askWsman(new URL(path, host.urls[0]).href, authorization, question);
  try {
    await work({ host, ask: askAs(host.authorization), as: (name) => askAs(basic(name, password)) });
  } finally {
    assert.equal(await host.stop(), 0);
    rmSync(state, { recursive: true });
  }
}

/** A copy whose files may be changed; plug-ins find the SDK through the project they were copied from. */
function changed(name: string, edit: (file: string, text: string) => string): string {
  const place = mkdtempSync(join(tmpdir(), "wsmanor-example-"));
  cpSync(join(examples, name), place, { recursive: true });
  for (const file of readdirSync(place, { recursive: true, encoding: "utf8" }).filter((each) => /\.(?:config|xml)$/u.test(each))) {
    writeFileSync(join(place, file), edit(file, readFileSync(join(place, file), "utf8")));
  }
  return place;
}

async function problemsOf(path: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await validateConfiguration({ configPath: path });
  return diagnostics.filter(({ rule }) => rule !== "schema-default-attribute");
}

const tokenOf = (name: string): string => readFileSync(join(examples, name, "for-trying-out.token"), "utf8").trim();

/** A Get on the socket that is for the proxy, as the sample's own file has the proxy send it. */
async function throughProxy(name: string, host: RunningHost, headers: Readonly<Record<string, string>>): Promise<number> {
  const url = host.urls.filter((each) => each.endsWith("/wsman"))[1]!;
  const fields = { "X-WSManor-Proxy-Token": tokenOf(name), "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "outside.example", ...headers };
  return (await HttpExchange.post(url, soapEnvelope({ action: actions.get, resourceUri: config }), fields)).status;
}

async function isBehindItsProxy(name: string, { host }: Visit): Promise<void> {
  const [right, wrong] = [basic("reader", password), basic("reader", "wrong")];
  const asked = (headers: Readonly<Record<string, string>>): Promise<number> => throughProxy(name, host, headers);
  assert.deepEqual([await asked({}), await asked({ Authorization: wrong }), await asked({ Authorization: right })], [401, 401, 200]);
  assert.deepEqual([await asked({ Authorization: right, "X-WSManor-Proxy-Token": "wrong" }), await asked({ Authorization: right, "X-Forwarded-Proto": "http" })], [400, 401]);
  const inside = readdirSync(join(examples, name), { recursive: true, encoding: "utf8" }).filter((file) => /nginx\.conf$|haproxy\.cfg$|^iis.web\.config$/u.test(file)).map((file) => readFileSync(join(examples, name, file), "utf8"));
  assert.equal(inside.length, 1, "the proxy's own side");
  assert.ok(inside[0]!.includes(tokenOf(name)));
}

/** What each example promises in its first comment. */
const promises: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  authorization: async ({ ask, as }) => {
    const [reader, stranger, admin] = [as("reader"), as("stranger"), as("admin")];
    assert.equal((await admin({ action: "Get", resourceUri: config })).status, 200);
    assert.match((await stranger({ action: "Get", resourceUri: config })).text, /AccessDenied/u);
    assert.match((await ask({ action: "Get", resourceUri: config })).text, /AccessDenied/u);
    assert.match((await reader({ action: "Get", resourceUri: config })).text, /AccessDenied/u);
    const answers: SoapAnswer[] = [];
    for (let nth = 0; nth < 4; nth++) answers.push(await reader({ action: "Enumerate", resourceUri: registry, body: "<n:Enumerate/>" }));
    assert.ok(answers[0]!.status === 200, answers[0]!.text);
    assert.match(answers[3]!.text, /QuotaLimit/u);
  },

  "dll-mapping": async ({ host, ask }) => {
    assert.deepEqual(await pluginStates(host), ["PL1 serving", "PL2 serving"]);
    assert.equal((await ask({ action: "Get", resourceUri: "myUri2" })).status, 200);
  },

  // The proxies themselves run in test/wire/behind-a-proxy; here is what their fields do.
  haproxy: (visited) => isBehindItsProxy("haproxy", visited),
  nginx: (visited) => isBehindItsProxy("nginx", visited),
  "iis-http-platform-handler": (visited) => isBehindItsProxy("iis-http-platform-handler", visited),

  "iis-arr": async (visited) => {
    await isBehindItsProxy("iis-arr", visited);
    const named = (user: string): Promise<number> => throughProxy("iis-arr", visited.host, { "X-Forwarded-User": user });
    assert.deepEqual([await named("reader"), await named("nobody"), await named("CORP\\reader"), await named(`${hostname()}\\reader`), await named("")], [200, 401, 401, 200, 401]);
  },

  https: async ({ host }) => {
    const url = host.urls.find((each) => each.startsWith("https:") && each.endsWith("/wsman"))!;
    const ca = readFileSync(join(examples, "https", "for-trying-out.pem"));
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(url, { ca, method: "POST", servername: "localhost", headers: { authorization: host.authorization, "content-type": "application/soap+xml" } }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      });
      asked.on("error", reject).end('<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>');
    });
    assert.equal(status, 200);
  },

  "own-section": async () => {
    const broken = changed("own-section", (file, text) => (file.endsWith("web.config") ? text.replace('kind="Remote"', 'kind="Remot"').replace("00:01:00", "00:01:05") : text));
    const removed = changed("own-section", (_file, text) => text);
    rmSync(join(removed, "schema"), { recursive: true });
    const unregistered = changed("own-section", (_file, text) => text.replace('<section name="example.inventory"/>', ""));
    try {
      const found = await problemsOf(broken);
      assert.deepEqual(found.map(({ rule, didYouMean }) => [rule, didYouMean]), [["invalid-value", undefined], ["invalid-value", "Remote"]]);
      assert.match(found[1]!.schemaPlace!.file, /inventory_schema\.xml$/u);
      assert.ok((await problemsOf(removed)).some(({ rule }) => rule === "section-without-schema"));
      assert.ok((await problemsOf(unregistered)).some(({ rule }) => rule === "section-not-declared"));
    } finally {
      for (const place of [broken, removed, unregistered]) rmSync(place, { recursive: true });
    }
  },

  "per-user-plugin": async ({ host, ask, as }) => {
    const [one, two] = [as("standard"), as("premium")];
    const question = { action: "Get", resourceUri: "urn:example:greeting" } as const;
    assert.match((await one(question)).text, /Good day\./u);
    assert.match((await two(question)).text, /it is a pleasure to see you/u);
    assert.match((await one(question)).text, /Good day\./u);
    for (const refused of [as("climber"), ask]) {
      const answer = await refused(question);
      assert.equal(answer.status, 500);
      assert.doesNotMatch(answer.text, /plugins\/none|is not set/u);
    }
    await until(() => /the variable EDITION in its Filename plugins\/%EDITION%\/greeting\.mjs is not set for tester/u.test(host.log()));
    assert.equal((await ask({ action: "Get", resourceUri: config })).status, 200);
    // The host sees a changed environment within a second; no longer than that is the old one used.
    assert.equal((await runCommand(["user", "environment", "standard", "EDITION=premium", "--state", host.state])).status, 0);
    let text = "";
    while (!/pleasure/u.test(text)) text = (await one(question)).text;
  },

  // The same with PowerShell and without: what is wrong with a request. Whole conversations are in the plug-in's own tests.
  powershell: async ({ host }) => {
    assert.deepEqual(await pluginStates(host), ["powershell serving", "winrm-config serving"]);
    const create = async (name: string): Promise<string> => {
      const headers = '<w:OptionSet><w:Option Name="protocolversion" MustComply="true">2.3</w:Option></w:OptionSet>';
      const body = '<rsp:Shell xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"><rsp:OutputStreams>stdout</rsp:OutputStreams></rsp:Shell>';
      const message = soapEnvelope({ action: actions.create, resourceUri: `http://schemas.microsoft.com/powershell/${name}`, headers, body });
      return (await HttpExchange.post(new URL("/wsman", host.urls[0]).href, message, { Authorization: host.authorization })).body.toString();
    };
    for (const name of ["Microsoft.PowerShell", "powershell.7"]) assert.match(await create(name), /provider="powershell".*has no creationXml of the namespace/u);
    assert.match(await create("Other"), /DestinationUnreachable/u);
  },

  shell: async ({ host }) => {
    assert.deepEqual(await pluginStates(host), ["cmd-shell serving", "winrm-config serving"]);
    const shell = await ShellSession.open(host.urls[0]!, host.authorization, { inside: '<rsp:Environment><rsp:Variable Name="GREETING">hello</rsp:Variable></rsp:Environment><rsp:WorkingDirectory>/</rsp:WorkingDirectory>' });
    assert.deepEqual(await shell.run("echo", "$GREETING from", "$PWD;", "exit 3"), { stdout: "hello from /\n", stderr: "", exitCode: 3 });
    await shell.delete();
  },

  system: async ({ host, ask, as }) => {
    const ofProcess = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Process";
    for (const each of [ask, as("reader")]) {
      const answer = await each({ action: "Get", resourceUri: ofProcess, selectors: { Handle: String(process.pid) } });
      assert.match(answer.text, new RegExp(`<p:ProcessId>${process.pid}</p:ProcessId>`, "u"), answer.text);
    }
    const mark = join(host.state, "made by a process");
    const create = async (authorization: string): Promise<string> => {
      const body = `<p:Create_INPUT xmlns:p="${ofProcess}"><p:CommandLine>/bin/touch "${mark}"</p:CommandLine></p:Create_INPUT>`;
      const answer = await fetch(new URL("/wsman", host.urls[0]), { method: "POST", headers: { authorization, "content-type": "application/soap+xml" }, body: soapEnvelope({ action: `${ofProcess}/Create`, resourceUri: ofProcess, body }) });
      return answer.text();
    };
    assert.match(await create(basic("reader", password)), /<p:ReturnValue>2<\/p:ReturnValue>/u);
    assert.match(await create(host.authorization), /<p:ProcessId>\d+<\/p:ProcessId><p:ReturnValue>0<\/p:ReturnValue>/u);
    await until(() => existsSync(mark));
  },

  "two-applications": async ({ host, ask }) => {
    assert.deepEqual(host.urls.map((url) => new URL(url).pathname).sort(), ["/", "/myapplication", "/wsman"]);
    assert.equal((await ask({ action: "Get", resourceUri: config })).status, 200);
    assert.match((await ask({ action: "Get", resourceUri: config }, "/myapplication")).text, /DestinationUnreachable/u);
    // Their limits: 500 KB and 64 KB.
    const large = { action: "Get", resourceUri: config, body: `<b:x>${"y".repeat(100 * 1024)}</b:x>` } as const;
    assert.deepEqual([(await ask(large, "/wsman")).status, (await ask(large, "/myapplication")).status], [200, 413]);
    // Their plug-ins: the registry of one knows nothing of the other's.
    const value = { resourceUri: registry, selectors: { Key: "Shared", Value: "Greeting" } } as const;
    const created = await ask({ action: "Create", ...value, body: '<r:Value xmlns:r="urn:wsmanor:registry"><r:Type>String</r:Type><r:Data>hello</r:Data></r:Value>' });
    assert.equal(created.status, 200, created.text);
    assert.match((await ask({ action: "Get", ...value })).text, /hello/u);
    assert.equal((await ask({ action: "Get", ...value }, "/myapplication")).status, 500);
  },
};

describe("config/examples", () => {
  const names = readdirSync(examples);
  after(async () => rmSync((await madeAccounts)!, { recursive: true }));

  it("every example has its test", () => assert.deepEqual(Object.keys(promises).sort(), [...names].sort()));

  for (const name of names) {
    it(`${name} is clean, starts on loopback HTTP first, and does what it promises`, async () => {
      const folder = join(examples, name);
      assert.deepEqual((await problemsOf(folder)).map(({ severity, rule }) => `${severity} ${rule}`), []);
      assert.match(readFileSync(join(folder, "applicationHost.config"), "utf8"), /<bindings>\s*(?:<!--[^>]*-->\s*)?<binding protocol="http" bindingInformation="127\.0\.0\.1:5985:"\/>/u);
      await visit(folder, async (visited) => {
        const first = new URL(visited.host.urls[0]!);
        assert.deepEqual([first.protocol, first.hostname, first.pathname], ["http:", "127.0.0.1", "/wsman"]);
        assert.doesNotMatch(visited.host.log(), /"level":"(?:error|warn)"/u);
        // What the first start says to try; the sample of the IIS extension has its own two plug-ins and no more.
        if (name !== "dll-mapping") assert.equal((await visited.as("admin")({ action: "Get", resourceUri: config })).status, 200);
        await promises[name]!(visited);
      });
    });
  }

  it("two applications have a quota each: what one uses up the other still has", async () => {
    const place = changed("two-applications", (file, text) =>
      file === join("myapplication", "web.config") ? text.replace('QuotaSystemWindowSeconds="1" QuotaSystemWindowOperations="100"', 'QuotaSystemWindowSeconds="3600" QuotaSystemWindowOperations="3"') : text);
    try {
      await visit(place, async ({ ask }) => {
        const question = { action: "Enumerate", resourceUri: registry, body: "<n:Enumerate/>" } as const;
        const answers: SoapAnswer[] = [];
        for (let nth = 0; nth < 4; nth++) answers.push(await ask(question, "/myapplication"));
        assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200, 500]);
        assert.match(answers[3]!.text, /QuotaLimit/u);
        assert.equal((await ask(question)).status, 200);
      });
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
