import assert from "node:assert/strict";
import { Agent } from "node:http";
import { after, before, describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { sendPlain, soapType, type PlainAnswer } from "../support/plain-request.js";
import { processorTime, withoutProc } from "../support/process-figures.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { attributeStorms, deleteKey, keptStorm, nameStorms, ordinary, ordinaryKey, type Storm } from "./storms.js";

/** As much as a host takes as it is shipped. Octets. */
const usual = 480 * 1024;
/** What a hostile message may cost at most: so many ordinary ones of its size, and what the host does beside. Milliseconds of processor. */
const factor = 4;
const beside = 60;

describe("messages that are made to cost much", { skip: withoutProc }, () => {
  let folder: HostFolder;
  let host: RunningHost;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const others = new Agent({ keepAlive: true, maxSockets: 1 });
  before(async () => {
    folder = makeHostFolder({ maxEnvelopeSizeKB: 20 * 1024, listener: 'maxHeaderBytes="65536"' });
    host = await startRunningHost({ config: folder.path });
  });
  after(async () => {
    agent.destroy();
    others.destroy();
    assert.equal(await host.stop(), 0);
    folder.remove();
  });

  const post = (body: string, headers: Readonly<Record<string, string>> = {}): Promise<PlainAnswer> => sendPlain(host.urls[0]!, { body, agent, headers: { ...soapType, ...headers, Authorization: host.authorization } });

  /** Sends while another client asks again and again. @returns milliseconds of the host's processor, for both */
  async function costOf(body: string, check: (answer: PlainAnswer) => void, headers?: Readonly<Record<string, string>>): Promise<number> {
    const before = processorTime(host.pid);
    let isOver = false;
    const meanwhile = (async () => {
      do {
        const { status } = await sendPlain(host.urls[0]!, { body: identifyEnvelope, agent: others, headers: { ...soapType, WSMANIDENTIFY: "unauthenticated" } });
        assert.equal(status, 200);
        await new Promise((later) => setTimeout(later, 5));
      } while (!isOver);
    })();
    const answer = await post(body, headers);
    isOver = true;
    await meanwhile;
    check(answer);
    return processorTime(host.pid) - before;
  }
  const isFine = ({ status, text }: PlainAnswer): void => assert.equal(status, 200, text.slice(0, 2000));
  /** The cheapest of three, because at first the host compiles what it runs. */
  async function cheapest(cost: () => Promise<number>, enough = 0): Promise<number> {
    let least = Infinity;
    for (let tries = 0; tries < 3 && least > enough; tries++) least = Math.min(least, await cost());
    return least;
  }
  const mostOf = (ordinaryCost: number): number => factor * ordinaryCost + beside;
  const isBounded = (cost: number, ordinaryCost: number): void =>
    assert.ok(cost <= mostOf(ordinaryCost), `${cost.toFixed(0)} ms of processor; an ordinary message of that size costs ${ordinaryCost.toFixed(0)} ms`);
  const checks = (storm: Storm) => (answer: PlainAnswer): void => {
    assert.equal(answer.status, storm.status, answer.text.slice(0, 2000));
    assert.match(answer.text, storm.says);
    assert.ok(answer.text.length < 8192, "no answer grows with the mistake");
  };

  for (const [said, size, storms] of [["16 MB", 16, attributeStorms], ["1 MB", 1, nameStorms]] as const) {
    describe(`${said} of`, () => {
      let ordinaryCost = 0;
      before(async () => {
        const body = ordinary(size * 1024 * 1024);
        ordinaryCost = await cheapest(() => costOf(body, isFine));
      });
      for (const storm of storms(size * 1024 * 1024)) {
        it(storm.name, async () => {
          const body = storm.body();
          isBounded(await cheapest(() => costOf(body, checks(storm)), mostOf(ordinaryCost)), ordinaryCost);
        });
      }
    });
  }

  it("as much as a host takes as it is shipped, of values of a key whose names are colliding digits", async () => {
    const kept = (body: string, check: (answer: PlainAnswer) => void) => async (): Promise<number> => {
      const cost = await costOf(body, check);
      isFine(await post(deleteKey));
      return cost;
    };
    const storm = keptStorm(usual);
    const body = storm.body();
    const ordinaryCost = await cheapest(kept(ordinaryKey(usual), isFine));
    isBounded(await cheapest(kept(body, checks(storm)), mostOf(ordinaryCost)), ordinaryCost);
  });

  it("HTTP fields whose names are colliding digits", async () => {
    const fields = (name: (index: number) => string): Readonly<Record<string, string>> => Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [name(index), "1"]));
    const ask = (name: (index: number) => string) => (): Promise<number> => costOf(identifyEnvelope, isFine, fields(name));
    const ordinaryCost = await cheapest(ask((index) => `x-${1_000_000_000 + index}`));
    isBounded(await cheapest(ask((index) => String(1_000_000_000 + index * 32_768)), mostOf(ordinaryCost)), ordinaryCost);
  });
});
