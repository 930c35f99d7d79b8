import type { BodyElement, Item, ItemCommand, Meta, SyncmlMessage } from "../../src/protocol/syncml/message.js";
import type { Random } from "../fuzz/random.js";

/** What a message may hold besides the usual, for peers that do not take all of it. */
export interface Growing {
  /** Data that is no text, serialised trees. */
  readonly octets?: boolean;
  /** Elements that nobody knows. */
  readonly unknown?: boolean;
  /** White space around text, control characters, characters beyond the first plane. */
  readonly oddText?: boolean;
}

const names = ["DevInfo/DevId", "DevDetail/SwV", "Vendor/MSFT/Policy/Config/A%20B", "User/Vendor/MSFT/X", "cimv2/Class/Class.Key=%22v%22", "Vendor/Größe"];
const texts = ["a", "1", "true", "text with <marks> & \"quotes\"", "x".repeat(300), "Grüße, 世界"];
const odd = ["  blanks  ", "\ttab\n", "😀𝄞", " ", "]]>", "a\rb"];

/** A message of device management made of random parts, repeatable by the seed of `random`. */
export function growMessage(random: Random, growing: Growing = {}): SyncmlMessage {
  const grower = new Grower(random, growing);
  return grower.message();
}

class Grower {
  #id = 0;

  constructor(private readonly random: Random, private readonly growing: Growing) {}

  message(): SyncmlMessage {
    const { random } = this;
    return {
      header: {
        versionDtd: "1.2", versionProtocol: "DM/1.2", sessionId: random.pick(["1", "FFFF", "12345"]), messageId: String(1 + random.below(9)),
        target: { uri: "https://manage.example/dm?mode=Machine" },
        source: { uri: "urn:uuid:6F9619FF-8B86-D011-B42D-00C04FC964FF", ...this.#maybe(() => ({ name: "alice" })) },
        ...this.#maybe(() => ({ responseUri: "https://manage.example/dm/2" })),
        ...this.#maybe(() => ({ credential: { meta: { format: "b64", type: "syncml:auth-md5" }, data: "Zz6EivR3yeaaENcRN6lpAQ==" } })),
        ...this.#maybe(() => ({ meta: { maxMessageSize: "16384", maxObjectSize: "1048576" } })),
      },
      body: Array.from({ length: 1 + random.below(5) }, () => this.#element(2)),
      isFinal: random.oneIn(2),
    };
  }

  #maybe<T extends object>(make: () => T): T | Record<string, never> {
    return this.random.oneIn(3) ? make() : {};
  }

  #element(depth: number): BodyElement {
    const { random } = this;
    const kind = random.below(this.growing.unknown === true ? 12 : 11);
    const id = String(++this.#id);
    if (kind < 7) return this.#command(id, (["Add", "Alert", "Copy", "Delete", "Exec", "Get", "Replace"] as const)[kind]!);
    if (kind === 7) return this.#status(id);
    if (kind === 8) return { kind: "Results", id, messageRef: "1", commandRef: "2", ...this.#maybe(() => ({ meta: this.#meta() })), items: this.#items("source") };
    if (kind < 11) return depth === 0 ? this.#command(id, "Get") : { kind: random.pick(["Atomic", "Sequence"] as const), id, members: Array.from({ length: 1 + random.below(3) }, () => this.#element(depth - 1)) };
    return { kind: "unknown", name: "Bogus", id, element: { name: "Bogus", namespace: "SYNCML:SYNCML1.2", attributes: [], children: [{ name: "CmdID", namespace: "SYNCML:SYNCML1.2", attributes: [], children: [id] }] } };
  }

  #status(id: string): BodyElement {
    const { random } = this;
    return {
      kind: "Status", id, messageRef: "1", commandRef: String(random.below(9)), command: random.pick(["SyncHdr", "Get", "Replace"]),
      targetRefs: random.oneIn(2) ? [this.#uri()] : [], sourceRefs: [],
      ...this.#maybe(() => ({ challenge: { format: "b64", type: "syncml:auth-md5", nextNonce: "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0" } })),
      code: random.pick(["200", "212", "404", "507"]), items: [],
    };
  }

  #command(id: string, kind: ItemCommand["kind"]): ItemCommand {
    const { random } = this;
    const isAlert = kind === "Alert";
    return {
      kind, id,
      ...(isAlert ? { code: random.pick(["1201", "1224", "1226"]) } : {}),
      ...this.#maybe(() => ({ meta: this.#meta() })),
      ...(kind === "Exec" || isAlert ? this.#maybe(() => ({ correlator: "job-1" })) : {}),
      items: isAlert && random.oneIn(2) ? [] : this.#items("target"),
    };
  }

  #items(address: "source" | "target"): readonly Item[] {
    const { random } = this;
    return Array.from({ length: 1 + random.below(3) }, () => ({ [address]: { uri: this.#uri() }, ...this.#content() }));
  }

  #content(): Pick<Item, "data" | "hasMore" | "meta"> {
    const { random } = this;
    if (random.oneIn(4)) return {};
    if (this.growing.octets === true && random.oneIn(4)) return { meta: { format: "bin", type: "application/octet-stream" }, data: { kind: "octets", octets: Uint8Array.from({ length: 1 + random.below(40) }, () => random.below(256)) } };
    const all = this.growing.oddText === true ? [...texts, ...odd] : texts;
    return { ...this.#maybe(() => ({ meta: this.#meta() })), data: { kind: "text", text: random.pick(all) }, ...this.#maybe(() => ({ hasMore: true })) };
  }

  #meta(): Meta {
    return { format: this.random.pick(["chr", "int", "bool", "xml"]), type: "text/plain", ...this.#maybe(() => ({ mark: "critical" })), ...this.#maybe(() => ({ size: "70000" })) };
  }

  #uri(): string {
    return `./${this.random.pick(names)}`;
  }
}
