import assert from "node:assert/strict";
import { LineSplitter } from "../../../src/host/isolation/line-splitter.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

/** Nobody else's constant: as long as any line the host logs, several times over. */
const longest = 16_384;

/** The first octet is the size of the pieces that arrive. */
export const isolationLines = pureTarget<Uint8Array>({
  name: "isolation-lines",
  promise: "What a plug-in prints comes line by line, however the octets arrive, and no line is longer than the host keeps.",
  cases: 4000,
  least: { read: 0.5, refused: 0 },
  make: (random) => {
    const text = mutateWords("one\ntwo\r\nthree\rfour 😀\n\n  \n", [...oddCharacters, "\n", "\r", "\r\n", "\n\r", "x".repeat(200)], random);
    return Buffer.concat([Buffer.from([1 + random.below(40)]), mutateOctets(Buffer.from(random.oneIn(300) ? text.repeat(1000).replaceAll(/[\r\n]/gu, "") : text), random)]);
  },
  check: (input) => {
    const octets = Buffer.from(input.subarray(1));
    const told: string[] = [];
    const splitter = new LineSplitter((line) => void told.push(line));
    const size = Math.max(1, input[0] ?? 1);
    for (let at = 0; at < octets.length; at += size) splitter.push(octets.subarray(at, at + size));
    splitter.end();
    const wanted = octets.toString("utf8").split(/\r\n|\n|\r/u).map((line) => line.slice(0, longest)).filter((line) => line.trim() !== "");
    assert.deepEqual(told, wanted);
    return told.length > 0;
  },
});
