import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NtlmConnection } from "../support/ntlm-connection.js";
import type { NtlmClientOptions } from "../support/ntlm-client.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { until } from "../support/until.js";
import { withWindowsHost, type WindowsHost } from "../support/windows-host.js";

const getConfig = soapEnvelope({ action: actions.get, resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" });

async function login({ urls, password }: WindowsHost, client: Partial<NtlmClientOptions> = {}): Promise<{ readonly connection: NtlmConnection; readonly status: number }> {
  const connection = await NtlmConnection.open(Number(new URL(urls[0]!).port));
  return { connection, status: (await connection.login({ user: "tester", password, ...client })).status };
}

describe("a host that wants logins bound, over plain HTTP", () => {
  it("lets in who calls it by a listed name, nobody else, and says in winrm/config what it offers and how hard it is", () =>
    withWindowsHost({ basic: false, inner: '<extendedProtection tokenChecking="Require"><spn name="HTTP/server.example.com"/></extendedProtection>' }, async (host) => {
      for (const [targetName, expected] of [["HTTP/server.example.com", 200], ["HTTP/other.example.com", 401], ["", 401]] as const) {
        const { connection, status } = await login(host, { targetName });
        assert.equal(status, expected, targetName);
        if (status === 200) {
          const { text } = await connection.sealed(getConfig);
          assert.match(text, /<cfg:Service>[^]*<cfg:Auth>[^]*<cfg:Basic>false<[^]*<cfg:Negotiate>true<[^]*<cfg:Certificate>false<[^]*<cfg:CbtHardeningLevel>Strict</u);
        }
        connection.close();
      }
      await until(() => /is no spn of extendedProtection/u.test(host.log()));
    }));

  it("does as its flags say", async () => {
    for (const [checking, flags, targetName, expected] of [
      ["Require", "None", "HTTP/server", 401], ["Require", "AllowDotlessSpn", "HTTP/server", 200], ["Require", "Proxy, AllowDotlessSpn", "HTTP/server", 200],
      ["Allow", "Proxy, ProxyCohosting", "HTTP/other.example.com", 401], ["Allow", "NoServiceNameCheck", "HTTP/other.example.com", 200],
    ] as const) {
      await withWindowsHost({ inner: `<extendedProtection tokenChecking="${checking}" flags="${flags}"><spn name="HTTP/server"/></extendedProtection>` }, async (host) => {
        const { connection, status } = await login(host, { targetName });
        assert.equal(status, expected, `${checking} ${flags}`);
        connection.close();
      });
    }
  });

  it("has nothing to bind them to where no name is listed, and offers none", () =>
    withWindowsHost({ inner: '<extendedProtection tokenChecking="Require"/>' }, async (host) => {
      const answer = await fetch(host.urls[0]!, { method: "POST", body: "" });
      assert.equal(answer.headers.get("www-authenticate"), 'Basic realm="WSMAN"');
    }));
});
