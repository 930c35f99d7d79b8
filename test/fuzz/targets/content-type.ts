import assert from "node:assert/strict";
import { readContentType } from "../../../src/apps/wsman/content-type.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const seeds = ["application/soap+xml;charset=UTF-8", 'application/soap+xml; charset="utf-16"', 'application/soap+xml; action="a;charset=x"; charset=utf-8', "text/plain", ""];

export const contentType = pureTarget<string>({
  name: "content-type",
  promise: "A Content-Type is always read: the type without case and space, the charset one of its parameters; the same again when remembered.",
  cases: 10_000,
  least: { read: 0.3, refused: 0.1 },
  make: (random) => mutateWords(random.pick(seeds), [...oddCharacters, ";", "=", '"', "charset", "charset=", "action", "/", "utf-8", "\\"], random),
  check: (text) => {
    const { type, charset } = readContentType(text);
    assert.equal(type, text.split(";", 1)[0]!.trim().toLowerCase());
    assert.ok(charset === undefined || (text.includes(charset) && /charset\s*=/iu.test(text)));
    // With a plain parser where that may be asked: no quotes in it.
    if (!text.includes('"')) {
      const plain = text.split(";").slice(1).map((each) => each.split("=")).find(([name, ...value]) => value.length > 0 && name!.trim().toLowerCase() === "charset");
      if (text.split(";").slice(1).every((each) => each.includes("="))) assert.equal(charset, plain?.slice(1).join("=").trim());
    }
    assert.deepEqual(readContentType(text), { type, charset });
    return charset !== undefined;
  },
});
