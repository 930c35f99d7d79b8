import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createPluginHost } from "../../../src/plugin-host/create-plugin-host.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { abilitiesFor, alice, hostSettings, pluginSettings, RecordingLogger } from "../apps/wsman/app-harness.js";

const disk = { name: "Disk", keys: ["Id"], properties: { Id: "string", Size: "uint64", Tags: "string[]" } };

async function start(declaration: object) {
  const plugin = { kind: "operation-plugin", declaration: { name: "p", sdkVersion: 1, capabilities: ["Get", "Enumerate"], ...declaration }, operations: { get: () => "<a/>", enumerate: () => [] } };
  const host = createPluginHost(hostSettings([pluginSettings({ capabilities: ["Get", "Enumerate"] })]), abilitiesFor(new Map([["/plugins/thing.js", plugin]]), new ManualClock(), new RecordingLogger()));
  return { host, diagnostics: (await host.start()).diagnostics };
}

describe("what a declaration leaves to the host", () => {
  it("is there for the applications once the plug-in has started, as a copy", async () => {
    const declaration = { filters: "host", fragments: "host", classes: [disk, { ...disk, name: "FastDisk", superClass: "disk" }] };
    const { host, diagnostics } = await start(declaration);
    assert.deepEqual(diagnostics, []);
    declaration.classes[0] = { ...disk, name: "Changed" };
    const sender = { senderName: alice.name, authenticationMechanism: "Basic", isAdministrator: false, httpUrl: "", environment: new Map<string, string>() };
    const duties = host.entries[0]!.target.duties(sender, { timeout: 1000 });
    assert.ok(!(duties instanceof Promise) && duties.kind === "answered");
    const { filters, fragments, classes } = duties.value;
    assert.deepEqual([filters, fragments, classes.map(({ name, superClass, keys, properties }) => [name, superClass, keys, { ...properties }])], [true, true, [["Disk", undefined, ["Id"], disk.properties], ["FastDisk", "disk", ["Id"], disk.properties]]]);
    assert.throws(() => (classes as unknown[]).push(1), TypeError);
    await host.stop("service", 0);
  });

  it("is nothing unless it is said", async () => {
    const { host } = await start({});
    const duties = host.entries[0]!.target.duties({ senderName: "a", authenticationMechanism: "Basic", isAdministrator: false, httpUrl: "", environment: new Map() }, { timeout: 1000 });
    assert.ok(!(duties instanceof Promise) && duties.kind === "answered");
    assert.deepEqual(duties.value, { filters: false, fragments: false, polymorphism: false, classes: [] });
  });

  const wrong: readonly (readonly [what: string, declaration: object, ...problems: RegExp[]])[] = [
    ["filters that are nobody's", { filters: "Host" }, /declaration\.filters is "Host"/u],
    ["fragments that are no text", { fragments: true }, /declaration\.fragments is a boolean/u],
    ["a polymorphism that is no yes", { polymorphism: "host" }, /declaration\.polymorphism is a string/u],
    ["a polymorphism that is a no", { polymorphism: false }, /declaration\.polymorphism is false/u],
    ["filters without Enumerate", { capabilities: ["Get"], filters: "host" }, /does not declare Enumerate/u],
    ["fragments without Get", { capabilities: ["Enumerate"], fragments: "host" }, /does not declare Get/u],
    ["classes that are no list", { classes: {} }, /declaration\.classes is not a list/u],
    ["a class without a name", { classes: [{ ...disk, name: "1 x" }, null] }, /classes\[0\] has no name/u, /classes\[1\] has no name/u],
    ["a class twice", { classes: [disk, { ...disk, name: "DISK" }] }, /has DISK twice/u],
    ["no properties", { classes: [{ name: "Disk", keys: [] }] }, /has no record of properties/u],
    ["a type that CIM does not have", { classes: [{ ...disk, properties: { Id: "String", Size: "int" } }] }, /Disk\.Id has the type "String"/u, /Disk\.Size has the type "int"/u, /key "Id"/u],
    ["a property that no query could name", { classes: [{ ...disk, properties: { ...disk.properties, "a b": "string", __Path: "string", id: "string" } }] }, /a property "a b"/u, /a property "__Path"/u, /has the property id twice/u],
    ["a key that is no property", { classes: [{ ...disk, keys: ["id"] }] }, /has the key "id"/u],
    ["keys that are no list", { classes: [{ ...disk, keys: "Id" }] }, /keys of the class Disk are not a list/u],
    ["a superClass that is none of them", { classes: [{ ...disk, superClass: "Device" }] }, /has the superClass Device, which is none of the classes/u],
    ["a class above itself", { classes: [{ ...disk, superClass: "B" }, { ...disk, name: "B", superClass: "Disk" }] }, /Disk is its own superClass/u, /B is its own superClass/u],
  ];
  for (const [what, declaration, ...problems] of wrong) {
    it(`is refused with what is wrong: ${what}`, async () => {
      const { diagnostics } = await start(declaration);
      const errors = diagnostics.filter(({ severity, rule }) => severity === "error" && (rule === "plugin-shape" || rule === "plugin-class"));
      assert.equal(errors.length, problems.length, errors.map(({ message }) => message).join("\n"));
      for (const [at, problem] of problems.entries()) assert.match(errors[at]!.message, problem);
    });
  }

  it("is refused with what was meant, where that can be told", async () => {
    const meant = async (declaration: object): Promise<readonly (string | undefined)[]> => (await start(declaration)).diagnostics.map(({ didYouMean }) => didYouMean);
    assert.deepEqual(await meant({ filters: "Host" }), ["host"]);
    assert.deepEqual(await meant({ classes: [{ ...disk, keys: ["id"] }] }), ["Id"]);
    assert.deepEqual(await meant({ classes: [{ ...disk, properties: { Id: "String" } }] }), ["string", undefined]);
  });
});
