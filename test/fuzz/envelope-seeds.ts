import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures, projectRoot } from "../support/project-root.js";
import { operationMessages } from "../support/operation-messages.js";
import { growEnvelope } from "./grow-envelope.js";
import { mutate } from "./mutate-xml.js";
import { mutateEnvelope } from "./mutate-envelope.js";
import type { Random } from "./random.js";

let seeds: readonly string[] | undefined;

/** Our own golden requests, one of each operation, and what real clients sent where the recordings are there. */
export function envelopeSeeds(): readonly string[] {
  seeds ??= readSeeds();
  return seeds;
}

function readSeeds(): readonly string[] {
  const golden = join(projectRoot, "test", "golden", "wsman");
  const ours = readdirSync(golden).filter((name) => name.endsWith(".xml") && !/^(?:bad|answer)-/u.test(name)).map((name) => readFileSync(join(golden, name), "utf8"));
  const clients = join(fixtures, "winrm", "client-requests");
  const openwsman = join(fixtures, "winrm", "openwsman-requests");
  const recorded = !existsSync(clients) ? [] : [
    ...readdirSync(clients).flatMap((name) => (JSON.parse(readFileSync(join(clients, name), "utf8")) as { body: string }[]).map(({ body }) => body)),
    ...readdirSync(openwsman).filter((name) => name.endsWith(".xml")).map((name) => readFileSync(join(openwsman, name), "utf8")),
  ];
  return [...ours, ...Object.values(operationMessages), ...recorded].filter((text) => text.length > 0 && text.length < 4000);
}

/** An envelope by the grammar, or one of the seeds with some of its elements, or some of its characters, changed. */
export function makeEnvelope(random: Random): string {
  const known = envelopeSeeds();
  const source = random.oneIn(3) ? growEnvelope(random) : random.pick(known);
  switch (random.below(4)) {
    case 0: return mutate(source, random);
    case 1: return source;
    default: return mutateEnvelope(source, known, random);
  }
}
