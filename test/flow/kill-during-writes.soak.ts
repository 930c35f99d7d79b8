import { describe, it } from "node:test";
import { killAccountWriters, killRegistryHosts } from "./kill-during-writes.js";

describe("kill -9 at 220 moments each", () => {
  it("of commands that change accounts", async (test) => {
    test.diagnostic(JSON.stringify(await killAccountWriters(220, 1)));
  });

  it("of hosts that write their registry", async (test) => {
    test.diagnostic(JSON.stringify(await killRegistryHosts(220, 2)));
  });
});
