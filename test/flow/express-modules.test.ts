import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import type { IncomingMessage, ServerResponse } from "node:http";
import express from "express";
import { expressModule, type ExpressMiddleware } from "wsmanor";
import { startTestHost, TestConnection, type SendOptions, type WireAnswer } from "wsmanor/testing";
import { ModuleFolder } from "../support/module-folder.js";
import { askWsman } from "../support/soap-caller.js";

const require = createRequire(import.meta.url);

/** One request through the middleware, in a host in memory. */
async function through(middleware: ExpressMiddleware | readonly ExpressMiddleware[], body: string | Uint8Array = "", options: SendOptions = {}, notification: "beginRequest" | "executeRequestHandler" = "beginRequest"): Promise<WireAnswer & { readonly errors: readonly string[] }> {
  const host = await startTestHost({ httpModules: [expressModule(middleware, { name: "m", notification })] });
  const answer = await host.send(body, options);
  await host.stop();
  return { ...answer, errors: host.logger.find("", "error").map(({ message, fields }) => `${message}: ${String(fields["error"])}`) };
}

const identify = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Body><i:Identify/></s:Body></s:Envelope>';

describe("Express middleware as an HTTP module", () => {
  it("that sets header fields and goes on: they are in the application's answer, and in a refusal", async () => {
    const guard: ExpressMiddleware = (_request, response, next) => {
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      next();
    };
    const answer = await through(guard, identify);
    assert.deepEqual([answer.status, answer.headers.get("x-frame-options"), answer.errors], [200, "DENY", []]);
    assert.match(answer.text, /IdentifyResponse/u);
    const refused = await through(guard, identify, { user: null });
    assert.deepEqual([refused.status, refused.headers.get("x-frame-options"), refused.headers.has("www-authenticate"), refused.headers.get("set-cookie")], [401, "DENY", true, "b=2"]);
  });

  it("that answers itself ends the request: express.static", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-static-"));
    after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "about.txt"), "about this host");
    const files = express.static(folder);
    const answer = await through(express.Router().use("/wsman", files), "", { method: "GET", path: "/wsman/about.txt", user: null });
    assert.deepEqual([answer.status, answer.text, answer.headers.get("content-type"), answer.errors], [200, "about this host", "text/plain; charset=utf-8", []]);
    assert.match(answer.headers.get("etag")!, /^W\//u);
    const cached = await through(express.Router().use("/wsman", files), "", { method: "GET", path: "/wsman/about.txt", headers: { "if-none-match": answer.headers.get("etag")! } });
    assert.deepEqual([cached.status, cached.text], [304, ""]);
    const missing = await through(express.Router().use("/wsman", files), identify, { path: "/wsman" });
    assert.deepEqual([missing.status, missing.errors], [200, []]);
  });

  it("that reads the body leaves it to those behind it: express.json, express.text", async () => {
    const seen: unknown[] = [];
    const look: ExpressMiddleware = (request, _response, next) => {
      seen.push((request as IncomingMessage & { body?: unknown }).body);
      next();
    };
    const text = await through([express.text({ type: "application/soap+xml", limit: "1mb" }), look], identify);
    assert.equal(text.status, 200, text.errors.join());
    assert.match(text.text, /IdentifyResponse/u);
    await through([express.json(), look], identify);
    await through([express.json(), look], '{"a":[1]}', { headers: { "content-type": "application/json" } });
    assert.deepEqual(seen, [identify, undefined, { a: [1] }]);
  });

  it("whose error is the client's is answered with its status, any other is the module's failure", async () => {
    const bad = await through(express.json(), "{", { headers: { "content-type": "application/json" } });
    assert.deepEqual([bad.status, bad.text, bad.errors], [400, "", []]);
    const large = await through(express.text({ type: "application/soap+xml", limit: 10 }), identify);
    assert.deepEqual([large.status, large.errors], [413, []]);
    const packed = await through(express.text({ type: "*/*" }), gzipSync("x"), { headers: { "content-encoding": "br" } });
    assert.deepEqual([packed.status, packed.errors], [400, []]);
    for (const middleware of [(() => { throw new Error("boom"); }) as ExpressMiddleware, ((_request, _response, next) => next(new Error("boom"))) as ExpressMiddleware]) {
      const failed = await through(middleware, identify);
      assert.equal(failed.status, 500);
      assert.match(failed.errors.join(), /^a request failed in module "m" at beginRequest: Error: boom/u);
    }
  });

  it("has Express's request and response: get, ip, path, query, status, json, redirect", async () => {
    const app = express.Router();
    app.get("/wsman/ask", (request, response) => void response.status(418).json({ ip: request.ip, host: request.get("HOST"), protocol: request.protocol, secure: request.secure, path: request.path, query: request.query, method: request.method, version: request.httpVersion, original: request.originalUrl }));
    app.get("/wsman/away", (_request, response) => response.redirect(301, "/else"));
    const asked = await through(app, "", { method: "GET", path: "/wsman/ask", query: "a=1&b=%20", connection: new TestConnection({ tls: true }), user: null });
    assert.deepEqual([asked.status, JSON.parse(asked.text)], [418, { ip: "127.0.0.1", host: "127.0.0.1:5986", protocol: "https", secure: true, path: "/wsman/ask", query: { a: "1", b: " " }, method: "GET", version: "1.1", original: "/wsman/ask?a=1&b=%20" }]);
    assert.equal(asked.headers.has("x-powered-by"), false);
    const away = await through(app, "", { method: "GET", path: "/wsman/away" });
    assert.deepEqual([away.status, away.headers.get("location")], [301, "/else"]);
  });

  it("may change the request for those behind it", async () => {
    const change: ExpressMiddleware = (request, _response, next) => {
      delete request.headers["x-old"];
      request.headers["x-new"] = "1";
      request.headers.authorization = `Basic ${Buffer.from("tester:test").toString("base64")}`;
      next();
    };
    assert.equal((await through(change, identify, { user: null })).status, 200);
  });

  it("that hooks into the answer sees it when it is made: writeHead, write, end, finish", async () => {
    const told: unknown[] = [];
    // As response-time and compression do it.
    const timing: ExpressMiddleware = (_request, response, next) => {
      const { writeHead } = response;
      response.writeHead = function (this: ServerResponse, ...given: never[]) {
        this.setHeader("X-Response-Time", "1ms");
        told.push(["head", this.statusCode]);
        return Reflect.apply(writeHead, this, given) as ServerResponse;
      };
      response.on("finish", () => told.push("finish"));
      next();
    };
    const compress: ExpressMiddleware = (_request, response, next) => {
      const end = response.end.bind(response) as (chunk: Uint8Array) => ServerResponse;
      response.end = ((chunk: Uint8Array) => {
        response.setHeader("Content-Encoding", "gzip");
        response.removeHeader("Content-Length");
        return end(gzipSync(chunk));
      }) as typeof response.end;
      next();
    };
    const host = await startTestHost({ httpModules: [expressModule([timing, compress], { name: "m" })] });
    const answer = await host.send(identify);
    assert.deepEqual([answer.status, answer.headers.get("content-encoding"), answer.headers.get("x-response-time")], [200, "gzip", "1ms"]);
    await host.stop();
    assert.deepEqual(told, [["head", 200], "finish"]);
  });

  it("runs behind authentication where it is told to", async () => {
    const teapot: ExpressMiddleware = (_request, response) => void response.writeHead(418, "Teapot", { "X-A": "1" }).end("short and stout");
    assert.equal((await through(teapot, "", { user: null }, "executeRequestHandler")).status, 401);
    const answer = await through(teapot, "", {}, "executeRequestHandler");
    assert.deepEqual([answer.status, answer.text, answer.headers.get("x-a")], [418, "short and stout", "1"]);
  });

  it("works as real packages are: finalhandler answers, body-parser refuses, serve-static goes on", async () => {
    const finalhandler = require("finalhandler") as (request: IncomingMessage, response: ServerResponse, options: object) => (error?: unknown) => void;
    const answer = await through((request, response) => finalhandler(request, response, { env: "production" })(), "", { user: null });
    assert.deepEqual([answer.status, answer.headers.get("content-security-policy"), answer.errors], [404, "default-src 'none'", []]);
    assert.match(answer.text, /Cannot POST \/wsman/u);
  });

  it("that never answers is ended at the limit", async () => {
    const host = await startTestHost({ httpModules: [expressModule(() => undefined, { name: "silent" })] });
    const asked = host.send(identify);
    await host.advance(60_000);
    assert.equal((await asked).status, 500);
    assert.equal(host.logger.find('a request failed in module "silent" at beginRequest', "error").length, 1);
    await host.stop();
  });
});

describe("Express middleware that a configuration lists", () => {
  it("serves on a real socket, compressed octets as they are", async () => {
    const folder = new ModuleFolder();
    folder.project.write("modules/web.js", `
      import { gzipSync } from "node:zlib";
      import { expressModule } from "wsmanor";
      export default expressModule((request, response, next) => {
        if (request.method === "GET") return void response.end("hello " + request.url);
        const end = response.end.bind(response);
        response.end = (chunk) => { response.setHeader("Content-Encoding", "gzip"); return end(gzipSync(chunk)); };
        next();
      }, { name: "web" });
    `);
    folder.list([{ name: "web", image: "modules/web.js" }]);
    const { host, url, authorization } = await folder.start();
    try {
      assert.equal(await (await fetch(url("/wsman/x?y=%20"))).text(), "hello /wsman/x?y=%20");
      // fetch unpacks it; were the octets changed, it could not.
      const answer = await askWsman(url("/wsman"), authorization, { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" });
      assert.equal(answer.status, 200, answer.text);
      assert.match(answer.text, /MaxEnvelopeSizekb/u);
    } finally {
      await host.stop();
      folder.remove();
    }
  });
});
