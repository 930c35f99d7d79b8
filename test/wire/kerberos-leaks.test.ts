import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { loadOptional } from "../../src/negotiate/load-optional.js";
import { firstTokens, withoutPythonGssapi } from "../support/kerberos-client.js";
import { openedGssapi } from "../support/opened-gssapi.js";
import { settledHeap } from "../support/settled-heap.js";
import { TestKdc, withoutKdc } from "../support/test-kdc.js";

const logins = 2000;
/** Before these the allocators, the replay cache and koffi's threads have not reached their size. */
const warmUp = 500;
/** Of one login, in both directions: so many that the 60 octets of a header would be seen. */
const messages = 6;
const body = Buffer.alloc(5000, "x");

/** Octets that the C library has given out to whomever. Several looks, because V8's threads borrow some for a moment. */
async function nativeMemory(): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 8; look++) {
    settledHeap();
    await new Promise((resolve) => setImmediate(resolve));
    looks.push(Number((mallinfo() as { readonly inUse: number | bigint }).inUse));
  }
  return Math.min(...looks);
}

let mallinfo: () => unknown;

/** glibc's mallinfo2; its eighth number is what is in use. */
async function declareMallinfo(): Promise<void> {
  const loaded = await loadOptional("koffi");
  assert.ok(loaded.ok);
  const koffi = loaded.value as { load(path: string): { func(name: string, result: unknown, parameters: readonly unknown[]): () => unknown }; struct(members: Readonly<Record<string, string>>): unknown };
  const names = ["arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "inUse", "fordblks", "keepcost"];
  mallinfo = koffi.load("libc.so.6").func("mallinfo2", koffi.struct(Object.fromEntries(names.map((name) => [name, "size_t"]))), []);
}

describe("memory of Kerberos logins", { skip: withoutKdc || withoutPythonGssapi }, () => {
  let kdc: TestKdc;
  let gssapi: Awaited<ReturnType<typeof openedGssapi>>;
  let tokens: readonly Buffer[];
  before(async () => {
    await declareMallinfo();
    kdc = await TestKdc.start();
    gssapi = await openedGssapi(kdc);
    const alice = kdc.login("alice", "wonderland");
    tokens = [...(await firstTokens(alice, "", (warmUp + logins) / 2)), ...(await firstTokens(alice, "mechanism='spnego'", (warmUp + logins) / 2))];
    // Mixed, so that both kinds are among those before.
    tokens = tokens.map((_, index) => tokens[(index * 7) % tokens.length]!);
  });
  after(async () => {
    await kdc.stop();
    gssapi.close();
  });

  /** Every third login is refused: its token is changed. */
  const login = async (token: Buffer, index: number): Promise<string> => {
    const context = gssapi.provider.begin("Negotiate", { channelBinding: undefined, tokenChecking: "None", remoteAddress: "127.0.0.1" });
    if (index % 3 === 0) token[token.length - 20]! ^= 0xff;
    const step = await context.step(token);
    if (step.state === "done") {
      for (let message = 0; message < messages; message++) {
        const { header, data } = step.sealer!.wrap(body);
        assert.throws(() => step.sealer!.unwrap(header, data));
      }
    }
    context.dispose();
    return step.state;
  };
  const run = async (from: number, to: number): Promise<Readonly<Record<string, number>>> => {
    const states: Record<string, number> = {};
    for (let at = from; at < to; at += 8) {
      for (const state of await Promise.all(tokens.slice(at, Math.min(at + 8, to)).map((token, index) => login(token, at + index)))) states[state] = (states[state] ?? 0) + 1;
    }
    return states;
  };

  it(`stays where it is over ${logins} logins with sealed messages, a third of them refused`, async () => {
    await run(0, warmUp);
    const before = await nativeMemory();
    const resident = process.memoryUsage.rss();
    const states = await run(warmUp, warmUp + logins);
    const grown = (await nativeMemory()) - before;
    const grownResident = process.memoryUsage.rss() - resident;
    assert.deepEqual(states, { done: 1333, failed: 667 });
    assert.deepEqual(gssapi.library.counts, { credentials: 1, contexts: 0, names: 0 });
    // What one login leaves behind in the worst case: a context has 2 kB and more, its six messages more.
    assert.ok(grown < logins * 150, `${Math.round(grown / 1000)} kB more are in use`);
    // Of the allocators' own and V8's, whose pages come and go.
    assert.ok(grownResident < 24_000_000, `${Math.round(grownResident / 1000)} kB more are resident`);
  });
});
