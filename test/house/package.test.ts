import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, it } from "node:test";
import { projectRoot } from "../support/project-root.js";

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as Manifest;

const markdown = ["README.md", "CHANGELOG.md", "bench", "docs", "plugins", "src"].flatMap((name): readonly string[] =>
  name.endsWith(".md") ? [name] : readdirSync(join(projectRoot, name), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md")).map((file) => join(name, file)));

describe("the package", () => {
  it("has what its doors and commands promise", () => {
    const promised = [...Object.values(manifest.bin), ...Object.values(manifest.exports).flatMap((door) => (typeof door === "string" ? [door] : Object.values(door)))];
    assert.deepEqual(promised.filter((path) => !existsSync(join(projectRoot, path))), []);
  });

  it("ships what it names", () => {
    assert.deepEqual(manifest.files.filter((path) => !path.startsWith("!") && !existsSync(join(projectRoot, path))), []);
  });

  it("ships no test, and nothing that only tests use", () => {
    const packed = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: projectRoot, encoding: "utf8" });
    const [{ files }] = JSON.parse(packed.stdout) as [{ files: readonly { readonly path: string }[] }];
    const paths = files.map(({ path }) => path);
    assert.ok(paths.includes("dist/plugins/system/index.js") && paths.includes("dist/command/wsmanor.js"));
    assert.deepEqual(paths.filter((path) => /\.test\.|\/(?:fake|golden)|^dist\/(?:test|bench)/u.test(path)), []);
  });

  it("has each bundled plug-in, and the SDK, in one file that names nothing but the SDK and Node's own, and loads only what the package depends on", () => {
    const plugins = readdirSync(join(projectRoot, "plugins"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    assert.deepEqual(readdirSync(join(projectRoot, "dist", "bundled")).sort(), plugins.sort());
    for (const folder of [...plugins.map((name) => join("bundled", name)), "sdk"]) {
      assert.deepEqual(readdirSync(join(projectRoot, "dist", folder)).filter((file) => file.endsWith(".js")), ["index.js"]);
      const text = readFileSync(join(projectRoot, "dist", folder, "index.js"), "utf8");
      for (const [, loaded] of text.matchAll(/\bimport\(["']([^"']+)["']\)/gu)) assert.ok(Object.keys(manifest.dependencies).includes(loaded!), `${folder}: ${loaded}`);
      for (const [, from] of text.matchAll(/^(?:import|export) (?:.* from )?['"](.+)['"];$/gmu)) assert.match(from!, /^(?:wsmanor\/sdk|node:[\w/]+)$/u, folder);
    }
  });

  it("starts from files that V8 keeps in one octet a character", () => {
    const dist = join(projectRoot, "dist");
    const files = ["bundled", "command", "sdk"].flatMap((folder) => readdirSync(join(dist, folder), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js")).map((file) => join(folder, file)));
    assert.deepEqual(files.filter((file) => /[^\0-\xff]/u.test(readFileSync(join(dist, file), "utf8"))), []);
  });

  it("leads nowhere by a dead link, and names only scripts that exist", () => {
    const problems: string[] = [];
    for (const file of markdown) {
      const text = readFileSync(join(projectRoot, file), "utf8");
      for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)) {
        if (!existsSync(join(projectRoot, dirname(file), target!))) problems.push(`${file}: ${target}`);
      }
      for (const [, script] of text.matchAll(/npm run ([\w:-]+)/gu)) if (manifest.scripts[script!] === undefined) problems.push(`${file}: npm run ${script}`);
    }
    assert.deepEqual(problems, []);
  });

  it("tells in every room of src what it is for, in at most twenty lines", () => {
    const rooms = readdirSync(join(projectRoot, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of rooms) {
      const path = join(projectRoot, "src", name, "README.md");
      assert.ok(existsSync(path), `${relative(projectRoot, path)} is missing`);
      assert.ok(readFileSync(path, "utf8").trimEnd().split("\n").length <= 20, `${relative(projectRoot, path)} is longer than twenty lines`);
    }
  });
});
