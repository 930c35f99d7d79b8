import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coversRange, isInRange, parseAddressRange, type AddressRange } from "../../../src/base/address-range.js";
import { parseIpAddress } from "../../../src/base/ip-address.js";

describe("addresses", () => {
  const good: readonly (readonly [text: string, family: 4 | 6, value: bigint])[] = [
    ["0.0.0.0", 4, 0n], ["10.1.2.3", 4, 0x0a010203n], ["255.255.255.255", 4, 0xffffffffn],
    ["::", 6, 0n], ["::1", 6, 1n], ["1::", 6, 1n << 112n], ["2001:db8::ff00:42:8329", 6, 0x20010db8000000000000ff0000428329n],
    ["1:2:3:4:5:6:7:8", 6, 0x00010002000300040005000600070008n], ["64:ff9b::192.0.2.33", 6, 0x0064ff9b0000000000000000c0000221n], ["fe80::1%eth0", 6, 0xfe800000000000000000000000000001n],
    ["::ffff:10.1.2.3", 4, 0x0a010203n], ["::FFFF:a01:203", 4, 0x0a010203n],
  ];
  for (const [text, family, value] of good) it(text, () => assert.deepEqual(parseIpAddress(text), { family, value }));

  for (const text of ["", "10.1.2", "10.1.2.3.4", "10.1.2.256", "010.1.2.3", "0x0a.1.2.3", "10.1.2.3 ", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::", "g::", "[::1]", "::1.2.3", "1.2.3.4::", "%eth0", "localhost", "١.2.3.4"]) {
    it(`not ${JSON.stringify(text)}`, () => assert.equal(parseIpAddress(text), undefined));
  }
});

const range = (text: string): AddressRange => {
  const parsed = parseAddressRange(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
};

describe("ranges of addresses", () => {
  const cases: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] = [
    ["10.1.2.3", ["10.1.2.3", "::ffff:10.1.2.3"], ["10.1.2.4", "::a01:203"]],
    ["10.0.0.0/8", ["10.0.0.0", "10.255.255.255"], ["9.255.255.255", "11.0.0.0", "::1"]],
    ["10.1.2.3/8", ["10.9.9.9"], ["11.1.2.3"]],
    ["192.168.4.0/255.255.252.0", ["192.168.4.0", "192.168.7.255"], ["192.168.3.255", "192.168.8.0"]],
    ["0.0.0.0/0", ["1.2.3.4"], ["::1"]],
    ["0.0.0.0/0.0.0.0", ["255.255.255.255"], ["2001:db8::1"]],
    ["::/0", ["::1", "2001:db8::1"], ["10.0.0.1", "::ffff:10.0.0.1"]],
    ["2001:db8::/33", ["2001:db8:7fff::1"], ["2001:db8:8000::1"]],
    ["::ffff:10.0.0.0/104", ["10.1.1.1"], ["11.1.1.1"]],
  ];
  for (const [text, inside, outside] of cases) {
    it(text, () => {
      for (const address of inside) assert.equal(isInRange(parseIpAddress(address)!, range(text)), true, address);
      for (const address of outside) assert.equal(isInRange(parseIpAddress(address)!, range(text)), false, address);
    });
  }

  for (const [text, error] of [["10.0.0.0/", "mask"], ["10.0.0.0/33", "mask"], ["10.0.0.0/-1", "mask"], ["10.0.0.0/255.0.255.0", "mask"], ["10.0.0.0/0.255.255.255", "mask"], ["::/129", "mask"], ["::/255.0.0.0", "mask"], ["::ffff:10.0.0.0/95", "mask"], ["a/8", "address"], ["/8", "address"]] as const) {
    it(`not ${text}`, () => assert.deepEqual(parseAddressRange(text), { ok: false, error }));
  }

  it("one has another when it has its first address and is no smaller", () => {
    assert.equal(coversRange(range("10.0.0.0/8"), range("10.1.0.0/16")), true);
    assert.equal(coversRange(range("10.0.0.0/8"), range("10.0.0.0/8")), true);
    assert.equal(coversRange(range("10.1.0.0/16"), range("10.0.0.0/8")), false);
    assert.equal(coversRange(range("10.0.0.0/8"), range("11.0.0.0/16")), false);
    assert.equal(coversRange(range("::/0"), range("10.0.0.0/8")), false);
  });
});
