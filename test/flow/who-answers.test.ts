import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, it } from "node:test";
import { createHost, type RunningHost } from "wsmanor";
import { basic } from "../support/basic.js";
import { hostFolderText, makeHostFolder, type HostFolder, type HostFolderOptions } from "../support/host-folder.js";
import { post, type PlainAnswer } from "../support/plain-request.js";

const identify = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body><i:Identify xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/></s:Body></s:Envelope>';
const said = ({ text }: PlainAnswer): readonly (string | undefined)[] => ["ProductVendor", "ProductVersion", "ProtocolVersion"].map((name) => new RegExp(`<wsmid:${name}>([^<]*)<`, "u").exec(text)?.[1]);
const protocol = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
const asWindows = '<location path="Site/wsman"><system.webServer><wsmanor><identify productVendor="Microsoft Corporation" productVersion="OS: 10.0.20348 SP: 0.0 Stack: 3.0"/></wsmanor></system.webServer></location>';

describe("who the host says it is", () => {
  let folder: HostFolder;
  let state: string;
  let host: RunningHost;
  let authorization: string;
  const start = async (options: HostFolderOptions): Promise<void> => {
    folder = makeHostFolder(options);
    state = mkdtempSync(join(tmpdir(), "wsmanor-state-"));
    host = await createHost({ config: folder.path, state, log: new PassThrough().resume() });
    authorization = basic(host.firstRun!.user, host.firstRun!.password);
  };
  const ask = (path: string): Promise<PlainAnswer> => post(host.urls.find((url) => url.endsWith(path))!, identify, { authorization });
  const askAsStranger = (path: string): Promise<PlainAnswer> => post(host.urls.find((url) => url.endsWith(path))!, identify, { headers: { WSMANIDENTIFY: "unauthenticated" } });
  afterEach(async () => {
    await host.stop();
    folder.remove();
    rmSync(state, { recursive: true, force: true });
  });

  it("is itself unless told otherwise", async () => {
    await start({});
    const answer = await ask("/wsman");
    const [vendor, version, protocolVersion] = said(answer);
    assert.deepEqual([vendor, protocolVersion], ["WS-Manor", protocol]);
    assert.match(version!, /^OS: \d+\.\d+\.\d+ SP: 0\.0 Stack: 3\.0$/u);
    assert.match(String(answer.headers["server"]), /^WS-Manor\/\d/u);
    assert.deepEqual(said(await askAsStranger("/wsman")), ["WS-Manor", "OS: 0.0.0 SP: 0.0 Stack: 3.0", protocol]);
  });

  it("is another one where one is named: an application in Identify, all of them in the field Server", async () => {
    await start({ listener: 'serverHeader="Microsoft-HTTPAPI/2.0"', locations: asWindows });
    const answer = await ask("/wsman");
    assert.deepEqual(said(answer), ["Microsoft Corporation", "OS: 10.0.20348 SP: 0.0 Stack: 3.0", protocol]);
    assert.match(answer.text, /SecurityProfileName>[^<]*\/http\/basic</u, "the profiles are the true ones");
    assert.deepEqual(said(await askAsStranger("/wsman")), ["Microsoft Corporation", "OS: 0.0.0 SP: 0.0 Stack: 3.0", protocol]);
    const other = await ask("/other");
    assert.equal(said(other)[0], "WS-Manor");
    for (const { headers } of [answer, other, await post(host.urls[0]!, "", {})]) assert.equal(headers["server"], "Microsoft-HTTPAPI/2.0");
  });

  it("tells strangers a version of their own", async () => {
    await start({ locations: asWindows.replace("/></wsmanor>", ' anonymousProductVersion="1.6.8-1"/></wsmanor>') });
    assert.equal(said(await askAsStranger("/wsman"))[1], "1.6.8-1");
  });

  it("says nothing in the field Server when that is removed, from the reload on", async () => {
    await start({ listener: 'serverHeader="A/1"' });
    assert.equal((await ask("/wsman")).headers["server"], "A/1");
    writeFileSync(join(folder.path, "applicationHost.config"), hostFolderText({ listener: 'serverHeader="A/1" removeServerHeader="true"' }));
    assert.equal((await host.reload()).kind, "swapped");
    assert.equal((await ask("/wsman")).headers["server"], undefined);
  });
});
