import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { startConfiguredHost } from "../support/configured-host.js";
import { projectRoot } from "../support/project-root.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

const example = (name: string): Promise<RunningHost> => startRunningHost({ config: join(projectRoot, "config", "examples", name) });

describe("enumerate plugin on this machine", () => {
  const on = (host: RunningHost, ...words: string[]) => runCommand([...words, "--state", host.state]);
  const using = async (starting: Promise<RunningHost>, work: (host: RunningHost) => Promise<void>): Promise<void> => {
    const host = await starting;
    try {
      await work(host);
    } finally {
      await host.stop();
    }
  };

  it("lists the plug-ins of every application into one list, in every format, and says whose each is", () =>
    using(startConfiguredHost({ "/second": {} }), async (host) => {
      const whose = ["/wsman winrm-config", "/wsman registry", "/wsman system", "/second winrm-config", "/second registry", "/second system"];
      for (const written of ["plugin", "config/plugin", "winrm/config/plugin", "http://schemas.microsoft.com/wbem/wsman/1/config/Plugin"]) {
        const json = await on(host, "enumerate", written, "--json");
        assert.deepEqual([json.status, json.stderr], [0, ""], written);
        const items = JSON.parse(json.stdout) as readonly { readonly PlugInConfiguration: Record<string, string> }[];
        assert.deepEqual(items.map(({ PlugInConfiguration: item }) => `${item["@Application"]} ${item["@Name"]}`), whose);
      }
      const text = await on(host, "enumerate", "plugin");
      assert.deepEqual([...text.stdout.matchAll(/^PlugInConfiguration \[Name="([^"]*)"\].* \[Application="([^"]*)"\]$/gmu)].map(([, name, path]) => `${path} ${name}`), whose);
      for (const format of ["xml", "pretty"]) {
        const { stdout } = await on(host, "enumerate", "plugin", `-format:${format}`);
        assert.equal(stdout.match(/<wsman:Results /gu)?.length, 1, stdout);
        assert.deepEqual([...stdout.matchAll(/ xmlns:wsmanor="urn:wsmanor:command"/gu)].length, whose.length, stdout);
        assert.deepEqual([...stdout.matchAll(/ wsmanor:Application="([^"]*)"/gu)].map(([, path]) => path), whose.map((each) => each.split(" ")[0]));
      }
      const login = ["-a:Basic", `-u:${host.user}`, `-p:${host.password}`];
      const asked = await on(host, "enumerate", "plugin", "--json", ...login);
      assert.equal((JSON.parse(asked.stdout) as unknown[]).length, whose.length, "another account may ask too");
      const one = await runCommand(["enumerate", "plugin", "--json", `-r:http://127.0.0.1:${host.port}/second`, ...login]);
      const items = JSON.parse(one.stdout) as readonly { readonly PlugInConfiguration: Record<string, string> }[];
      assert.deepEqual(items.map(({ PlugInConfiguration: item }) => [item["@Name"], item["@Application"]]), [["winrm-config", undefined], ["registry", undefined], ["system", undefined]], "-r: asks the one it names");
    }));

  it("names an application that cannot list its own, and what to do", () =>
    using(example("two-applications"), async (host) => {
      const text = await on(host, "enumerate", "plugin");
      assert.equal(text.status, 0, "one application answered");
      assert.match(text.stdout, /\[Name="registry"\].* \[Application="\/wsman"\]/u);
      assert.doesNotMatch(text.stdout, /myapplication/u);
      assert.match(text.stderr, /0x80338000\nThe application \/myapplication cannot list its plug-ins: .*\nApplication: \/myapplication\nAdd the bundled plug-in winrm-config to the application's web\.config/u);
      const json = await on(host, "enumerate", "plugin", "--json");
      assert.equal((JSON.parse(json.stdout) as unknown[]).length, 2);
      assert.equal((JSON.parse(json.stderr) as { error: { application: string } }).error.application, "/myapplication");
    }));

  it("fails when no application can, without sending the reader round", () =>
    using(example("dll-mapping"), async (host) => {
      const ran = await on(host, "enumerate", "plugin");
      assert.deepEqual([ran.status, ran.stdout], [1, ""]);
      assert.match(ran.stderr, /The application \/wsman cannot list its plug-ins: .*\nAdd the bundled plug-in winrm-config/u);
      assert.doesNotMatch(ran.stderr, /enumerate plugin/u);
    }));

  it("and the other commands of the README work beside example-authorization, whose rules name .local", () =>
    using(example("authorization"), async (host) => {
      for (const words of [["identify"], ["get", "winrm/config"], ["enumerate", "plugin"]]) {
        const ran = await on(host, ...words);
        assert.deepEqual([ran.status, ran.stderr], [0, ""], words.join(" "));
      }
      assert.equal((await on(host, "enumerate", "urn:wsmanor:registry")).status, 1, "that is all it may");
    }));
});
