import assert from "node:assert/strict";
import { isIP } from "node:net";
import { environmentLookup, expandEnvironment, variablesIn } from "../../../src/configuration/expand-environment.js";
import { parseBinding } from "../../../src/configuration/parse-binding.js";
import { checkDocumentName } from "../../../src/store/documents/document-store.js";
import { sourceOf } from "../../../src/store/failed-attempts.js";
import { formatIdentity, isProcessAlive, parseIdentity } from "../../../src/store/process-identity.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const seeds = ["127.0.0.1:5985:", "*:5986:host.example", "[::1]:0:", "[fe80::1]:80:*.a.b", ":80:x", "%HOME%\\x%NOBODY%", "100%", "%a%%b%", "document.json", "a-b_c.1", "1234-567-0123456789ab", "1-0-0", "::ffff:10.0.0.1", "fe80::1%eth0", "10.1.2.3", "2001:db8::1"];
const words = [...oddCharacters, ":", "::", "[", "]", "%", "%HOME%", "%home%", ".", "..", "/", "\\", "-", "*", "0", "65536", "255", "256", "a", "localhost", "../", "f"];
const lookup = environmentLookup({ HOME: "%NOBODY%", "": "empty" });

const readers: readonly ((text: string) => boolean)[] = [
  (text) => {
    const binding = parseBinding(text);
    if (!binding.ok) return assert.ok(binding.error.length > 0), false;
    const { address, port, host } = binding.value;
    assert.ok(port >= 0 && port <= 65_535 && (address === "*" || isIP(address) !== 0) && host === host.toLowerCase(), JSON.stringify(binding.value));
    assert.deepEqual(parseBinding(`${isIP(address) === 6 ? `[${address}]` : address}:${port}:${host}`), binding);
    return true;
  },
  (text) => {
    const { text: expanded, unknown } = expandEnvironment(text, lookup);
    const names = variablesIn(text);
    assert.ok(unknown.every((name) => names.includes(name) && expanded.includes(`%${name}%`)));
    assert.equal(names.length === unknown.length, expanded === text);
    return names.length > 0;
  },
  (text) => {
    try {
      checkDocumentName(text);
    } catch (error) {
      assert.ok(error instanceof RangeError && error.message.includes("is no document name"));
      return false;
    }
    assert.ok(!/[/\\:\0]|^\./u.test(text) && text.length <= 100, "it is a file's name, of one folder");
    return true;
  },
  (text) => {
    const identity = parseIdentity(text);
    if (identity === undefined) return false;
    assert.deepEqual(parseIdentity(formatIdentity(identity)), identity);
    assert.equal(typeof isProcessAlive(identity), "boolean");
    return true;
  },
  (text) => {
    if (isIP(text) === 0) return false;
    const source = sourceOf(text);
    assert.ok(isIP(source) === 4 || /^(?:[0-9a-f]{1,4}:){4}:\/64$/u.test(source), source);
    return true;
  },
];

export const smallSettings = pureTarget<string>({
  name: "small-settings",
  promise: "Bindings, %NAME%, document names, process identities and addresses are read or not; what is written again is the same, and no name leads out of its folder.",
  cases: 20_000,
  least: { read: 0.2, refused: 0.1 },
  make: (random) => mutateWords(random.pick(seeds), words, random),
  check: (text) => readers.map((reader) => reader(text)).some((isOne) => isOne),
});
