import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { freePort } from "../support/free-port.js";
import { projectRoot } from "../support/project-root.js";
import { proxyPrograms, startProxy, type RunningProxy } from "../support/proxy-process.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { pluginModule, writeConfiguration } from "../support/scratch-configuration.js";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";

const haproxy = proxyPrograms.find(({ name }) => name === "haproxy")!;
const uri = "urn:test:items";

/** The backend as docs/behind-a-proxy.md shows it. */
const shown = /^```haproxy\n([\s\S]*?)^```$/mu.exec(readFileSync(join(projectRoot, "docs", "behind-a-proxy.md"), "utf8"))![1]!;

describe("a farm of two hosts behind HAProxy, as docs/behind-a-proxy.md shows it", { skip: haproxy.missing }, () => {
  let root = "";
  let url = "";
  const hosts: RunningHost[] = [];
  let proxy: RunningProxy;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), "wsmanor-farm-"));
    for (const node of ["n1", "n2"]) {
      const items = pluginModule("items", ["Enumerate"], `enumerate: () => Array.from({ length: 5 }, (_, nth) => ({ name: "i", namespace: "", attributes: [], children: ["${node} " + nth] }))`);
      const folder = writeConfiguration(join(root, node), [{ name: "Site", bindings: ["127.0.0.1:5985:"], applications: { "/wsman": [{ name: "items", resourceUri: uri, capabilities: ["Enumerate"], module: items }] } }]);
      const file = join(folder, "applicationHost.config");
      writeFileSync(file, readFileSync(file, "utf8").replace("</pluginDirectories>", `$&<farm node="${node}" nodes="n1, n2"/>`));
      hosts.push(await startRunningHost({ config: folder }));
    }
    const port = await freePort();
    url = `http://127.0.0.1:${port}/wsman`;
    const backend = shown.replace("10.0.0.1:5987", `127.0.0.1:${hosts[0]!.port}`).replace("10.0.0.2:5987", `127.0.0.1:${hosts[1]!.port}`);
    proxy = await startProxy(haproxy, port, () => `frontend wsman\n    mode http\n    timeout client 20s\n    bind 127.0.0.1:${port}\n    default_backend wsmanor\n${backend}    timeout connect 5s\n    timeout server 20s\n`);
  });
  after(async () => {
    await proxy.stop();
    for (const host of hosts) assert.equal(await host.stop(), 0);
    rmSync(root, { recursive: true });
  });

  const ask = (address: string, action: string, body: string, cookie?: string): Promise<PlainAnswer> =>
    post(address, soapEnvelope({ action, resourceUri: uri, body }), { authorization: hosts[0]!.authorization, ...(cookie === undefined ? {} : { headers: { Cookie: cookie } }) });
  const enumerate = (cookie?: string): Promise<PlainAnswer> => ask(url, actions.enumerate, "<n:Enumerate/>", cookie);
  const pull = (address: string, context: string, cookie?: string): Promise<PlainAnswer> =>
    ask(address, actions.pull, `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>2</n:MaxElements></n:Pull>`, cookie);
  const contextIn = ({ text }: PlainAnswer): string => /<n:EnumerationContext>([^<]*)</u.exec(text)![1]!;
  const cookieIn = ({ headers }: PlainAnswer): string => headers["set-cookie"]![0]!.split(";", 1)[0]!;

  it("a client that sends its cookie back stays with its node through a whole enumeration", async () => {
    const nodes = new Set<string>();
    for (let nth = 0; nth < 6; nth++) {
      const first = await enumerate();
      assert.equal(first.status, 200, first.text);
      const cookie = cookieIn(first);
      const node = cookie.replace("MS-WSMAN=", "");
      nodes.add(node);
      let answer = first;
      const found: string[] = [];
      do {
        answer = await pull(url, contextIn(answer), cookie);
        assert.deepEqual([answer.status, answer.headers["set-cookie"]], [200, undefined], answer.text);
        found.push(...[...answer.text.matchAll(/<i>([^<]*)<\/i>/gu)].map(([, text]) => text!));
      } while (!answer.text.includes("EndOfSequence"));
      assert.deepEqual(found, [0, 1, 2, 3, 4].map((item) => `${node} ${item}`));
    }
    assert.deepEqual([...nodes].sort(), ["n1", "n2"]);
  });

  it("a request that reaches the wrong node is told the right one, and finds it by that", async () => {
    const first = await enumerate("MS-WSMAN=n1");
    const wrong = await pull(`http://127.0.0.1:${hosts[1]!.port}/wsman`, contextIn(first));
    assert.equal(wrong.status, 500);
    const told = /\(the cookie (MS-WSMAN=n1) leads there\)/u.exec(wrong.text);
    assert.ok(told !== null && wrong.text.includes("InvalidEnumerationContext"), wrong.text);
    assert.equal((await pull(url, contextIn(first), told[1])).status, 200);
  });
});
