import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostResponse } from "../../../../src/base/host-message.js";
import type { RequestContext } from "../../../../src/base/request-context.js";
import type { HttpContext } from "../../../../src/sdk/http-context.js";
import { FAILED, HRESULT, HRESULT_FROM_WIN32 } from "../../../../src/sdk/hresult.js";
import { connectionOf, module, modulePipeline, type LooseModule, type RequestOptions } from "../../../support/module-pipeline.js";

const tls = { protocol: "TLSv1.2", cipher: "X", keyBits: 256, serverName: "server", channelBinding: undefined, serverCertificate: { keyBits: 2048, subject: "CN=server", issuer: "CN=ca" } };

/** Runs something at beginRequest. */
async function atBegin(request: RequestOptions, run: (context: HttpContext) => unknown, handle?: (context: RequestContext) => HostResponse | Promise<HostResponse>): Promise<HostResponse> {
  const { ask, logger } = modulePipeline([module({ onBeginRequest: async (context) => (await run(context), 0) })], handle === undefined ? {} : { handle });
  const answer = await ask(request);
  assert.deepEqual(logger.find("", "error").map(({ fields }) => fields["error"]), []);
  return answer;
}

/** What an application was asked. */
const echo = async ({ request, user }: RequestContext): Promise<HostResponse> => {
  const body = await request.readBody(50);
  return { status: 200, headers: [], body: JSON.stringify({ method: request.method, path: request.path, query: request.query, x: request.headers.get("X-A"), fields: [...request.headers.entries()].length, body: body.ok ? Buffer.from(body.value).toString() : body.error, user: user?.name }) };
};

describe("the request of a module", () => {
  it("is shown raw: cooked URL, addresses, headers, version, TLS", async () => {
    await atBegin({ path: "/wsman/ä b", query: "a=%20b", headers: { "x-a": "1" } }, (context) => {
      const { connectionId, requestId, verb, version, cookedUrl, address, headers, sslInfo } = context.getRequest().getRawHttpRequest();
      assert.deepEqual([connectionId, requestId, verb, version, sslInfo], [7, "ID-1", "POST", { major: 1, minor: 1 }, undefined]);
      assert.deepEqual(cookedUrl, { fullUrl: "http://server:5985/wsman/ä b?a=%20b", host: "server:5985", absPath: "/wsman/ä b", queryString: "?a=%20b" });
      assert.deepEqual(address, { remote: { address: "127.0.0.9", port: 50_000 }, local: { address: "127.0.0.1", port: 5985 } });
      assert.deepEqual(headers, [["host", "server:5985"], ["content-length", "0"], ["x-a", "1"]]);
    });
    await atBegin({ connection: connectionOf(tls) }, (context) => {
      const { cookedUrl, sslInfo } = context.getRequest().getRawHttpRequest();
      assert.deepEqual([cookedUrl.fullUrl, cookedUrl.queryString], ["https://server:5985/wsman", undefined]);
      assert.deepEqual(sslInfo, { serverCertKeySize: 2048, connectionKeySize: 256, serverCertIssuer: "CN=ca", serverCertSubject: "CN=server", clientCertInfo: null, sslClientCertNegotiated: false });
    });
  });

  it("is changed for all that comes later; raw request and server variables stay", async () => {
    const { body } = await atBegin({ query: "q=1", headers: { "x-a": "1", "x-b": "2" } }, (context) => {
      const request = context.getRequest();
      assert.deepEqual([request.setHeader("X-a", "3"), request.setHeader("x-A", "4", false), request.deleteHeader("X-B"), request.deleteHeader("X-None")], [0, 0, 0, 0]);
      assert.deepEqual([request.setHttpMethod("PUT"), request.getHttpMethod(), request.getUrlChanged(), request.setUrl("/wsman/else%20where?x=%26"), request.getUrlChanged()], [0, "PUT", false, 0, true]);
      assert.deepEqual([request.getHeader("X-A"), request.getHeader("x-b")], ["3, 4", undefined]);
      assert.deepEqual(["URL", "QUERY_STRING", "REQUEST_METHOD"].map((name) => context.getServerVariable(name).value), ["/wsman", "q=1", "POST"]);
      assert.equal(context.getServerVariable("HTTP_X_A").value, "3, 4");
    }, echo);
    assert.deepEqual(JSON.parse(String(body)), { method: "PUT", path: "/wsman/else where", query: "x=%26", x: "3, 4", fields: 4, body: "" });
  });

  it("refuses what is no header field, method or URL", async () => {
    await atBegin({}, (context) => {
      const request = context.getRequest();
      const loose = request as unknown as Record<string, (...given: unknown[]) => number>;
      for (const [name, value] of [["a b", "x"], ["", "x"], ["a", "x\r\ny: z"], ["a", "\0"], ["a", 7], ["a", "Ā"]]) assert.equal(loose["setHeader"]!(name, value), HRESULT.ERROR_INVALID_PARAMETER);
      assert.equal(request.setHeader("a", "x".repeat(65_536)), HRESULT.ERROR_INVALID_DATA);
      for (const method of ["", "A B", "A\n", 7]) assert.equal(loose["setHttpMethod"]!(method), HRESULT.ERROR_INVALID_PARAMETER);
      for (const url of ["", "wsman", "http://a/", "/a b", "/a\n", "/%", "/a%00", "/a#b", `/${"x".repeat(65_535)}`, 7]) assert.equal(loose["setUrl"]!(url), HRESULT.ERROR_INVALID_PARAMETER, String(url).slice(0, 20));
      assert.equal(loose["insertEntityBody"]!("text"), HRESULT.ERROR_INVALID_PARAMETER);
      assert.equal(request.setUrl("/x", false), 0);
    });
  });

  it("keeps the query where a URL has none only when it is told to", async () => {
    for (const [reset, query] of [[false, "a=1"], [true, ""], [undefined, ""]] as const) {
      const { body } = await atBegin({ query: "a=1" }, (context) => void context.getRequest().setUrl("/wsman/x", reset), echo);
      assert.equal((JSON.parse(String(body)) as { query: string }).query, query);
    }
  });

  it("has a body that is taken in pieces, put back, and has an end", async () => {
    const { body } = await atBegin({ body: "abcdefgh" }, async (context) => {
      const request = context.getRequest();
      assert.equal(request.getRemainingEntityBytes(), 8);
      const first = await request.readEntityBody(3);
      assert.deepEqual([first.hresult, Buffer.from(first.bytes).toString(), request.getRemainingEntityBytes()], [0, "abc", 5]);
      assert.equal(request.insertEntityBody(Buffer.from("ABC")), 0);
      assert.equal(request.insertEntityBody(Buffer.from(">")), 0);
      assert.equal(request.getRemainingEntityBytes(), 9);
      assert.equal(Buffer.from((await request.readEntityBody(100)).bytes).toString(), ">ABC");
      assert.equal((await request.readEntityBody(0)).hresult, HRESULT.ERROR_INVALID_PARAMETER);
      request.insertEntityBody(Buffer.from("abc"));
    }, echo);
    assert.equal((JSON.parse(String(body)) as { body: string }).body, "abcdefgh");
    await atBegin({ body: "ab" }, async (context) => {
      await context.getRequest().readEntityBody(9);
      assert.equal((await context.getRequest().readEntityBody(9)).hresult, HRESULT.ERROR_HANDLE_EOF);
    });
  });

  it("is read once, however many ask at a time, and whether or not somebody waits", async () => {
    await atBegin({ body: "abcdef" }, async (context) => {
      const request = context.getRequest();
      const pieces = await Promise.all([request.readEntityBody(3), request.readEntityBody(3), request.readEntityBody(3)]);
      assert.deepEqual(pieces.map(({ hresult, bytes }) => [hresult, Buffer.from(bytes).toString()]), [[0, "abc"], [0, "def"], [HRESULT.ERROR_HANDLE_EOF, ""]]);
    });
    const { body } = await atBegin({ body: "abcdef" }, (context) => void context.getRequest().readEntityBody(2), echo);
    assert.equal((JSON.parse(String(body)) as { body: string }).body, "cdef");
  });

  it("what is put in front of an unread body counts into the application's limit", async () => {
    for (const [length, expected] of [[46, `${"x".repeat(46)}body`], [47, "tooLarge"]] as const) {
      const { body } = await atBegin({ body: "body" }, (context) => void context.getRequest().insertEntityBody(Buffer.from("x".repeat(length))), echo);
      assert.equal((JSON.parse(String(body)) as { body: string }).body, expected);
    }
  });

  it("never holds more of a body than modules may read, and the application is told the same", async () => {
    const { body } = await atBegin({ body: "x".repeat(1001) }, async (context) => {
      assert.equal((await context.getRequest().readEntityBody(10)).hresult, HRESULT.ERROR_INVALID_DATA);
    }, echo);
    assert.equal((JSON.parse(String(body)) as { body: string }).body, "tooLarge");
  });

  it("says that nobody knows how long a body in chunks is, until it was read", async () => {
    await atBegin({ body: "abc", headers: { "transfer-encoding": "chunked" } }, async (context) => {
      assert.equal(context.getRequest().getRemainingEntityBytes(), 0xffff_ffff);
      await context.getRequest().readEntityBody(1);
      assert.equal(context.getRequest().getRemainingEntityBytes(), 2);
    });
  });
});

describe("server variables", () => {
  const certificate = { der: new Uint8Array(3), flags: 0x800b0101, details: { subject: "CN=me", issuerName: "CN=ca", issuerThumbprint: "AB", subjectName: "me" } };
  const table: readonly (readonly [name: string, value: string | undefined])[] = [
    ["REMOTE_ADDR", "127.0.0.9"], ["REMOTE_PORT", "50000"], ["REMOTE_HOST", "127.0.0.9"], ["LOCAL_ADDR", "127.0.0.1"], ["SERVER_PORT", "5985"], ["SERVER_PORT_SECURE", "1"], ["SERVER_NAME", "server"],
    ["HTTPS", "on"], ["HTTPS_KEYSIZE", "256"], ["HTTPS_SECRETKEYSIZE", "2048"], ["HTTPS_SERVER_SUBJECT", "CN=server"], ["HTTPS_SERVER_ISSUER", "CN=ca"],
    ["AUTH_TYPE", "Test"], ["AUTH_USER", "alice"], ["REMOTE_USER", "alice"], ["LOGON_USER", "alice"],
    ["REQUEST_METHOD", "POST"], ["URL", "/wsman"], ["PATH_INFO", "/wsman"], ["SCRIPT_NAME", "/wsman"], ["QUERY_STRING", "a=1"], ["HTTP_URL", "/wsman?a=1"], ["SERVER_PROTOCOL", "HTTP/1.1"], ["GATEWAY_INTERFACE", "CGI/1.1"],
    ["CONTENT_LENGTH", "4"], ["CONTENT_TYPE", "text/x"], ["HTTP_CONTENT_TYPE", "text/x"], ["http_x_a", "1"], ["HEADER_X-A", "1"], ["ALL_RAW", "host: server:5985\r\ncontent-length: 4\r\ncontent-type: text/x\r\nx-a: 1\r\n"],
    ["CERT_SUBJECT", "CN=me"], ["CERT_ISSUER", "CN=ca"], ["CERT_FLAGS", "3"], ["CERT_KEYSIZE", "256"], ["CERT_SERVER_SUBJECT", "CN=server"],
    ["HTTP_X_NONE", undefined], ["NONE", undefined], ["constructor", undefined], ["", undefined], ["AUTH_PASSWORD", undefined],
  ];
  for (const [name, value] of table) {
    it(`${name}: ${value ?? "ERROR_INVALID_INDEX"}`, async () => {
      const { ask, logger } = modulePipeline([module({
        onAuthenticateRequest: async (_context, provider) => (assert.equal(await provider.setUser({ userName: "alice", isAccount: false, authenticationType: "Test" }), 0), 0),
        onAuthorizeRequest: (context) => (assert.deepEqual(context.getServerVariable(name), { hresult: value === undefined ? 0x80070585 : 0, value }), 0),
      })]);
      const { status } = await ask({ query: "a=1", body: "abcd", headers: { "content-type": "text/x", "x-a": "1" }, connection: connectionOf(tls), certificates: { state: () => ({ negotiated: true, certificate }), negotiate: () => assert.fail() } });
      assert.equal(status, 200, String(logger.find("", "error")[0]?.fields["error"]));
    });
  }

  it("encode a path that has the marks of a URL in it", async () => {
    await atBegin({ path: "/wsman/a?b#c%d", query: "q" }, (context) => assert.equal(context.getServerVariable("HTTP_URL").value, "/wsman/a%3Fb%23c%25d?q"));
  });

  it("are empty without TLS, certificate and user, as IIS has them", async () => {
    await atBegin({}, (context) => assert.deepEqual(["HTTPS", "CERT_SUBJECT", "CERT_FLAGS", "AUTH_USER", "HTTPS_KEYSIZE"].map((name) => context.getServerVariable(name).value), ["off", "", "", "", ""]));
  });

  it("are set for the rest of the request, whatever case", async () => {
    await atBegin({}, (context) => {
      assert.equal(context.setServerVariable("My_Own", "x"), 0);
      assert.equal(context.getServerVariable("MY_OWN").value, "x");
      assert.equal((context.setServerVariable as (name: unknown, value: unknown) => number)("A", 1), HRESULT.ERROR_INVALID_PARAMETER);
    });
  });
});

describe("the answer of a module", () => {
  const at = async (handlers: LooseModule, own?: HostResponse, request: RequestOptions = {}): Promise<HostResponse> =>
    modulePipeline([module(handlers)], own === undefined ? {} : { handle: () => own }).ask(request);

  it("is sent as it was written, with FINISH_REQUEST", async () => {
    const answer = await at({ onBeginRequest: (context) => {
      const response = context.getResponse();
      assert.deepEqual([response.setStatus(403, "No", 14, 0x80070005), response.setHeader("X-A", "1"), response.setHeader("X-A", "2", false), response.writeEntityChunks(["a", Buffer.from("b")]), response.writeEntityChunks("ü")], [0, 0, 0, 0, 0]);
      assert.deepEqual(response.getStatus(), { status: 403, subStatus: 14, reason: "No", hresult: 0x80070005 });
      return 2;
    } });
    assert.deepEqual(answer, { status: 403, reason: "No", headers: [["X-A", "1"], ["X-A", "2"]], body: Buffer.from("abü") });
  });

  it("of the application replaces status and body that were set before, and fields of the same name", async () => {
    const own: HostResponse = { status: 299, reason: "R", headers: [["X-Own", "1"], ["Set-Cookie", "own"]], body: "own" };
    const answer = await at({ onBeginRequest: (context) => {
      const response = context.getResponse();
      response.setStatus(500);
      response.writeEntityChunks("mine");
      for (const name of ["X-Own", "X-Mine", "Set-Cookie"]) response.setHeader(name, "mine");
      return 0;
    } }, own);
    assert.deepEqual(answer, { ...own, headers: [["X-Mine", "mine"], ["Set-Cookie", "mine"], ["X-Own", "1"], ["Set-Cookie", "own"]] });
  });

  it("of the application is the very same where no module changes it", async () => {
    const own: HostResponse = { status: 299, headers: [["A", "1"]], body: "own", breakOff: { after: 1, by: "end" } };
    assert.deepEqual(await at({ onEndRequest: () => 0 }, own), own);
  });

  it("can be changed up to the end: header, status, body; the log has what is sent", async () => {
    const { ask, entries } = modulePipeline([module({
      onPostExecuteRequestHandler: (context) => {
        const response = context.getResponse();
        const { entity, headers } = response.getRawHttpResponse();
        assert.deepEqual([Buffer.from(entity!).toString(), headers], ["own", [["X-Own", "1"]]]);
        response.clear();
        response.writeEntityChunks(Buffer.from(entity!).toString().toUpperCase());
        return 0;
      },
      onLogRequest: (context, provider) => {
        assert.deepEqual([provider.getLogEntry().status, provider.getLogEntry().path], [200, "/wsman"]);
        context.getResponse().setStatus(207);
        return 0;
      },
      onPostLogRequest: (_context, provider) => (assert.equal(provider.getLogEntry().status, 207), 0),
      onEndRequest: (context) => (context.getResponse().setHeader("X-Last", "1"), 0),
    })]);
    assert.deepEqual(await ask(), { status: 207, headers: [["X-Last", "1"]], body: Buffer.from("OWN") });
    assert.equal(entries[0]!.status, 207);
  });

  it("copies what it is given", async () => {
    const chunk = Buffer.from("abc");
    const { body } = await at({ onBeginRequest: (context) => (context.getResponse().writeEntityChunks(chunk), chunk.fill(0), 2) });
    assert.equal(String(body), "abc");
  });

  it("redirects: relative targets are made absolute, parameters go with it when they shall", async () => {
    for (const [url, include, location] of [["/else?a=1", false, "http://server:5985/else?a=1"], ["/else?a=1", true, "http://server:5985/else?a=1&q=2"], ["x", true, "http://server:5985/x?q=2"], ["https://other/y", false, "https://other/y"]] as const) {
      const answer = await at({ onBeginRequest: (context) => {
        context.getResponse().writeEntityChunks("gone");
        assert.equal(context.getResponse().redirect(url, true, include), 0);
        return 2;
      } }, undefined, { query: "q=2" });
      assert.deepEqual([answer.status, answer.headers, String(answer.body)], [302, [["Location", location]], ""]);
    }
  });

  it("refuses what cannot be sent, and fields that are the host's own", async () => {
    await atBegin({}, (context) => {
      const response = context.getResponse();
      const loose = response as unknown as Record<string, (...given: unknown[]) => number>;
      for (const status of [99, 100, 600, 200.5, "200", undefined]) assert.equal(loose["setStatus"]!(status), HRESULT.ERROR_INVALID_PARAMETER);
      for (const reason of ["a\r\nb", "x".repeat(513)]) assert.equal(response.setStatus(200, reason), HRESULT.ERROR_INVALID_DATA);
      for (const name of ["Content-Length", "transfer-encoding", "Connection", "a b"]) assert.equal(response.setHeader(name, "1"), HRESULT.ERROR_INVALID_PARAMETER);
      assert.equal(response.setHeader("A", "x\r\nSet-Cookie: a"), HRESULT.ERROR_INVALID_PARAMETER);
      for (const chunk of [7, [7], undefined, {}]) assert.equal(loose["writeEntityChunks"]!(chunk), HRESULT.ERROR_INVALID_PARAMETER);
      for (const url of ["", "/a\nb", "http://[", 7]) assert.equal(loose["redirect"]!(url), HRESULT.ERROR_INVALID_PARAMETER);
      assert.equal(response.getHeader("A"), undefined);
    });
  });

  it("may be the last on its connection, or end it with a reset", async () => {
    assert.equal((await at({ onBeginRequest: (context) => (context.getResponse().setNeedDisconnect(), 0) })).close, true);
    assert.deepEqual((await at({ onBeginRequest: (context) => (context.getResponse().resetConnection(), 2) })).breakOff, { after: 0, by: "reset" });
  });

  it("that is written elsewhere gets the header fields, until a module answers instead", async () => {
    const appended: string[][] = [];
    let written = 0;
    const own: HostResponse = { status: 200, headers: [], native: () => written++ };
    const seen = await at({ onEndRequest: (context) => {
      assert.equal(context.getResponse().getRawHttpResponse().entity, undefined);
      return (context.getResponse().setHeader("X-A", "1"), 0);
    } }, own);
    seen.native!({}, { appendHeader: (...given: string[]) => void appended.push(given) });
    assert.deepEqual([appended, written], [[["X-A", "1"]], 1]);
    assert.deepEqual(await at({ onEndRequest: (context) => (context.getResponse().setStatus(404), 0) }, own), { status: 404, headers: [], body: Buffer.alloc(0) });
  });
});

describe("HRESULTs", () => {
  it("are as the macros make them", () => {
    assert.deepEqual([HRESULT_FROM_WIN32(1168), HRESULT_FROM_WIN32(0), HRESULT_FROM_WIN32(0x80004005)], [HRESULT.ERROR_NOT_FOUND, 0, HRESULT.E_FAIL]);
    assert.deepEqual([FAILED(0), FAILED(1), FAILED(HRESULT.E_FAIL), FAILED(-2147467259)], [false, false, true, true]);
  });
});
