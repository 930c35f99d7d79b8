import assert from "node:assert/strict";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, before, describe, it } from "node:test";
import { createHost, type RunningHost } from "wsmanor";
import { basic } from "../support/basic.js";
import { pluginXml } from "../support/configured-host.js";
import { ReloadFolder } from "../support/reload-folder.js";
import { ShellSession } from "../support/shell-session.js";

const uri = "urn:test:silent-shells";
const module = `
const end = { close: () => undefined };
export default {
  kind: "operation-plugin",
  declaration: { name: "silent-shells", sdkVersion: 1, capabilities: ["Shell"] },
  operations: { openShell: () => ({ ...end, runCommand: () => end }) },
};
`;
const authorization = `
export default {
  kind: "authorization-plugin",
  declaration: { name: "two-at-a-time", sdkVersion: 1 },
  startup: () => ({
    authorizeUser: () => ({ allow: true }), authorizeOperation: () => ({ allow: true }),
    queryQuota: () => ({ maxAllowedConcurrentShells: 9, maxAllowedConcurrentOperations: 2, timeslotSize: 10, maxAllowedOperationsPerTimeslot: 1000 }),
  }),
};
`;

describe("limits of shells in a real configuration", () => {
  const folder = new ReloadFolder();
  let host: RunningHost;
  let credentials: string;
  const server = join(folder.path, "applicationHost.config");
  const web = join(folder.path, "wsman", "web.config");
  const open = (): Promise<ShellSession> => ShellSession.open(host.urls.find((each) => each.endsWith("/wsman"))!, credentials, { resourceUri: uri });
  /** `FILE:LINE:COLUMN` of what comes after a text in a file of the folder. */
  const placeOf = (name: string, text: string, behind = ""): string => {
    const lines = folder.read(name).slice(0, folder.read(name).indexOf(text) + behind.length).split("\n");
    return `${name === "applicationHost.config" ? server : web}:${lines.length}:${lines.at(-1)!.length + 1}`;
  };
  /** Own settings of the server's file, and more of the application's. */
  const write = (own: string, modules = ""): void => {
    folder.write({ version: "1", bindings: '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>', plugins: pluginXml("silent-shells", "silent-shells.mjs", [[uri, "Shell"]]) });
    folder.put("applicationHost.config", folder.read("applicationHost.config").replace("<plugins drainTimeout", `${own}$&`));
    folder.put("wsman/web.config", folder.read("wsman/web.config").replace("<PluginModules>", `<PluginModules>${modules}`));
  };
  before(async () => {
    folder.put("wsman/silent-shells.mjs", module);
    folder.put("wsman/two-at-a-time.mjs", authorization);
    write('\n<shells\n  maxShellsPerUser="1"/>');
    host = await createHost({ config: folder.path, state: folder.state, log: new PassThrough().resume() });
    credentials = basic(host.firstRun!.user, host.firstRun!.password);
  });
  after(async () => {
    await host.stop();
    folder.remove();
  });

  it("name the line that changes them, and for a default the file; changed there, they hold as changed", async () => {
    const shell = await open();
    const place = placeOf("applicationHost.config", 'maxShellsPerUser="1"', 'maxShellsPerUser="');
    await assert.rejects(open(), (error: Error) => error.message.includes(`It is maxShellsPerUser of &lt;shells&gt; in the section system.webServer/wsmanor, at ${place}.`) && error.message.includes(shell.id));
    for (let count = 0; count < 15; count++) await shell.start(`c${count}`);
    await assert.rejects(shell.start("one more"), (error: Error) => error.message.includes(`It is the default of maxCommandsPerShell of &lt;shells&gt; in the section system.webServer/wsmanor; write it in ${server} to change it.`));
    write('<shells maxShellsPerUser="2" maxCommandsPerShell="16"/>');
    assert.equal((await host.reload()).kind, "swapped");
    await shell.start("one more");
    await (await open()).delete();
    await shell.delete();
  });

  it("that the authorization plug-in sets name it, where it is configured, and the commands that hold the places", async () => {
    write("", '<AuthorizationPlugin Name="two" Filename="two-at-a-time.mjs" SDKVersion="1" SupportsQuota="true"/>');
    assert.equal((await host.reload()).kind, "swapped");
    const shell = await open();
    const commands = [await shell.start("first"), await shell.start("second")];
    await assert.rejects(shell.start("third"), (error: Error) => {
      assert.match(error.message, new RegExp(`2150859174.*among them the commands ${commands[0]} (?:"|&quot;)first(?:"|&quot;) in shell ${shell.id} for \\d+ s; ${commands[1]}`, "su"));
      assert.match(error.message, /the quota that &lt;AuthorizationPlugin Name=(?:"|&quot;)two(?:"|&quot;)&gt; gives, at [^ ]*web\.config:\d+:\d+\./u);
      return error.message.includes(placeOf("wsman/web.config", "<AuthorizationPlugin", "<"));
    });
    await shell.delete();
  });
});
