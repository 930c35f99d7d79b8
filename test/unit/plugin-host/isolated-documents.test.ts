import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FarStartup } from "../../../src/plugin-host/isolation/far-startup.js";
import { HostServices } from "../../../src/plugin-host/isolation/host-services.js";
import type { StartData } from "../../../src/plugin-host/isolation/messages.js";
import type { PluginStorage } from "../../../src/sdk/plugin-storage.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { RecordingLogger } from "../apps/wsman/app-harness.js";

/** Both sides with a wire of copies between them. */
function bothSides(storage: PluginStorage): PluginStorage {
  const clock = new ManualClock();
  const far: FarStartup = new FarStartup(clock, (message) => services.serve(structuredClone(message) as Parameters<HostServices["serve"]>[0]));
  const host = { productVendor: "v", productVersion: "1", settings: () => ({}) as never, listeners: () => [], plugins: () => [], certificateMappings: () => [] };
  const services = new HostServices("Far", { logger: new RecordingLogger(), clock, host, newId: () => "id" }, (message) => {
    const copy = structuredClone(message);
    if (copy.type === "stored") far.stored(copy);
    else if (copy.type === "replaced") far.replaced(copy.name);
  });
  services.serveDocuments(storage);
  return far.contextOf({ host: services.snapshot(), initializationParameters: [] } as unknown as StartData).storage;
}

describe("the documents of an isolated plug-in", () => {
  it("say that another instance has written one, before anything is read again", async () => {
    let tell: ((name: string) => void) | undefined;
    const seen: string[] = [];
    const storage = bothSides({ read: async () => new Uint8Array([1]), write: async () => undefined, remove: async () => undefined, onReplaced: (run) => (tell = run) });
    storage.onReplaced?.((name) => seen.push(name));
    tell!("tree");
    assert.deepEqual(seen, ["tree"]);
    assert.deepEqual(await storage.read("tree"), new Uint8Array([1]));
  });

  it("refuse to write over something unseen with the code that the contract names", async () => {
    const storage = bothSides({
      read: async () => undefined, remove: async () => undefined,
      write: async () => {
        throw Object.assign(new Error("another instance has written it"), { code: "DOCUMENT_CHANGED" });
      },
    });
    await assert.rejects(storage.write("tree", new Uint8Array(1)), { code: "DOCUMENT_CHANGED", message: "another instance has written it" });
  });
});
