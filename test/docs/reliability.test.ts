import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";
import { projectRoot } from "../support/project-root.js";

const read = (name: string): string => readFileSync(join(projectRoot, name), "utf8");
const page = read("docs/reliability.md");

describe("docs/reliability.md", () => {
  it("names tests that exist", () => {
    const named = [...page.matchAll(/`(test\/[^`]+\.ts)`/gu)].map(([, path]) => path!);
    assert.ok(named.length > 10);
    for (const path of named) assert.ok(existsSync(join(projectRoot, path)), path);
  });

  it("tells the limits as they are shipped", () => {
    const listener = read("schema/wsmanor_schema.xml");
    const application = read("config/wsman/web.config");
    const shown = (limit: string): string => new RegExp(`^\\| ${limit} \\|[^|]*\\| (.*) \\|$`, "mu").exec(page)![1]!;
    const schemaDefault = (name: string): string => new RegExp(`name="${name}"[^>]* defaultValue="([^"]*)"`, "u").exec(listener)![1]!;
    const configured = (name: string): string => new RegExp(` ${name}="(\\d+)"`, "u").exec(application)![1]!;
    assert.equal(shown("connections"), schemaDefault("maxConnections"));
    assert.equal(shown("octets of a header"), schemaDefault("maxHeaderBytes"));
    assert.deepEqual(["headerTimeout", "requestTimeout", "idleTimeout"].map(schemaDefault), ["00:00:30", "00:02:00", "00:02:00"]);
    assert.equal(shown("time for a header, a whole request, between requests"), "30 s, 2 min, 2 min");
    assert.equal(shown("size of a message"), configured("MaxEnvelopeSizeKB"));
    assert.equal(shown("operations of all users in a window"), `${configured("QuotaSystemWindowOperations")} in ${configured("QuotaSystemWindowSeconds")} s`);
    assert.equal(shown("an enumeration that nobody goes on with"), `${configured("MaxEnumerateIdleTimeoutSeconds")} s`);
    assert.equal(shown("depth, attributes of an element, namespaces in scope"), `${wireLimits.depth}, ${wireLimits.attributes}, ${wireLimits.namespaces}`);
  });
});
