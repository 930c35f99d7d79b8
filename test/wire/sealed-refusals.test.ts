import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { NtlmConnection } from "../support/ntlm-connection.js";
import { StrangersProject } from "../support/strangers-project.js";
import { until } from "../support/until.js";
import { startWindowsHost, type WindowsHost } from "../support/windows-host.js";
import { identifyEnvelope } from "../support/soap-envelope.js";

const module = (secret: string): string => `import { defineHttpModule, RQ_NOTIFICATION_CONTINUE } from "wsmanor/sdk";
const write = (context) => {
  if (context.getRequest().getHeader("Authorization") === undefined) context.getResponse().writeEntityChunks("${secret}");
  return RQ_NOTIFICATION_CONTINUE;
};
export default defineHttpModule({
  declaration: { name: "late", sdkVersion: 1, notifications: ["postExecuteRequestHandler", "endRequest"] },
  register: () => ({ getHttpModule: () => ({ onPostExecuteRequestHandler: write, onEndRequest: write }) }),
});
`;

describe("sealed messages of a running host", () => {
  const project = new StrangersProject();
  let host: WindowsHost;
  before(async () => {
    project.write("late.js", module("<!-- what nobody may read -->"));
    host = await startWindowsHost({
      change: (text) => text
        .replace("<handlers>", `<globalModules><add name="late" image="${project.path}/late.js"/></globalModules>$&`)
        .replace('<add accessType="Allow" users="*"/>', '$&<add accessType="Deny" users="tester" verbs="PUT"/>')
        .replace("</configuration>", `<location path="Default Web Site/wsman"><system.webServer><modules><add name="late"/></modules></system.webServer></location>$&`),
    });
  });
  after(async () => {
    await host.stop();
    project.remove();
  });
  const port = (): number => Number(new URL(host.urls[0]!).port);
  const loggedIn = async (): Promise<NtlmConnection> => {
    const connection = await NtlmConnection.open(port());
    assert.equal((await connection.login({ user: "tester", password: host.password })).status, 200);
    return connection;
  };

  it("what a module writes behind the application is sealed with it", async () => {
    const connection = await loggedIn();
    for (let count = 0; count < 2; count++) assert.match((await connection.sealed(identifyEnvelope)).text, /ProductVendor[^]*(?:<!-- what nobody may read -->){2}$/u);
    connection.close();
  });

  it("one that may not come in gets a 403, and its connection goes on without a new login", async () => {
    const connection = await loggedIn();
    for (let count = 0; count < 3; count++) {
      const refused = await connection.sendSealed("<no/>", "PUT");
      // What the module wrote at endRequest is all the body there is.
      assert.deepEqual([refused.status, refused.body.includes("nobody may read")], [403, false]);
      assert.equal(connection.read(refused), "<!-- what nobody may read -->");
      assert.match((await connection.sealed(identifyEnvelope)).text, /ProductVendor/u);
    }
    const logins = (): number => host.log().match(/"stage":"ntlm: done"/gu)?.length ?? 0;
    const requests = (): number => host.log().match(/"status":403/gu)?.length ?? 0;
    await until(() => logins() > 0);
    await until(() => requests() >= 3);
    assert.equal(logins(), 2);
    connection.close();
  });
});
