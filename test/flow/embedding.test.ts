import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, before, describe, it } from "node:test";
import express from "express";
import { ConfigurationRefused, createHost, createMiddleware, type HostMiddleware } from "wsmanor";
import { projectRoot } from "../support/project-root.js";
import { sendRaw } from "../support/raw-socket.js";
import { basic } from "../support/basic.js";
import { askWsman } from "../support/soap-caller.js";
import { until } from "../support/until.js";

const config = { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" } as const;
const shipped = join(projectRoot, "config");
const listening = (server: Server): Promise<number> => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
const closed = (server: Server): Promise<unknown> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

describe("a host behind somebody else's server", () => {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-embedded-"));
  const state = join(folder, "state");
  const log = new PassThrough();
  let written = "";
  let host: HostMiddleware;
  let server: Server;
  let origin: string;
  let authorization: string;
  before(async () => {
    log.on("data", (chunk: Buffer) => (written += chunk.toString()));
    host = await createMiddleware({ config: shipped, state, log, logFormat: "json" });
    authorization = basic(host.firstRun!.user, host.firstRun!.password);
    const app = express();
    app.use("/late", express.text({ type: "application/soap+xml" }));
    app.use("/late", host.middleware);
    app.use("/below", host.middleware);
    app.use(host.middleware);
    app.use((_request, response) => void response.status(418).send("mine"));
    server = createServer(app);
    origin = `http://127.0.0.1:${await listening(server)}`;
  });
  after(async () => {
    await closed(server);
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("answers below the paths of its applications, also below a path of the server's own", async () => {
    assert.deepEqual(host.paths, ["/wsman"]);
    for (const path of ["/wsman", "/WSMAN/", "/below/wsman?PSVersion=5.1"]) {
      const answer = await askWsman(`${origin}${path}`, authorization, config);
      assert.equal(answer.status, 200, answer.text);
      assert.match(answer.text, /<cfg:MaxEnvelopeSizekb>500</u);
    }
  });

  it("leaves everything else to the server: the administration application as well", async () => {
    for (const path of ["/", "/livez", "/status", "/wsmanor", "/%zz", "/x/wsman"]) assert.deepEqual([path, (await fetch(origin + path)).status], [path, 418]);
  });

  it("asks who is calling, and believes nobody without", async () => {
    assert.equal((await askWsman(`${origin}/wsman`, basic("admin", "wrong"), config)).status, 401);
    const known = /"message":"request"[^\n]*"user":"admin"/u;
    // Lines of requests are written in blocks.
    await until(() => known.test(written));
  });

  it("is as strict about HTTP as on sockets of its own", async () => {
    const port = Number(new URL(origin).port);
    const twice = await sendRaw(port, `POST /wsman HTTP/1.1\r\nHost: a\r\nAuthorization: ${authorization}\r\nAuthorization: ${authorization}\r\nContent-Length: 0\r\n\r\n`, { closes: true });
    assert.deepEqual([twice.statuses, twice.closed], [[400], true]);
    const large = await sendRaw(port, `POST /wsman HTTP/1.1\r\nHost: a\r\nAuthorization: ${authorization}\r\nContent-Type: application/soap+xml\r\nContent-Length: 1000000\r\n\r\n`);
    assert.deepEqual(large.statuses, [413]);
  });

  it("says so when a body parser was there first", async () => {
    const answer = await askWsman(`${origin}/late/wsman`, authorization, config);
    assert.equal(answer.status, 500);
    assert.match(written, /mount its middleware before body parsers/u);
  });

  it("does not share its state directory", async () => {
    await assert.rejects(createMiddleware({ config: shipped, state, log: new PassThrough() }), /uses the state directory/u);
    await assert.rejects(createHost({ config: shipped, state, port: 0, log: new PassThrough() }), /uses the state directory/u);
  });
});

describe("a host in a program", () => {
  it("listens, serves, stops, and starts again with the same account", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-embedded-"));
    const options = { config: shipped, state: join(folder, "state"), port: 0, log: new PassThrough().resume() };
    try {
      const first = await createHost(options);
      const authorization = basic(first.firstRun!.user, first.firstRun!.password);
      assert.equal((await askWsman(first.urls[0]!, authorization, config)).status, 200);
      await Promise.all([first.stop(), first.stop()]);
      const second = await createHost(options);
      assert.equal(second.firstRun, undefined);
      assert.equal((await askWsman(second.urls[0]!, authorization, config)).status, 200);
      await second.stop();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("tells everything that is wrong with its configuration", async () => {
    const broken = join(projectRoot, "test", "golden", "configuration", "missing-several", "web.config");
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-embedded-"));
    await assert.rejects(createHost({ config: `${shipped}/nowhere`, state: folder, log: new PassThrough() }), ConfigurationRefused);
    const host = await createMiddleware({ config: broken, state: folder, log: new PassThrough().resume() });
    const server = createServer((request, response) => host.middleware(request, response, () => response.writeHead(404).end()));
    const port = await listening(server);
    assert.equal((await askWsman(`http://127.0.0.1:${port}${host.paths[0]}`, basic("a", "b"), config)).code, 2150859155);
    await closed(server);
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
