import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openUsers } from "../../src/host/manage-users.js";
import { basic } from "../support/basic.js";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { until } from "../support/until.js";

const { key, cert } = selfSignedCertificate("localhost", { addresses: ["127.0.0.1"] });
const secure = (text: string): string => `<system.webServer><security>${text}</security></system.webServer>`;
const locations = [
  `<location path="Site/wsman">${secure('<authorization><add accessType="Deny" users="bob"/><add accessType="Deny" users="?"/><add accessType="Allow" users="bob, alice" verbs="POST"/><add accessType="Allow" roles="Administrators"/></authorization><ipSecurity denyAction="AbortRequest"><add ipAddress="::1"/><add ipAddress="127.0.0.2"/></ipSecurity>')}</location>`,
  `<location path="Site/other">${secure('<access sslFlags="Ssl, Ssl128"/>')}</location>`,
  `<location path="Site" inheritInChildApplications="false">${secure('<ipSecurity denyAction="NotFound" enableProxyMode="true"><add ipAddress="127.0.0.0" subnetMask="255.255.255.254" allowed="true"/><add ipAddress="127.0.0.0" subnetMask="255.0.0.0"/></ipSecurity>')}</location>`,
].join("");

const hasIpv6 = Object.values(networkInterfaces()).flat().some((each) => each?.address === "::1");
let folder: HostFolder;
let host: RunningHost;
const state = mkdtempSync(join(tmpdir(), "wsmanor-guarded-"));

before(async () => {
  const users = await openUsers(state);
  for (const name of ["alice", "bob"]) await users.add(name, "correct horse battery", { administrator: false });
  folder = makeHostFolder({
    locations,
    bindings: `<binding protocol="http" bindingInformation="127.0.0.1:5985:"/>${hasIpv6 ? '<binding protocol="http" bindingInformation="[::1]:5985:"/>' : ""}<binding protocol="https" bindingInformation="127.0.0.1:5986:" certificateFile="a.pem" keyFile="a.key"/>`,
    files: { "a.pem": cert, "a.key": key },
  });
  host = await startRunningHost({ config: folder.path, state });
});

after(async () => {
  await host.stop();
  folder.remove();
  rmSync(state, { recursive: true, force: true });
});

interface Asking {
  readonly path: string;
  readonly from?: string;
  readonly by?: "http" | "https" | "ipv6";
  readonly user?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const get = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"/>';

/** @returns the status; `dropped` when the connection ends without an answer */
function ask({ path, from, by = "http", user, method = "POST", headers = {} }: Asking): Promise<number | "dropped"> {
  const url = host.urls.map((each) => new URL(each)).find(({ protocol, hostname }) => protocol === (by === "https" ? "https:" : "http:") && (hostname === "[::1]") === (by === "ipv6"))!;
  const options = {
    host: url.hostname.replace(/[[\]]/gu, ""), port: url.port, path, method, ...(from === undefined ? {} : { localAddress: from }), rejectUnauthorized: false, agent: false,
    headers: { "content-type": "application/soap+xml;charset=UTF-8", ...(user === undefined ? {} : { authorization: basic(user, "correct horse battery") }), ...headers },
  };
  return new Promise((resolve, reject) => {
    const sent = (by === "https" ? tlsRequest : plainRequest)(options, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode!));
    });
    sent.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? resolve("dropped") : reject(error)));
    sent.end(method === "POST" ? get : undefined);
  });
}

/** Waits for the line of the access log, which gives the sub-status; the client was not told it. */
const logged = (status: number, subStatus: number | undefined, path: string): Promise<void> =>
  until(() => host.log().split("\n").some((line) => {
    if (!line.includes('"message":"request"') || !line.includes(`"path":"${path}"`)) return false;
    const entry = JSON.parse(line) as { status: number; subStatus?: number };
    return entry.status === status && entry.subStatus === subStatus;
  }));

describe("security/authorization", () => {
  it("lets in whom a rule allows, refuses whom one denies, challenges whom nobody knows", async () => {
    // What is no request of WS-Management at all has got past the guards when it is told so.
    assert.equal(await ask({ path: "/wsman", user: "alice" }), 500);
    assert.equal(await ask({ path: "/wsman", user: "bob" }), 403);
    await logged(403, undefined, "/wsman");
    assert.equal(await ask({ path: "/wsman" }), 401);
    await logged(401, 2, "/wsman");
    assert.equal(await ask({ path: "/wsman", user: "alice", method: "PUT" }), 403);
    assert.notEqual(await ask({ path: "/wsman", user: "tester", method: "PUT" }), 403);
  });

  it("a request that is refused never reaches a plug-in, not even Identify that needs no user", async () => {
    const before = folder.entries().length;
    assert.equal(await ask({ path: "/wsman", headers: { wsmanidentify: "unauthenticated" } }), 401);
    assert.equal(folder.entries().length, before);
  });
});

describe("security/access", () => {
  it("Ssl: 403.4 in clear, served over TLS", async () => {
    assert.equal(await ask({ path: "/other", user: "tester" }), 403);
    await logged(403, 4, "/other");
    assert.equal(await ask({ path: "/other", user: "tester", by: "https" }), 500);
  });

  it("the log has a line that says why, with the section", async () => {
    await until(() => host.log().split("\n").some((line) => line.includes('"request refused"') && line.includes('"section":"security/access"') && line.includes('"status":"403.4"')));
  });
});

describe("security/ipSecurity", () => {
  it("AbortRequest drops the connection of an IPv6 address", { skip: hasIpv6 ? false : "this machine has no IPv6" }, async () => {
    assert.equal(await ask({ path: "/wsman", user: "alice", by: "ipv6" }), "dropped");
  });

  it("AbortRequest drops the connection of one address of many", async () => {
    assert.equal(await ask({ path: "/wsman", user: "alice", from: "127.0.0.2" }), "dropped");
    await logged(403, 503, "/wsman");
    assert.equal(await ask({ path: "/wsman", user: "alice", from: "127.0.0.3" }), 500);
  });

  it("the administration application obeys it, probes and all", async () => {
    assert.equal(await ask({ path: "/livez", method: "GET" }), 200);
    assert.equal(await ask({ path: "/livez", method: "GET", from: "127.0.0.5" }), 404);
    await logged(404, 503, "/livez");
    assert.equal(await ask({ path: "/livez", method: "GET", headers: { "x-forwarded-for": "127.0.0.5" } }), 404);
    assert.equal(await ask({ path: "/livez", method: "GET", headers: { "x-forwarded-for": "nonsense" } }), 400);
    await logged(400, 10, "/livez");
    assert.equal(await ask({ path: "/livez", method: "GET", headers: { "x-forwarded-for": "192.0.2.1, 127.0.0.1" } }), 200);
  });
});
