import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import ts from "typescript";
import { freePort } from "../support/free-port.js";
import { projectRoot } from "../support/project-root.js";
import { basic } from "../support/basic.js";
import { askWsman } from "../support/soap-caller.js";
import { StrangersProject } from "../support/strangers-project.js";

const page = readFileSync(join(projectRoot, "docs", "embedding.md"), "utf8");
const blocks = [...page.matchAll(/^```ts (\S+)\n([^]*?)^```$/gmu)].map(([, name, text]) => ({ name: name!, text: text! }));

describe("docs/embedding.md", () => {
  let stranger: StrangersProject;
  let program: ts.Program;
  const ports = new Map<string, number>();
  before(async () => {
    stranger = new StrangersProject();
    stranger.copy("config", "config");
    for (const name of ["express", "@types"]) symlinkSync(join(projectRoot, "node_modules", name), join(stranger.path, "node_modules", name), "junction");
    for (const { name } of blocks) ports.set(name, await freePort());
    const files = blocks.map(({ name, text }) => stranger.write(name, text.replace("8080", String(ports.get(name))).replace("port: 0", `port: ${ports.get(name)}`).replace("./state", `./state-${name}`)));
    program = ts.createProgram(files, {
      strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ["lib.es2023.d.ts"], types: ["node"], skipLibCheck: true,
    });
    program.emit();
  });
  after(() => stranger.remove());

  it("shows programs that compile", () => {
    assert.deepEqual(blocks.map(({ name }) => name), ["express.ts", "mounted.ts", "bare.ts", "host.ts"]);
    assert.equal(blocks.length * 2, page.split("\n").filter((line) => line.startsWith("```")).length);
    assert.deepEqual(ts.getPreEmitDiagnostics(program).map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")), []);
  });

  for (const { name } of blocks) {
    it(`shows a program that serves and ends with 0: ${name}`, async () => {
      const child: ChildProcess = spawn(process.execPath, [name.replace(/ts$/u, "js")], { cwd: stranger.path, stdio: ["ignore", "pipe", "pipe"] });
      const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
      let log = "";
      child.stderr!.on("data", (chunk: Buffer) => (log += chunk.toString()));
      let password: string | undefined;
      await new Promise<void>((resolve, reject) => {
        createInterface({ input: child.stdout! }).on("line", (line) => {
          password ??= /password (\S+)/u.exec(line)?.[1];
          if (line.startsWith("ready")) resolve();
        });
        void exited.then((code) => reject(new Error(`ended with ${code}:\n${log}`)));
      });
      const url = `http://127.0.0.1:${ports.get(name)}/wsman`;
      const question = { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" } as const;
      const refused = await fetch(url, { method: "POST", headers: { "content-type": "application/soap+xml;charset=UTF-8" }, body: "<x/>" });
      assert.deepEqual([refused.status, refused.headers.get("www-authenticate")], [401, 'Basic realm="WSMAN"']);
      if (name === "express.ts" || name === "mounted.ts") {
        const answer = await askWsman(url, basic("admin", password!), question);
        assert.equal(answer.status, 200, answer.text);
        assert.deepEqual(await (await fetch(url.replace("/wsman", "/hello"))).json(), { hello: "world" });
      }
      child.kill("SIGTERM");
      assert.equal(await exited, 0, log);
    });
  }
});
