import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { decodeXml } from "../../../src/protocol/xml/decode-xml.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { fixtures, withoutFixtures } from "../../support/project-root.js";

describe("recorded traffic", { skip: withoutFixtures }, () => {
  const folder = join(fixtures, "winrm");
  const files = withoutFixtures === false ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml")) : [];

  for (const file of files) {
    it(`reads ${file}, and what it writes is the same`, () => {
      const decoded = decodeXml(readFileSync(join(folder, file)), undefined);
      assert.ok(decoded.ok, JSON.stringify(decoded));
      const read = readElement(decoded.value.text, wireLimits);
      if (decoded.value.text.includes("<!DOCTYPE")) {
        // A library of recordings with its own document type, no message.
        assert.equal(read.ok ? "accepted" : read.error.code, "doctype-forbidden");
        return;
      }
      assert.ok(read.ok, JSON.stringify(read));
      const again = readElement(writeElement(read.value), wireLimits);
      assert.deepEqual(again.ok && again.value, read.value);
    });
  }
});
