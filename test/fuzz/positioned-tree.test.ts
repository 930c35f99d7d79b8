import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readPositionedTree } from "../../src/protocol/xml/positioned-tree.js";
import { cpuTime } from "../support/cpu-time.js";

describe("positioned tree on storms", () => {
  const storms: readonly string[] = ["<a>", "<a ", "<", "</a>", "</", "&", '"', '<a b="', "<a b='", "<!--", "<![CDATA[", "<!DOCTYPE", "<?", "<a b=c ", "<a b-", " ", "=", "<a b=", "--", "]]>", "<a b=\"<", "&x;", "<a/>", "<b><a></b>", 'b="1" ', "a= ", "< a", "<a b= "];
  for (const storm of storms) {
    it(`takes time in proportion to the text for ${JSON.stringify(storm)} again and again`, () => {
      const took = cpuTime(() => {
        for (const start of ["", "<r>", "<r ", '<r x="', "<r x=y"]) readPositionedTree(start + storm.repeat(Math.ceil(200_000 / storm.length)));
      });
      assert.ok(took < 20_000, `took ${took} ms of processor`);
    });
  }
});
