import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Identity } from "../../src/base/identity.js";
import type { HostConnection, HostRequest } from "../../src/base/host-message.js";
import { readHost } from "../../src/host/read-host.js";
import { listen, type ListenerSet } from "../../src/listener/listen.js";
import type { AuthenticationScheme } from "../../src/pipeline/authentication-scheme.js";
import { BasicScheme } from "../../src/pipeline/basic-scheme.js";
import type { MountedApplication } from "../../src/pipeline/pipeline-settings.js";
import { ProxyCounters, type ProxyFront } from "../../src/pipeline/proxied/proxy-front.js";
import { createPipeline } from "../../src/pipeline/run-pipeline.js";
import { ManualClock } from "../../src/testing/manual-clock.js";
import { basic } from "../support/basic.js";
import { makeChain, opensslMissing, type CertificateChain } from "../support/certificate-chain.js";
import { freePort } from "../support/free-port.js";
import { projectRoot } from "../support/project-root.js";
import { proxyPrograms, startProxy, type ProxyProgram, type RunningProxy } from "../support/proxy-process.js";
import { startRunningHost } from "../support/running-host.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { RecordingLogger } from "../unit/apps/wsman/app-harness.js";

const example = (name: string): string => join(projectRoot, "config", "examples", name);

/** What the application behind the proxy saw. */
interface Echo {
  readonly user: string | undefined;
  readonly remoteAddress: string;
  readonly secure: boolean;
  readonly loopback: boolean;
  readonly host: string;
  readonly names: readonly string[];
  readonly certificate: { readonly flags: number; readonly subjectName: string } | undefined;
  readonly negotiated: boolean;
}

function echo(sent: HostRequest, user: Identity | undefined): Echo {
  const { connection, certificates, headers } = sent;
  const { certificate, negotiated } = certificates.state();
  return {
    user: user?.name, remoteAddress: connection.remoteAddress, secure: connection.secure, loopback: connection.loopback, host: headers.get("host") ?? "",
    names: [...headers.entries()].map(([name]) => name.toLowerCase()), negotiated,
    certificate: certificate === undefined ? undefined : { flags: certificate.flags, subjectName: certificate.details.subjectName },
  };
}

/** Belongs to a connection after one login, as NTLM does, and heeds no proxy: what the entrance does not prevent is seen. */
class ConnectionBound implements AuthenticationScheme {
  readonly name = "Bound";
  readonly #users = new WeakMap<HostConnection, Identity>();
  constructor(private readonly heedsProxies: boolean) {}
  #isWithheld({ proxied }: HostConnection): boolean {
    return this.heedsProxies && proxied?.oneToOne === false;
  }
  challenge({ connection }: HostRequest): { offer: string } | { withheld: string } {
    return this.#isWithheld(connection) ? { withheld: "a proxy is in front" } : { offer: "Bound" };
  }
  authenticate({ connection }: HostRequest, authorization: string) {
    if (this.#isWithheld(connection)) return { kind: "refused" as const, reason: "a proxy is in front" };
    const identity: Identity = { name: authorization.slice(6), authenticationType: "Bound", isAdministrator: false, environment: new Map() };
    this.#users.set(connection, identity);
    return { kind: "accepted" as const, identity };
  }
  remembered({ connection }: HostRequest) {
    const identity = this.#users.get(connection);
    return identity === undefined ? undefined : { kind: "accepted" as const, identity };
  }
}

interface Answer {
  readonly status: number;
  readonly challenges: readonly string[];
  readonly seen: Echo | undefined;
}

/** The listener and the pipeline with a front, and an application that tells what it saw. */
async function startEcho(front: ProxyFront | undefined, schemes: readonly AuthenticationScheme[], anonymous = false) {
  const logger = new RecordingLogger();
  const counters = new ProxyCounters();
  const application: MountedApplication = {
    path: "/wsman", allowsAnonymous: () => anonymous,
    handle: ({ request: sent, user }) => ({ status: 200, headers: [["Content-Type", "application/json"]], body: JSON.stringify(echo(sent, user)) }),
    authentication: { schemes, allowUnencrypted: false, realm: "WSMAN" },
  };
  const pipeline = createPipeline({
    sockets: [[{ host: "", site: { name: "Site", applications: [application] }, front }]],
    clock: new ManualClock(), logger, newId: () => "ID", logAccess: () => undefined, proxyCounters: counters,
  });
  const limits = { headerTimeout: 20_000, requestTimeout: 20_000, idleTimeout: 20_000, maxConnections: 500, maxHeaderBytes: 16_384 };
  const set: ListenerSet = await listen([{ address: "127.0.0.1", port: 0 }], limits, (sent) => pipeline(sent, 0), { logger, serverHeader: () => undefined });
  return { set, port: set.addresses[0]!.port, logger, counters };
}

const users = new BasicScheme((name, password) => (password === `of ${name}` ? { kind: "accepted", user: { name, hash: "", administrator: false, environment: new Map() } } : { kind: "rejected", reason: "wrong-password" }));

const serverCertificate = selfSignedCertificate("localhost", { dns: ["localhost"] });

function ask(port: number, headers: Readonly<Record<string, string | readonly string[]>>, { agent, secure = true, client = {} }: { readonly agent?: Agent; readonly secure?: boolean; readonly client?: { readonly cert?: string; readonly key?: string } } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: "/wsman", method: "POST", headers: { "Content-Length": "0", ...headers }, agent: agent ?? false, ...(secure ? { servername: "localhost", ca: serverCertificate.cert, ...client } : {}) };
    const outgoing = (secure ? request : httpRequest)(options as never, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8").on("data", (chunk: string) => (text += chunk)).on("end", () => {
        const challenges = (incoming.rawHeaders ?? []).filter((_, at, all) => at % 2 === 1 && all[at - 1]!.toLowerCase() === "www-authenticate");
        resolve({ status: incoming.statusCode!, challenges, seen: incoming.statusCode === 200 ? (JSON.parse(text) as Echo) : undefined });
      });
    });
    outgoing.on("error", reject).end();
  });
}

/** The sample's own file, with this machine's ports and files. */
function sampleText(program: ProxyProgram, folder: string, port: number, backend: number, authority: string): string {
  writeFileSync(join(folder, "wsmanor.pem"), serverCertificate.cert);
  writeFileSync(join(folder, "wsmanor.key"), serverCertificate.key);
  writeFileSync(join(folder, "wsmanor-with-key.pem"), serverCertificate.cert + serverCertificate.key);
  writeFileSync(join(folder, "client-ca.pem"), authority);
  const file = program.name === "nginx" ? "nginx.conf" : "haproxy.cfg";
  return readFileSync(join(example(program.name), file), "utf8").replaceAll("/etc/ssl/", `${folder}/`)
    .replace("listen 5986", `listen 127.0.0.1:${port}`).replace("bind :5986", `bind 127.0.0.1:${port}`).replaceAll("127.0.0.1:5987", `127.0.0.1:${backend}`);
}

/** The front that the sample declares, with issuers of client certificates. */
async function sampleFront(name: string, authority: string): Promise<ProxyFront> {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-front-"));
  try {
    cpSync(example(name), folder, { recursive: true });
    writeFileSync(join(folder, "client-ca.pem"), authority);
    const file = join(folder, "applicationHost.config");
    writeFileSync(file, readFileSync(file, "utf8").replace('bindingInformation="127.0.0.1:5987:"', '$& trustedIssuersFile="client-ca.pem"'));
    const { fronts, certificateProblems } = await readHost(folder, 0);
    assert.deepEqual(certificateProblems, []);
    return fronts[1]!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const spoofs = {
  "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "http", "X-Forwarded-Host": "spoofed", "X-Forwarded-User": "alice", Forwarded: "for=127.0.0.1", "X-Real-IP": "127.0.0.1", "X-ARR-ClientCert": "MIIB", "X-ARR-SSL": "1",
  "Client-Cert": ":MIIB:", "X-SSL-Client-Cert": "spoofed", "X-SSL-Client-DER": "MIIB", "X-SSL-Client-Used": "1", "X-Forwarded-Client-Cert": "Cert=a", "MS-ASPNETCORE-CLIENTCERT": "MIIB", "X-iisnode-AUTH_USER": "alice", "X-WSManor-Proxy-Token": "spoofed",
};

for (const program of proxyPrograms) {
  describe(`${program.name} in front, as config/examples/${program.name} says`, { skip: program.missing || opensslMissing() }, () => {
    let folder = "";
    let chain: CertificateChain;
    let front: ProxyFront;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "wsmanor-chain-"));
      chain = makeChain(folder);
      front = await sampleFront(program.name, chain.authority);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    async function visit(schemes: readonly AuthenticationScheme[], work: (port: number, echoed: Awaited<ReturnType<typeof startEcho>>) => Promise<void>, anonymous = false): Promise<void> {
      const echoed = await startEcho(front, schemes, anonymous);
      const port = await freePort();
      const proxy: RunningProxy = await startProxy(program, port, (own) => sampleText(program, own, port, echoed.port, chain.authority));
      try {
        await work(port, echoed);
      } finally {
        await proxy.stop();
        await echoed.set.close(0);
      }
    }

    it("says who the client is, and what the client says of itself never comes through", async () => {
      await visit([users], async (port, { counters, logger }) => {
        const { status, seen } = await ask(port, { ...spoofs, Host: "outside.example:5986", Authorization: basic("alice", "of alice") });
        assert.equal(status, 200, JSON.stringify(logger.lines));
        assert.deepEqual([seen!.user, seen!.remoteAddress, seen!.secure, seen!.host, seen!.certificate, seen!.negotiated], ["alice", "127.0.0.1", true, "outside.example:5986", undefined, true]);
        const owned = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-ssl-client-cert", "x-ssl-client-der", "x-ssl-client-used"];
        assert.deepEqual(seen!.names.filter((name) => name in Object.fromEntries(Object.keys(spoofs).map((each) => [each.toLowerCase(), 1])) && !owned.includes(name)), []);
        assert.ok(counters.deletedFields >= 6, String(counters.deletedFields));
        assert.equal(counters.refusedRequests, 0);
      });
    });

    it("1,000 mixed requests of two users over shared connections: not one crosses", async () => {
      await visit([users], async (port) => {
        const agents = [new Agent({ keepAlive: true, maxSockets: 8 }), new Agent({ keepAlive: true, maxSockets: 8 })];
        let served = 0;
        const one = async (nth: number): Promise<void> => {
          const name = nth % 2 === 0 ? "alice" : "bob";
          const isAnonymous = nth % 10 === 7;
          const isWrong = nth % 10 === 4;
          const { status, seen } = await ask(port, isAnonymous ? {} : { Authorization: basic(name, isWrong ? "wrong" : `of ${name}`) }, { agent: agents[nth % 2]! });
          assert.deepEqual([status, seen?.user], isAnonymous || isWrong ? [401, undefined] : [200, name], `request ${nth}`);
          served++;
        };
        let next = 0;
        await Promise.all(Array.from({ length: 16 }, async () => {
          while (next < 1000) await one(next++);
        }));
        assert.equal(served, 1000);
        for (const agent of agents) agent.destroy();
      });
    });

    it("forwards certificates, and they are looked at again", async () => {
      await visit([], async (port, { logger }) => {
        const [good, server] = [chain.issue("carol"), chain.issue("server", { usage: "serverAuth" })];
        const self = selfSignedCertificate("self");
        const flagsOf = async (client: { readonly cert: string; readonly key: string }): Promise<unknown> => {
          const { status, seen } = await ask(port, spoofs, { client: { cert: client.cert, key: client.key } });
          assert.equal(status, 200, JSON.stringify(logger.lines));
          return [seen!.negotiated, seen!.certificate?.flags.toString(16), seen!.certificate?.subjectName];
        };
        assert.deepEqual(await flagsOf(good), [true, "0", "carol"]);
        assert.deepEqual(await flagsOf(server), [true, "800b0110", "server"]);
        assert.deepEqual(await flagsOf(self), [true, "800b0109", "self"]);
        assert.deepEqual((await ask(port, spoofs)).seen!.certificate, undefined);
      }, true);
    });

    it("a login that belongs to a connection is not offered, and cannot be taken over", async () => {
      for (const heeds of [true, false]) {
        await visit([new ConnectionBound(heeds), users], async (port) => {
          const agent = new Agent({ keepAlive: true, maxSockets: 1 });
          assert.deepEqual((await ask(port, {}, { agent })).challenges.map((each) => each.split(" ")[0]), heeds ? ["Basic"] : ["Bound", "Basic"]);
          assert.equal((await ask(port, { Authorization: "Bound alice" }, { agent })).status, heeds ? 401 : 200);
          for (let nth = 0; nth < 4; nth++) assert.equal((await ask(port, {})).status, 401, "another client");
          assert.equal((await ask(port, {}, { agent })).status, 401);
          agent.destroy();
        });
      }
    });

    it("carries bodies of the size that is configured to the whole host", async () => {
      const host = await startRunningHost({ config: example(program.name) });
      const port = await freePort();
      const proxied = Number(new URL(host.urls.filter((url) => url.endsWith("/wsman"))[1]!).port);
      const proxy = await startProxy(program, port, (own) => sampleText(program, own, port, proxied, chain.authority));
      try {
        const send = (text: string, headers: Readonly<Record<string, string>>): Promise<number> => new Promise((resolve, reject) => {
          const outgoing = request({ host: "127.0.0.1", port, path: "/wsman", method: "POST", servername: "localhost", ca: serverCertificate.cert, headers: { "Content-Type": "application/soap+xml;charset=UTF-8", "Content-Length": Buffer.byteLength(text), ...headers } }, (incoming) => incoming.resume().on("end", () => resolve(incoming.statusCode!)));
          outgoing.on("error", reject).end(text);
        });
        const get = soapEnvelope({ action: actions.get, resourceUri: "urn:wsmanor:registry", selectors: { Key: "" } });
        const large = soapEnvelope({
          action: actions.create, resourceUri: "urn:wsmanor:registry", selectors: { Key: "Large", Value: "v" },
          body: `<r:Value xmlns:r="urn:wsmanor:registry"><r:Type>String</r:Type><r:Data>${"x".repeat(140 * 1024)}</r:Data></r:Value>`,
        });
        assert.deepEqual([await send(get, {}), await send(get, { Authorization: basic(host.user, "wrong") }), await send(get, { Authorization: host.authorization })], [401, 401, 200], proxy.said());
        assert.equal(await send(large, { Authorization: host.authorization, Expect: "100-continue" }), 200);
      } finally {
        await proxy.stop();
        assert.equal(await host.stop(), 0);
      }
    });

    it("whoever reaches the socket without the proxy gets nothing", async () => {
      await visit([users], async (_, { port, counters }) => {
        const authorization = basic("alice", "of alice");
        for (const headers of [{}, { "X-WSManor-Proxy-Token": "wrong" }, { ...spoofs }]) assert.equal((await ask(port, { ...headers, Authorization: authorization }, { secure: false })).status, 400);
        assert.equal(counters.refusedRequests, 3);
      });
    });

    it("in front of a socket that declares nothing, it is known by what it adds, and no login stays with a connection", async () => {
      const echoed = await startEcho(undefined, [new ConnectionBound(true), users]);
      const port = await freePort();
      const text = program.name === "nginx"
        ? `upstream b { server 127.0.0.1:${echoed.port}; keepalive 4; }\nserver { listen 127.0.0.1:${port}; location / { proxy_pass http://b; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; } }\n`
        : `frontend f\n mode http\n timeout client 20s\n bind 127.0.0.1:${port}\n option forwardfor\n default_backend b\nbackend b\n mode http\n http-reuse always\n timeout connect 5s\n timeout server 20s\n server s 127.0.0.1:${echoed.port}\n`;
      const proxy = await startProxy(program, port, () => text);
      try {
        assert.equal((await ask(port, { Authorization: "Bound alice" }, { secure: false })).status, 401);
        for (let nth = 0; nth < 4; nth++) assert.equal((await ask(port, {}, { secure: false })).status, 401);
        assert.deepEqual((await ask(port, {}, { secure: false })).challenges, [], "in clear, from who knows where");
      } finally {
        await proxy.stop();
        await echoed.set.close(0);
      }
    });
  });
}
