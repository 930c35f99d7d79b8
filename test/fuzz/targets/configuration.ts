import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok } from "../../../src/base/result.js";
import type { FileAccess } from "../../../src/configuration/file-access.js";
import { formatDiagnostics } from "../../../src/configuration/format-diagnostics.js";
import { nodeFileAccess } from "../../../src/configuration/node-file-access.js";
import { goldenFolder, load } from "../../support/golden-configuration.js";
import { projectRoot } from "../../support/project-root.js";
import type { FuzzTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";
import { mutate } from "../mutate-xml.js";

/** Where the configuration under test lies; no such folder is on the disk. */
const folder = "/fuzzed";

const words = [...oddCharacters, '"', "'", "<", ">", "/>", "<!--", "-->", "&amp;", "&#0;", "true", "-1", "99999999999999999999", "00:00:00", "%NOBODY%", "<clear/>", '<remove name="x"/>', '<add name="x"/>', ' lockAttributes="*"', ' lockItem="true"', ' configSource="other.config"', '<location path="Default Web Site/wsman">', "</location>", ' allowOverride="false"', "<configuration>", "../"];

/** The mutant in the place of one file of its kind, and the shipped web.config below it. */
function withFile(name: string, octets: Uint8Array): FileAccess {
  const path = join(folder, name);
  const application = join(folder, "wsman", "web.config");
  // Plug-ins and folders are there, wherever they are looked for.
  return {
    ...nodeFileAccess,
    readBytes: (asked) => (asked === path ? ok(octets) : asked === application && name !== "web.config" ? nodeFileAccess.readBytes(join(projectRoot, "config", "wsman", "web.config")) : asked.startsWith(projectRoot) ? nodeFileAccess.readBytes(asked) : fail({ kind: "missing", message: "no such file" })),
    kind: (asked) => (asked === path || (asked === application && name !== "web.config") || /\.m?js$/u.test(asked) ? "file" : asked.startsWith(folder) && !asked.endsWith(".config") ? "directory" : asked.startsWith(projectRoot) ? nodeFileAccess.kind(asked) : undefined),
    list: (directory) => (directory.startsWith(projectRoot) ? nodeFileAccess.list(directory) : []),
  };
}

interface Seed {
  readonly isHost: boolean;
  readonly text: string;
}

function seedsIn(root: string): readonly Seed[] {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /(?:applicationHost|web)\.config$/u.test(name));
  return names.map((name) => ({ isHost: !name.endsWith("web.config"), text: readFileSync(join(root, name), "utf8") })).filter(({ text }) => text.length < 8000);
}

/** The first octet says whether it is an applicationHost.config or a web.config alone. */
export const configuration: FuzzTarget<Uint8Array> = {
  name: "configuration",
  promise: "A configuration file is read or refused, every mistake in a sentence at a place inside a file, and can be printed; nothing is refused without one.",
  cases: 200,
  least: { read: 0.02, refused: 0.2 },
  open: () => {
    // Most of the golden ones have a mistake already: that is what they are for.
    const [good, golden] = [seedsIn(join(projectRoot, "config")), seedsIn(goldenFolder)];
    return {
      make: (random) => {
        const { isHost, text } = random.pick(random.oneIn(2) ? good : golden);
        const mutant = random.oneIn(3) ? mutate(text, random) : mutateWords(text, words, random);
        const octets = Buffer.from(mutant, random.oneIn(20) ? "utf16le" : "utf8");
        return Buffer.concat([Buffer.from([isHost ? 1 : 0]), random.oneIn(5) ? mutateOctets(octets, random) : octets]);
      },
      check: (input) => {
        const isHost = input[0] === 1;
        const octets = input.subarray(1);
        const { configuration: read, diagnostics } = load(isHost ? folder : join(folder, "web.config"), withFile(isHost ? "applicationHost.config" : "web.config", octets));
        for (const { message, rule, place } of diagnostics) {
          assert.ok(message.trim() !== "" && rule.length > 0, rule);
          if (place === undefined || !place.file.startsWith(folder)) continue;
          assert.ok(place.line >= 1 && place.column >= 1 && place.line <= octets.length + 2, JSON.stringify(place));
        }
        assert.equal(typeof formatDiagnostics(diagnostics, folder), "string");
        const isRefused = diagnostics.some(({ severity }) => severity === "error");
        // Errors of one application keep only that one from being served.
        assert.ok(isRefused || read !== undefined, "refused without a word");
        return !isRefused;
      },
    };
  },
};
