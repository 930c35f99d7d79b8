import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { startConfiguredHost, testPlugin } from "../support/configured-host.js";
import type { RunningHost } from "../support/running-host.js";

const NS = "wmi/root/test";
const asks: readonly (readonly [name: string, ...words: string[]])[] = [
  ["WQL", "enumerate", `${NS}/*`, "-dialect:wql", "-filter:select size,label,tags from Test_Disk where Name like 'sd[bc]'"],
  ["WQL with a mistake", "enumerate", `${NS}/*`, "-filter:select * from Test_Disk where Sise=1"],
  ["XPath", "enumerate", `${NS}/Test_Disk`, "-dialect:xpath", "-filter:../Test_Disk[Name='sda']"],
  ["selectors", "enumerate", `${NS}/Test_Disk`, "-dialect:selector", '-filter:{Label="SYSTEM";Size="512"}'],
  ["CQL", "enumerate", `${NS}/*`, "-dialect:cql", "-filter:SELECT * FROM Test_Disk WHERE Size >= 1024"],
  ["no subclasses", "enumerate", `${NS}/Test_Disk`, "-shallow"],
  ["a part", "get", `${NS}/Test_Disk?Name=sda`, "-fragment:Tags[2]"],
];
/** What the plug-in in the host's own thread gives is what the others have to give. */
const expected = new Map<string, unknown>();

for (const mode of ["inProcess", "worker", "process"]) {
  describe(`filters and parts that the host evaluates, ${mode}`, () => {
    let host: RunningHost;
    before(async () => {
      host = await startConfiguredHost({
        "/wsman": {
          plugins: `<Plugin Name="disk" Filename="${testPlugin("disk-plugin")}" SDKVersion="1" XmlRenderingType="text"><Resources><Resource ResourceUri="http://schemas.microsoft.com/wbem/wsman/1/${NS}">` +
            '<Capability Type="Get" SupportsFragment="true"/><Capability Type="Put" SupportsFragment="true"/><Capability Type="Enumerate" SupportsFiltering="true"/></Resource></Resources></Plugin>',
        },
      }, mode);
    });
    after(() => host.stop());

    it("are the same", async () => {
      for (const [name, ...words] of asks) {
        const { status, stdout, stderr } = await runCommand([...words, "--state", host.state]);
        const told = [status, stdout, stderr.replaceAll(/[0-9a-f-]{36}/giu, "id")];
        if (mode === "inProcess") expected.set(name, told);
        assert.deepEqual(told, expected.get(name), name);
        assert.equal(status, name.includes("mistake") ? 1 : 0, stderr);
      }
      assert.match(JSON.stringify(expected.get("WQL")), /4096.*1024/u);
      assert.match(JSON.stringify(expected.get("selectors")), /sda/u);
      assert.match(JSON.stringify(expected.get("CQL")), /sdb.*sdc/u);
      assert.match(JSON.stringify(expected.get("no subclasses")), /sda(?!.*sdc).*sdb(?!.*sdc)/u);
    });
  });
}
