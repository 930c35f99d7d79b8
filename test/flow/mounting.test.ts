import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, afterEach, describe, it } from "node:test";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { ConfigurationRefused, wsmanor, type MountedHost } from "wsmanor";
import { basic } from "../support/basic.js";
import { runCommand } from "../support/command.js";
import { projectRoot } from "../support/project-root.js";
import { askWsman } from "../support/soap-caller.js";

const config = { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" } as const;
const folder = mkdtempSync(join(tmpdir(), "wsmanor-mounted-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("a host mounted in an Express application", () => {
  let server: Server;
  let host: MountedHost;
  let count = 0;
  const make = (path = join(projectRoot, "config")): MountedHost => (host = wsmanor({ config: path, state: join(folder, `state-${++count}`), log: new PassThrough().resume() }));
  const listen = async (app: Express): Promise<string> => {
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await host.close();
  });
  const account = async (): Promise<{ readonly user: string; readonly password: string }> => (await host.ready).firstRun!;

  it("serves at its own path, from the first request on, also before it has started", async () => {
    const app = express();
    app.use("/wsman", make());
    app.use(express.json());
    app.get("/hello", (_request, response) => void response.json({ hello: "world" }));
    const origin = await listen(app);
    // Nobody has waited for the start: this one waits.
    const early = await fetch(`${origin}/wsman`, { method: "POST" });
    assert.deepEqual([early.status, early.headers.get("www-authenticate")], [401, 'Basic realm="WSMAN"']);
    const { user, password } = await account();
    for (const path of ["/wsman", "/WSMAN", "/wsman/", "/wsman?PSVersion=5.1"]) {
      const answer = await askWsman(origin + path, basic(user, password), config);
      assert.equal(answer.status, 200, answer.text);
    }
    assert.deepEqual(await (await fetch(`${origin}/hello`)).json(), { hello: "world" });
    assert.equal((await fetch(`${origin}/wsmanor`)).status, 404);
  });

  it("serves the command's client as any host does", async () => {
    const app = express();
    app.use("/wsman", make());
    const origin = await listen(app);
    const { user, password } = await account();
    const identified = await runCommand(["identify", `-r:${origin}/wsman`, `-u:${user}`, `-p:${password}`]);
    assert.equal(identified.status, 0, identified.stdout + identified.stderr);
    const got = await runCommand(["get", "winrm/config", `-r:${origin}/wsman`, `-u:${user}`, `-p:${password}`]);
    assert.match(got.stdout, /MaxEnvelopeSizekb = 500/u, got.stderr);
    const wrong = await runCommand(["get", "winrm/config", `-r:${origin}/wsman`, `-u:${user}`, "-p:wrong"]);
    assert.notEqual(wrong.status, 0);
  });

  it("serves below other paths, and leaves the URL as it was to what comes after it", async () => {
    const app = express();
    const seen: string[] = [];
    make();
    app.use("/management", host);
    app.use("/x/wsman", host);
    app.use((request, response) => {
      seen.push(`${request.url} ${request.originalUrl} ${request.baseUrl}`);
      response.sendStatus(418);
    });
    const origin = await listen(app);
    const { user, password } = await account();
    assert.equal((await askWsman(`${origin}/management/wsman`, basic(user, password), config)).status, 200);
    assert.equal((await askWsman(`${origin}/management/wsman`, basic(user, "wrong"), config)).status, 401);
    for (const path of ["/management", "/management/else?a=1", "/x/wsman/else"]) assert.equal((await fetch(origin + path)).status, 418, path);
    assert.deepEqual(seen, ["/management", "/management/else?a=1", "/x/wsman/else"].map((path) => `${path} ${path} `));
    // What is outside of it is none of its business.
    assert.equal((await askWsman(`${origin}/wsman`, basic(user, password), config)).status, 418);
  });

  it("leaves the URL to what comes before it in the same chain: a logger behind the answer sees its own", async () => {
    const app = express();
    const seen: string[] = [];
    app.use((request, response, next) => {
      response.on("finish", () => seen.push(`${request.url} ${request.originalUrl}`));
      next();
    });
    app.use("/wsman", make());
    const origin = await listen(app);
    await host.ready;
    await fetch(`${origin}/wsman?a=1`, { method: "POST" });
    assert.deepEqual(seen, ["/?a=1 /wsman?a=1"]);
  });

  it("a start that fails is the error of each request, and of ready", async () => {
    const broken = join(folder, "broken");
    writeFileSync(`${broken}.config`, "<configuration><nothing/></configuration>");
    const app = express();
    const errors: unknown[] = [];
    app.use("/wsman", make(`${broken}.config`));
    app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
      errors.push(error);
      response.sendStatus(503);
    });
    const origin = await listen(app);
    for (let round = 0; round < 2; round++) assert.equal((await fetch(`${origin}/wsman`, { method: "POST" })).status, 503);
    await assert.rejects(host.ready, ConfigurationRefused);
    assert.ok(errors.length === 2 && errors.every((error) => error instanceof ConfigurationRefused));
  });

  it("closes while it is starting, and twice; its state is free then", async () => {
    const app = express();
    app.use("/wsman", make());
    await listen(app);
    await Promise.all([host.close(), host.close()]);
    const again = wsmanor({ config: join(projectRoot, "config"), state: join(folder, `state-${count}`), log: new PassThrough().resume() });
    await again.ready;
    await again.close();
  });
});
