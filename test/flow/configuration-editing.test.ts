import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { editConfiguration } from "../../src/host/edit-configuration.js";
import { config } from "../../src/cli/verbs/config.js";
import { startHost, type StartedHost } from "../../src/host/start-host.js";
import { runCommand } from "../support/command.js";
import { projectRoot } from "../support/project-root.js";
import { shellWords } from "../support/shell-words.js";
import { runLine } from "../unit/cli/test-terminal.js";

const wsmanagement = "system.webServer/system.management.wsmanagement.config";

/** A copy of the shipped configuration. */
function scratch(): { readonly folder: string; readonly read: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-edit-"));
  cpSync(join(projectRoot, "config", "applicationHost.config"), join(folder, "config", "applicationHost.config"));
  cpSync(join(projectRoot, "config", "wsman"), join(folder, "config", "wsman"), { recursive: true });
  return { folder, read: (name) => readFileSync(join(folder, "config", name), "utf8"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

describe("changing winrm/config over the wire", () => {
  const { folder, read, remove } = scratch();
  const state = join(folder, "state");
  const shipped = { web: read("wsman/web.config"), server: read("applicationHost.config") };
  let host: StartedHost;
  const begin = (): Promise<StartedHost> =>
    startHost({
      configPath: join(folder, "config"), stateDirectory: state, logFormat: "json", logLevel: "error", ownsProcess: false, port: 0,
      log: new Writable({ write: (_chunk, _encoding, done) => done() }),
    });
  /** The first line of each verb runs as a process, the others in this one. */
  const command = async (...args: string[]): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> => {
    const isFirst = !seen.has(args[0]!);
    seen.add(args[0]!);
    if (isFirst) return runCommand(args, { env: { ...process.env, WSMANOR_STATE: state } });
    const { status, out, err } = await runLine(args, { environment: { WSMANOR_STATE: state } });
    return { status, stdout: out, stderr: err };
  };
  const seen = new Set<string>();
  const works = async (...args: string[]): Promise<string> => {
    const ran = await command(...args);
    assert.equal(ran.status, 0, ran.stdout + ran.stderr);
    return ran.stdout;
  };
  const fails = async (message: RegExp, ...args: string[]): Promise<void> => {
    const files = [read("wsman/web.config"), read("applicationHost.config")];
    const ran = await command(...args);
    assert.equal(ran.status, 1, ran.stdout + ran.stderr);
    assert.match(ran.stderr, message);
    assert.deepEqual([read("wsman/web.config"), read("applicationHost.config")], files, "a failing edit changes nothing");
  };
  const reset = async (): Promise<void> => {
    writeFileSync(join(folder, "config", "wsman", "web.config"), shipped.web);
    writeFileSync(join(folder, "config", "applicationHost.config"), shipped.server);
    assert.notEqual((await host.reload()).kind, "refused");
  };
  before(async () => {
    host = await begin();
  });
  after(async () => {
    await host.stop("service");
    remove();
  });

  it("winrm set: one value of one line, nothing else, and the answer has it", async () => {
    assert.match(await works("set", "winrm/config/winrs", '@{IdleTimeout="120000"}'), /IdleTimeout = 120000/u);
    assert.equal(read("wsman/web.config"), shipped.web.replace('MaxShellIdleTimeoutMinutes="15"', 'MaxShellIdleTimeoutMinutes="2"'));
    assert.equal(read("applicationHost.config"), shipped.server);
    assert.equal((await host.reload()).kind, "unchanged", "it is the running configuration already");
    assert.match(await works("set", "winrm/config", '@{MaxTimeoutms="60000"}'), /MaxTimeoutms = 60000/u);
    assert.equal(read("wsman/web.config"), shipped.web.replace('MaxShellIdleTimeoutMinutes="15"', 'MaxShellIdleTimeoutMinutes="2"'), "what is as it was is no edit");
    assert.match(await works("get", "winrm/config/winrs"), /IdleTimeout = 120000/u);
    assert.match(readFileSync(join(state, "audit.log"), "utf8"), /transfer\/Put/u);
    await reset();
  });

  it("winrm set: the limits of shells go into <shells> and are in force; those of commands need the plug-in that has them", async () => {
    const told = await works("set", "winrm/config/winrs", '@{MaxShellsPerUser="2";MaxShellRunTime="3600000";AllowRemoteShellAccess="false"}');
    assert.match(told, /AllowRemoteShellAccess = false[\s\S]*MaxShellRunTime = 3600000[\s\S]*MaxShellsPerUser = 2/u);
    assert.match(read("applicationHost.config"), /<location path="Default Web Site\/wsman">[\s\S]*<shells (?=[^>]*maxShellsPerUser="2")(?=[^>]*maxRunTime="01:00:00")(?=[^>]*allowRemoteShellAccess="false")/u);
    assert.match(await works("get", "winrm/config/winrs"), /MaxShellRunTime = 3600000/u);
    await works("set", "winrm/config/winrs", '@{MaxShellsPerUser="0"}');
    assert.match(await works("get", "winrm/config/winrs"), /MaxShellsPerUser = 2147483647/u);
    await fails(/serves windows\/shell\/cmd, and there is none/u, "set", "winrm/config/winrs", '@{MaxMemoryPerShellMB="1024"}');
    await reset();
  });

  it("a value of a section that is closed for web.config goes into a location for this application alone", async () => {
    await works("set", "winrm/config/service", '@{AllowUnencrypted="true"}');
    assert.equal(read("wsman/web.config"), shipped.web);
    assert.equal(read("applicationHost.config"), shipped.server.replace("  </location>\n", `  </location>
  <location path="Default Web Site/wsman">
    <system.webServer>
      <wsmanor allowUnencrypted="true"/>
    </system.webServer>
  </location>
`));
    await reset();
  });

  it("listeners: created, changed and deleted, bindings of the site", async () => {
    const binding = '          <binding protocol="http" bindingInformation="127.0.0.1:5985:"/>\n';
    await works("create", "winrm/config/listener?Address=IP:127.0.0.2+Transport=HTTP", '@{Port="18080";Hostname="h"}');
    assert.equal(read("applicationHost.config"), shipped.server.replace(binding, `${binding}          <binding protocol="http" bindingInformation="127.0.0.2:18080:h"/>\n`));
    await reset();
    await works("set", "winrm/config/listener?Address=IP:127.0.0.1+Transport=HTTP", '@{Hostname="localhost"}');
    assert.equal(read("applicationHost.config"), shipped.server.replace("127.0.0.1:5985:", "127.0.0.1:5985:localhost"), "not the port that the host was started on");
    await reset();
    await works("set", "winrm/config/listener?Address=IP:127.0.0.1+Transport=HTTP", '@{Port="18081"}');
    assert.equal(read("applicationHost.config"), shipped.server.replace("127.0.0.1:5985:", "127.0.0.1:18081:"));
    await reset();
    await fails(/has no binding, so nobody can reach it/u, "delete", "winrm/config/listener?Address=IP:127.0.0.1+Transport=HTTP");
    await fails(/needs a CertificateThumbprint/u, "create", "winrm/config/listener?Address=*+Transport=HTTPS", "@{}");
  });

  it("plug-ins: created, changed and deleted; only from where the operator lets plug-ins lie", async () => {
    const file = join(folder, "plugin.xml");
    const writeFile = (filename: string): void =>
      writeFileSync(file, `<PlugInConfiguration xmlns="http://schemas.microsoft.com/wbem/wsman/1/config/PluginConfiguration" Name="second" Filename="${filename}" SDKVersion="1" XmlRenderingType="text" Enabled="true" xml:lang="en-US"><Resources><Resource ResourceUri="urn:second"><Capability Type="Get"/></Resource></Resources></PlugInConfiguration>`);
    writeFile("%WSMANOR_PLUGINS%/registry");
    await works("create", "winrm/config/plugin?Name=second", `-file:${file}`);
    const added = `          </Plugin>
          <Plugin Name="second" Filename="%WSMANOR_PLUGINS%/registry" SDKVersion="1" XmlRenderingType="text">
            <Resources>
              <Resource ResourceUri="urn:second">
                <Capability Type="Get"/>
              </Resource>
            </Resources>
          </Plugin>

        </OperationsPlugins>`;
    assert.equal(read("wsman/web.config"), shipped.web.replace("          </Plugin>\n\n        </OperationsPlugins>", added));
    await reset();
    writeFile("/etc/passwd");
    await fails(/in none of the folders that pluginDirectories names/u, "create", "winrm/config/plugin?Name=second", `-file:${file}`);
    writeFile("%WSMANOR_PLUGINS%/../../somewhere.js");
    await fails(/leads to a place where plug-ins are not allowed/u, "create", "winrm/config/plugin?Name=second", `-file:${file}`);
    await works("set", "winrm/config/plugin?Name=registry", 'Enabled=false');
    assert.equal(read("wsman/web.config"), shipped.web.replace('Filename="%WSMANOR_PLUGINS%/registry" SDKVersion="1" XmlRenderingType="text"', 'Filename="%WSMANOR_PLUGINS%/registry" SDKVersion="1" XmlRenderingType="text" Enabled="false"'));
    await reset();
    await works("delete", "winrm/config/plugin?Name=registry");
    assert.equal(read("wsman/web.config"), shipped.web.replace(/ {10}<Plugin Name="registry"[\s\S]*?<\/Plugin>\n/u, ""));
    await reset();
  });

  it("a plug-in that the command's example adds whole is served, and removed again", async () => {
    const example = config.examples.find((each) => each.startsWith("config add wsmanagement.config "))!;
    await fails(/No plug-in of this application serves/u, "get", "urn:example:notes?Key=");
    await works(...shellWords(example), "--config", join(folder, "config"));
    assert.equal((await host.reload()).kind, "swapped");
    assert.notEqual(await works("get", "urn:example:notes?Key="), "");
    await works("config", "remove", wsmanagement, "/PluginModules.OperationsPlugins.[Name='notes']", "--config", join(folder, "config"));
    assert.equal(read("wsman/web.config"), shipped.web);
    await reset();
  });

  it("what the schema, the host or nobody can be is refused, and says why", async () => {
    await fails(/Integer value must be between 32 and 4294967295/u, "set", "winrm/config", '@{MaxEnvelopeSizekb="7"}');
    await fails(/MaxConcurrentOperations cannot be changed/u, "set", "winrm/config/service", '@{MaxConcurrentOperations="7"}');
  });

  it("what was written holds after a start, and nothing is left lying about", async () => {
    await works("set", "winrm/config/winrs", '@{IdleTimeout="180000"}');
    await host.stop("service");
    host = await begin();
    assert.match(await works("get", "winrm/config/winrs"), /IdleTimeout = 180000/u);
    assert.deepEqual(readdirSync(join(folder, "config")).filter((name) => name.endsWith(".tmp")), []);
  });
});

describe("several editors of one configuration", () => {
  const { folder, read, remove } = scratch();
  after(remove);

  it("commands at the same time wait for each other, and no change is lost", async () => {
    const changes = { MaxEnvelopeSizeKB: 501, MaxOperationTimeoutSeconds: 61, MaxEnumerateIdleTimeoutSeconds: 62, QuotaSystemWindowOperations: 1001 };
    const ran = await Promise.all(Object.entries(changes).map(([name, value]) => runCommand(["config", "set", wsmanagement, "--config", join(folder, "config"), `/OperationsConfiguration.${name}:${value}`])));
    for (const { status, stdout, stderr } of ran) assert.equal(status, 0, stdout + stderr);
    for (const [name, value] of Object.entries(changes)) assert.ok(read("wsman/web.config").includes(`${name}="${value}"`), name);
  });

  it("a change by somebody who knows nothing of the lock is kept: the edit begins anew on it", async () => {
    const configPath = join(folder, "config");
    const web = join(configPath, "wsman", "web.config");
    let checks = 0;
    const edit = () => editConfiguration([{ kind: "set", section: wsmanagement, path: [{ element: "OperationsConfiguration" }], attribute: "MaxEnvelopeSizeKB", value: "777" }], {
      configPath, target: "Default Web Site/wsman", commit: "auto",
      check: async () => {
        if (checks++ === 0) writeFileSync(web, `${readFileSync(web, "utf8")}<!-- by hand -->\n`);
        return [];
      },
    });
    assert.equal((await edit()).kind, "applied");
    assert.equal(checks, 2);
    assert.match(read("wsman/web.config"), /MaxEnvelopeSizeKB="777"[\s\S]*<!-- by hand -->\n$/u);
    const restless = await editConfiguration([{ kind: "set", section: wsmanagement, path: [{ element: "OperationsConfiguration" }], attribute: "MaxEnvelopeSizeKB", value: "778" }], {
      configPath, target: "Default Web Site/wsman", commit: "auto",
      check: async () => {
        writeFileSync(web, `${readFileSync(web, "utf8")}<!-- again -->\n`);
        return [];
      },
    });
    assert.equal(restless.kind, "conflict");
    assert.match(read("wsman/web.config"), /MaxEnvelopeSizeKB="777"/u);
  });
});
