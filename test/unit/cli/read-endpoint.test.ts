import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readEndpoint } from "../../../src/cli/verbs/read-endpoint.js";
import { parseArguments } from "../../../src/cli/grammar/parse-arguments.js";
import { serve } from "../../../src/cli/verbs/serve.js";
import { runLine } from "./test-terminal.js";

function read(environment: Readonly<Record<string, string>>, words = ["--port-from-environment"]): unknown {
  const args = parseArguments(words.map((text, at) => ({ text, position: at + 2 })), serve.switches, "serve");
  assert.ok(args.ok);
  const found = readEndpoint(args.value, environment);
  return found.ok ? found.value?.endpoint : found.error.message;
}

describe("--port-from-environment", () => {
  it("takes a port, or the path of a socket or pipe", () => {
    assert.equal(read({ PORT: "1" }, []), undefined);
    assert.deepEqual(read({ PORT: "5000" }), { port: 5000 });
    assert.deepEqual(read({ HTTP_PLATFORM_PORT: "65535" }), { port: 65_535 });
    assert.deepEqual(read({ ASPNETCORE_PORT: "80", PORT: "80" }), { port: 80 });
    assert.deepEqual(read({ PORT: "/run/wsmanor/front" }), { path: "/run/wsmanor/front" });
    assert.deepEqual(read({ PORT: "\\\\.\\pipe\\4f0e-77" }), { path: "\\\\.\\pipe\\4f0e-77" });
  });

  it("refuses what is none of them, and says what to do", () => {
    assert.match(String(read({})), /needs one of the variables ASPNETCORE_PORT, HTTP_PLATFORM_PORT, PORT/u);
    assert.match(String(read({ ASPNETCORE_PORT: "80", PORT: "81" })), /says two things: ASPNETCORE_PORT="80" and PORT="81"/u);
    for (const PORT of ["0", "65536", "123456", "80a", "relative/path", "./x", "/dir/", "/a\nb", " 80", "\\\\server\\pipe\\a", "\\\\.\\pipe\\"]) assert.match(String(read({ PORT })), /neither a port from 1 to 65535 nor the absolute path/u, PORT);
  });

  it("does not go together with --port", async () => {
    const { status, err } = await runLine(["serve", "--port", "80", "--port-from-environment"], { environment: { PORT: "80" } });
    assert.equal(status, 2);
    assert.match(err, /say two things/u);
  });
});
