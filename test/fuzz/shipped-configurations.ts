import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fail, ok } from "../../src/base/result.js";
import type { FileAccess } from "../../src/configuration/file-access.js";
import { nodeFileAccess } from "../../src/configuration/node-file-access.js";
import { encodeXml } from "../../src/protocol/xml/encode-xml.js";
import { projectRoot } from "../support/project-root.js";

/** The shipped configurations. */
export const shippedConfigurations = [join(projectRoot, "config"), ...readdirSync(join(projectRoot, "config", "examples")).map((name) => join(projectRoot, "config", "examples", name))];

/** The same documents as other people, and other tools, would have written them. */
export const spellings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "as shipped": (text) => encodeXml(text, "utf-8", false),
  "CR LF with a mark": (text) => encodeXml(text.replaceAll("\n", "\r\n"), "utf-8", true),
  "UTF-16, tabs": (text) => encodeXml(text.replaceAll('encoding="UTF-8"', 'encoding="utf-16"').replaceAll(/^(?: {2})+/gmu, (space) => "\t".repeat(space.length / 2)), "utf-16le", true),
  "one line": (text) => encodeXml(text.replaceAll(/<!--[\s\S]*?-->/gu, "").replaceAll(/\s*\n\s*/gu, (space) => (space.includes("\n") ? " " : space)).replaceAll("> <", "><"), "utf-8", false),
  "single quotes": (text) => encodeXml(text.replaceAll(/="([^"']*)"/gu, "='$1'"), "utf-8", false),
  "spread out": (text) => encodeXml(text.replaceAll("/>", " />").replaceAll(/>(?=\n)/gu, "> <!-- x -->").replace(/^(<\?xml[^>]*>) <!-- x -->/u, "$1"), "utf-8", false),
};

/** Those configuration files and no others; what else there is comes from the disk. */
export const withFiles = (files: ReadonlyMap<string, Uint8Array>): FileAccess => ({
  ...nodeFileAccess,
  readBytes: (path) => (files.has(path) ? ok(files.get(path)!) : path.endsWith(".config") ? fail({ kind: "missing", message: "none" }) : nodeFileAccess.readBytes(path)),
  kind: (path) => (files.has(path) ? "file" : path.endsWith("web.config") ? undefined : nodeFileAccess.kind(path)),
});

/** Configuration files of a shipped configuration, by absolute path. */
export function filesOf(folder: string, spell: (text: string) => Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (entry.endsWith(".config") && !(folder.endsWith("config") && entry.startsWith("examples"))) files.set(join(folder, entry), spell(readFileSync(join(folder, entry), "utf8")));
  }
  return files;
}
