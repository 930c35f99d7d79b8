import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAnswer } from "../../../src/cli/client/read-answer.js";
import { projectRoot } from "../../support/project-root.js";
import { mutateOctets } from "../mutate-octets.js";
import { mutate } from "../mutate-xml.js";
import type { FuzzTarget } from "../fuzz-target.js";

const statuses = [200, 200, 200, 200, 200, 200, 200, 500, 500, 400, 401, 403, 404, 413, 503, 302, 204];
const types = ["application/soap+xml;charset=UTF-8", "application/soap+xml;charset=UTF-8", "application/soap+xml", "application/soap+xml; charset=utf-16", "text/html", ""];
const url = new URL("http://host:5985/wsman");

/** The first two octets choose the status and the Content-Type. */
export const clientAnswer: FuzzTarget<Uint8Array> = {
  name: "client-answer",
  promise: "Whatever a server answers, the client gives its elements or a problem in sentences, with a number for scripts.",
  cases: 6000,
  least: { read: 0.02, refused: 0.2 },
  open: () => {
    const golden = join(projectRoot, "test", "golden", "wsman");
    const answers = readdirSync(golden).filter((name) => name.startsWith("answer-") && name.endsWith(".xml")).map((name) => readFileSync(join(golden, name), "utf8"));
    assert.ok(answers.length > 0);
    return {
      make: (random) => {
        const text = random.pick(answers);
        const octets = Buffer.from(random.oneIn(2) ? mutate(text, random) : text, random.oneIn(8) ? "utf16le" : "utf8");
        return Buffer.concat([Buffer.from([random.below(statuses.length), random.below(types.length)]), random.oneIn(3) ? mutateOctets(octets, random) : octets]);
      },
      check: (input) => {
        const answer = { status: statuses[(input[0] ?? 0) % statuses.length]!, contentType: types[(input[1] ?? 0) % types.length]!, challenge: "Basic realm=\"x\"", body: Buffer.from(input.subarray(2)) };
        const read = readAnswer(answer, url, input.length % 4 === 0 ? "uuid:1" : undefined, input.length % 2 === 0);
        if (read.ok) return read.value.every((element) => typeof element.name === "string");
        const { number, message } = read.error;
        assert.ok(Number.isSafeInteger(number) && typeof message === "string" && message.length > 0, JSON.stringify(read.error));
        return false;
      },
    };
  },
};
