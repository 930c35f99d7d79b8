import assert from "node:assert/strict";
import { parseAccessList, writeAccessList } from "../../../src/protocol/dm/access-list.js";
import { readMessageCodeField } from "../../../src/protocol/dm/message-code-field.js";
import { parseNodeAddress, writeNodeAddress } from "../../../src/protocol/dm/node-address.js";
import { readUserAlertOptions } from "../../../src/protocol/dm/user-alert-options.js";
import { pureTarget } from "../fuzz-target.js";
import type { Random } from "../random.js";

const pieces = [".", "..", "/", "./", "Device", "User", "Vendor", "%20", "%2F", "%2e", "%", "%C3%A4", "ä", "*", "?", "?prop=", "?list=", "ACL", "TNDS+Value", "&", "=", "+", "Get", "Replace", "A", " ", "\0", "\u{1f600}", "\ud800", '"', ",", "mac", "username", "MINDT", "~"];

const make = (random: Random): string => Array.from({ length: 1 + random.below(8) }, () => random.pick(pieces)).join("");

export const nodeAddresses = pureTarget<string>({
  name: "node-addresses",
  promise: "Any text is an address of a node, which is the same when it was written and read again and leads nowhere by dots, or is refused with a status; so are access lists, in words.",
  cases: 20_000,
  least: { read: 0.1, refused: 0.3 },
  make,
  check: (text) => {
    assert.ok(["string", "object"].includes(typeof readMessageCodeField(text)));
    readUserAlertOptions(text);
    const list = parseAccessList(text);
    if (list.ok) assert.deepEqual(parseAccessList(writeAccessList(list.value)), list);
    else assert.ok(list.error.length > 10);
    const read = parseNodeAddress(text);
    if (!read.ok) {
      assert.ok([400, 404, 406, 414].includes(read.error.status) && read.error.message.endsWith("."));
      return false;
    }
    assert.ok(!read.value.path.some((name) => ["", ".", "..", "*"].includes(name) || name.includes("\0")));
    assert.deepEqual(parseNodeAddress(writeNodeAddress(read.value)), read);
    return true;
  },
});
