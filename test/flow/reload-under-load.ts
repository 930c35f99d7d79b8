import assert from "node:assert/strict";
import { mkdirSync, rmdirSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createHost, type RunningHost } from "wsmanor";
import { basic } from "../support/basic.js";
import { pluginXml } from "../support/configured-host.js";
import { freePort } from "../support/free-port.js";
import type { PlainAnswer } from "../support/plain-request.js";
import { itemCount, ReloadFolder, type ReloadVersion } from "../support/reload-folder.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { actions } from "../support/soap-envelope.js";
import { contextIn, WsmanSession } from "../support/wsman-session.js";

const uri = "urn:test:versioned";
const registry = "urn:wsmanor:registry";
const counter = { Key: "Counter", Value: "n" };

export interface LoadReport {
  readonly requests: number;
  readonly failures: readonly string[];
  readonly outcomes: Readonly<Record<string, number>>;
  /** Versions that answers told. */
  readonly versions: number;
  /** Octets of heap after garbage collection, before and after. */
  readonly heap: readonly [before: number, after: number];
  /** Timers, sockets and servers of the process, before and after. */
  readonly handles: readonly [before: string, after: string];
}

/** One way to break a configuration. @returns mends what the next version does not write over */
type Breaker = (version: ReloadVersion) => (() => void) | void;

/** Reloads a host again and again, every other time with a broken configuration, while clients use all that it has. */
export async function reloadUnderLoad(reloads: number): Promise<LoadReport> {
  const folder = new ReloadFolder();
  const certificates = [selfSignedCertificate("one"), selfSignedCertificate("two")];
  const ports = { http: await freePort(), https: await freePort(), third: await freePort() };
  const putCertificate = (at: number): void => {
    folder.put("server.pem", certificates[at % 2]!.cert);
    folder.put("server.key", certificates[at % 2]!.key);
  };
  putCertificate(0);
  const blocker: Server = createServer();
  const blocked = await new Promise<number>((resolve) => blocker.listen(0, "127.0.0.1", () => resolve((blocker.address() as { port: number }).port)));
  const binding = (protocol: string, port: number): string => `<binding protocol="${protocol}" bindingInformation="127.0.0.1:${port}:" ${protocol === "https" ? 'certificateFile="server.pem" keyFile="server.key"' : ""}/>`;
  const versionOf = (at: number): ReloadVersion => ({
    version: `v${at}`,
    bindings: binding("http", ports.http) + binding("https", ports.https) + (at % 10 === 4 ? binding("http", ports.third) : ""),
    listener: `maxConnections="${1000 + (at % 3)}"`,
  });
  const breakers: readonly Breaker[] = [
    () => folder.put("wsman/web.config", "<configuration><system.webServer></configuration>"),
    (version) => folder.write({ ...version, operations: 'MaxEnvelopSizeKB="500"' }),
    (version) => {
      folder.put("wsman/throws.mjs", `export default { kind: "operation-plugin", declaration: { name: "t", sdkVersion: 1, capabilities: ["Get"] }, startup: () => { throw new Error("${version.version}"); } };`);
      folder.write({ ...version, plugins: pluginXml("throws", "throws.mjs", [["urn:test:throws", "Get"]]) });
    },
    (version) => folder.write({ ...version, bindings: version.bindings + binding("http", blocked) }),
    (version) => {
      folder.write(version);
      folder.put("server.key", selfSignedCertificate("three").key);
      return () => putCertificate(0);
    },
    (version) => folder.write({ ...version, plugins: pluginXml("missing", "missing.mjs", [["urn:test:missing", "Get"]]) }),
    (version) => {
      folder.write(version);
      mkdirSync(join(folder.state, "host.json.new"));
      return () => rmdirSync(join(folder.state, "host.json.new"));
    },
    () => folder.put("applicationHost.config", "<configuration/>"),
  ];
  folder.write(versionOf(0));
  const host = await createHost({ config: folder.path, state: folder.state, log: new PassThrough().resume() });
  try {
    const load = new Load(host, ports);
    await load.begin();
    const outcomes: Record<string, number> = {};
    let heap = 0;
    let handles = "";
    for (let at = 1; at <= reloads; at++) {
      const broken = at % 2 === 1;
      const mend = broken ? breakers[((at - 1) / 2) % breakers.length]!(versionOf(at)) : folder.write(versionOf(at));
      if (!broken && at % 6 === 0) putCertificate(at / 6);
      const outcome = await host.reload();
      outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1;
      assert.equal(outcome.kind, broken ? "refused" : "swapped", `${at}: ${JSON.stringify(outcome)}`);
      if (mend !== undefined) mend();
      await load.turn();
      // What a first reload loads is there to stay.
      if (at === Math.ceil(reloads / 4) * 2) [heap, handles] = [await heapAfterCollection(), handlesNow()];
    }
    const after = [await heapAfterCollection(), handlesNow()] as const;
    await load.end();
    return { requests: load.requests, failures: load.failures, outcomes, versions: load.versions.size, heap: [heap, after[0]], handles: [handles, after[1]] };
  } finally {
    blocker.close();
    await host.stop();
    folder.remove();
  }
}

/** Clients on both bindings, each on a connection that it keeps. */
class Load {
  readonly failures: string[] = [];
  readonly versions = new Set<string>();
  requests = 0;
  #isOver = false;
  readonly #running: Promise<void>[] = [];
  readonly #authorization: string;

  constructor(
    host: RunningHost,
    private readonly ports: { readonly http: number; readonly https: number },
  ) {
    this.#authorization = basic(host.firstRun!.user, host.firstRun!.password);
  }

  async begin(): Promise<void> {
    const [plain, secure] = [`http://127.0.0.1:${this.ports.http}/wsman`, `https://127.0.0.1:${this.ports.https}/wsman`];
    this.#client(plain, (session) => this.#get(session));
    this.#client(plain, (session) => this.#enumerate(session));
    this.#client(secure, async (session) => {
      await this.#get(session);
      await this.#enumerate(session);
    });
    const session = new WsmanSession(plain, this.#authorization);
    this.#check(await session.send({ action: actions.create, resourceUri: registry, selectors: counter, body: value(0) }));
    session.close();
    let count = 0;
    this.#client(plain, async (own) => {
      count++;
      this.#check(await own.send({ action: actions.put, resourceUri: registry, selectors: counter, body: value(count) }));
      const read = this.#check(await own.get(registry, counter));
      if (!read.includes(`>${count}<`)) this.failures.push(`what was acknowledged is gone: ${count} in ${read}`);
    });
  }

  /** Waits until every client has asked once more. */
  async turn(): Promise<void> {
    const wanted = this.requests + this.#running.length;
    while (this.requests < wanted && this.failures.length === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
  }

  #client(url: string, ask: (session: WsmanSession) => Promise<void>): void {
    const session = new WsmanSession(url, this.#authorization);
    this.#running.push((async () => {
      // What fails at all fails the test: there is no need to go on.
      while (!this.#isOver && this.failures.length < 10) {
        try {
          await ask(session);
        } catch (error) {
          this.failures.push(`${url}: ${String(error)}`);
        }
      }
      session.close();
    })());
  }

  async #get(session: WsmanSession): Promise<void> {
    const version = /Thing[^>]*>(v\d+)</u.exec(this.#check(await session.get(uri)))?.[1];
    if (version === undefined) this.failures.push("a Get without a version");
    else this.versions.add(version);
  }

  async #enumerate(session: WsmanSession): Promise<void> {
    let answer = await session.enumerate(uri);
    const items: string[] = [];
    for (let context = contextIn(answer); context !== undefined; context = contextIn(answer)) {
      this.#check(answer);
      answer = await session.pull(uri, context, 5);
      items.push(...[...answer.text.matchAll(/Thing[^>]*>(v\d+)</gu)].map(([, version]) => version!));
    }
    this.#check(answer);
    if (items.length !== itemCount || new Set(items).size !== 1) this.failures.push(`an enumeration gave ${items.join(" ")}: ${answer.text}`);
  }

  #check({ status, text }: PlainAnswer): string {
    this.requests++;
    if (status !== 200) this.failures.push(`${status} ${text}`);
    return text;
  }
}

const value = (data: number): string => `<r:Value xmlns:r="${registry}"><r:Type>String</r:Type><r:Data>${data}</r:Data></r:Value>`;

const handlesNow = (): string => process.getActiveResourcesInfo().filter((kind) => kind === "TCPServerWrap" || kind === "Timeout").sort().join(" ");

async function heapAfterCollection(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}
