import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadHostConfiguration } from "../../../src/host/load-host-configuration.js";
import { proxyKinds, type ProxyKind } from "../../../src/pipeline/proxied/proxy-kinds.js";
import { makeHostFolder } from "../../support/host-folder.js";

const secure = (text: string): string => `<location path="Site/wsman"><system.webServer><security>${text}</security></system.webServer></location>`;
const wants: Readonly<Record<string, string>> = {
  "a mapping": secure('<authentication><iisClientCertificateMappingAuthentication enabled="true"/></authentication>'),
  SslNegotiateCert: secure('<access sslFlags="SslNegotiateCert"/>'),
  SslRequireCert: secure('<access sslFlags="SslRequireCert"/>'),
};

function told(bindings: string, locations: string): readonly (readonly [string, string | undefined])[] {
  const folder = makeHostFolder({ bindings, locations, files: { "a.pem": "" } });
  try {
    return loadHostConfiguration(folder.path).diagnostics.filter(({ rule }) => /never-asked|unsatisfiable/u.test(rule)).map(({ rule, remedy }) => [rule, remedy]);
  } finally {
    folder.remove();
  }
}
const https = (mode: string): string => `<binding protocol="https" bindingInformation="127.0.0.1:5986:" certificateFile="a.pem" clientCertificate="${mode}"/>`;
const proxied = (kind: ProxyKind): string => `<binding protocol="http" bindingInformation="127.0.0.1:5987:"><proxy kind="${kind}"/></binding>`;

for (const [what, locations] of Object.entries(wants)) {
  describe(`client certificates that nobody asks for: ${what}`, () => {
    it("is told where every https binding is silent, and where none is", () => {
      assert.equal(told(https("never"), locations).length, 1);
      assert.equal(told('<binding protocol="http" bindingInformation="127.0.0.1:5985:"/>', locations).length, 1);
      for (const mode of ["late", "lateStrict", "handshake"]) assert.deepEqual(told(`${https("never").replace("5986", "5988")}${https(mode)}`, locations), [], mode);
    });

    for (const kind of Object.keys(proxyKinds) as ProxyKind[]) {
      it(`behind ${kind} is ${proxyKinds[kind].certificate === undefined ? "told" : "not told"}`, () => {
        const found = told(proxied(kind), locations);
        if (proxyKinds[kind].certificate !== undefined) assert.deepEqual(found, []);
        else {
          assert.equal(found.length, 1);
          assert.match(found[0]![1]!, new RegExp(`of the kind ${kind} forwards no certificates`, "u"));
        }
        assert.deepEqual(told(`${proxied(kind)}${https("late")}`, locations), []);
      });
    }
  });
}
