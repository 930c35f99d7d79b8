import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createNameFinder, type NameServers } from "../../../src/host/create-name-finder.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { settled } from "../../../src/testing/settled.js";

const fault = (code: string): Error => Object.assign(new Error(code), { code });

class Servers {
  readonly asked: string[] = [];
  cancelled = 0;
  constructor(private readonly names: readonly string[] | Error | "silent", private readonly addresses: Readonly<Record<string, readonly string[]>> = {}) {}
  async reverse(address: string): Promise<string[]> {
    this.asked.push(address);
    if (this.names === "silent") return new Promise(() => undefined);
    if (this.names instanceof Error) throw this.names;
    return [...this.names];
  }
  async resolve4(name: string): Promise<string[]> {
    this.asked.push(name);
    const found = this.addresses[name];
    if (found === undefined) throw fault("ENOTFOUND");
    return [...found];
  }
  resolve6(name: string): Promise<string[]> {
    return this.resolve4(`${name} by IPv6`);
  }
  cancel(): void {
    this.cancelled++;
  }
}

const finder = (servers: Servers, clock = new ManualClock()) => createNameFinder(() => servers as unknown as NameServers, clock);

describe("what an address is called", () => {
  it("is a name that leads back to it, or one that does not", async () => {
    const servers = new Servers(["A.Example.com.", "b.example.com", "c.example.com"], { "A.Example.com.": ["10.0.0.9", "10.0.0.1"], "b.example.com": ["10.0.0.2"] });
    assert.deepEqual(await finder(servers)("10.0.0.1"), [{ name: "a.example.com", isConfirmed: true }, { name: "b.example.com", isConfirmed: false }, { name: "c.example.com", isConfirmed: false }]);
  });

  it("is asked for the IPv4 address behind a mapped one, and for IPv6 by its own records", async () => {
    const mapped = new Servers(["a"], { a: ["10.0.0.1"] });
    assert.deepEqual(await finder(mapped)("::ffff:10.0.0.1"), [{ name: "a", isConfirmed: true }]);
    assert.deepEqual(mapped.asked, ["10.0.0.1", "a"]);
    assert.deepEqual(await finder(new Servers(["a"], { "a by IPv6": ["2001:db8:0::1"] }))("2001:db8::1"), [{ name: "a", isConfirmed: true }]);
  });

  it("is nothing where there is no name, and not known where nobody could say", async () => {
    for (const code of ["ENOTFOUND", "ENODATA"]) assert.deepEqual(await finder(new Servers(fault(code)))("10.0.0.1"), []);
    for (const code of ["ETIMEOUT", "ESERVFAIL", "ECONNREFUSED", "EINVAL"]) assert.equal(await finder(new Servers(fault(code)))("10.0.0.1"), undefined);
  });

  it("is not waited for longer than three seconds", async () => {
    const clock = new ManualClock();
    const servers = new Servers("silent");
    const found = finder(servers, clock)("10.0.0.1");
    await settled();
    clock.advance(3000);
    assert.equal(await found, undefined);
    assert.equal(servers.cancelled, 1);
  });

  it("is no more than a few names", async () => {
    const servers = new Servers(Array.from({ length: 100 }, (_, index) => `host${index}`));
    assert.equal((await finder(servers)("10.0.0.1"))?.length, 4);
    assert.equal(servers.asked.length, 5);
  });
});
