import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, it } from "node:test";
import { HttpExchange } from "../../support/http-exchange.js";
import { withListener } from "./with-listener.js";

describe("a field that was deleted", () => {
  it("is gone from Node's own message too, in every copy and every view of it", async () => {
    const seen: unknown[] = [];
    await withListener({}, ({ headers }) => {
      headers.delete!("X-Gone");
      seen.push(headers.get("x-gone"), [...headers.entries()].map(([name]) => name));
      return {
        status: 200, headers: [],
        native: (message, response) => {
          const { rawHeaders, headers: joined, headersDistinct } = message as IncomingMessage;
          seen.push(rawHeaders, joined["x-gone"], headersDistinct["x-gone"], joined["x-kept"]);
          (response as ServerResponse).setHeader("Content-Length", "0").end();
        },
      };
    }, async (_, port) => {
      const exchange = await HttpExchange.open(port);
      await exchange.send("GET / HTTP/1.1\r\nHost: a\r\nX-Gone: 1\r\nX-Kept: 2\r\nx-gone: 3\r\nX-GONE: 4\r\n\r\n");
      exchange.close();
    });
    assert.deepEqual(seen, [undefined, ["Host", "X-Kept"], ["Host", "a", "X-Kept", "2"], undefined, undefined, "2"]);
  });
});
