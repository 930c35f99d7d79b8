import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { basicIsDeclared, basicIsOn } from "../../support/basic-is-on.js";
import { load } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

function read(negotiate: string) {
  const text = `<configuration><configSections><sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup>
      <sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config"/><section name="wsmanor"/>${basicIsDeclared}</sectionGroup></configSections>
    <system.applicationHost><sites><site name="S" id="1"><bindings><binding protocol="http" bindingInformation="127.0.0.1:0:"/></bindings>
      <application path="/"><virtualDirectory path="/" physicalPath="root"/></application></site></sites></system.applicationHost>
    <system.webServer><wsmanor>${negotiate}</wsmanor>${basicIsOn}</system.webServer></configuration>`;
  const { attempted, diagnostics } = load("/c/applicationHost.config", memoryFiles({ "applicationHost.config": text, "root/keep": "" }));
  const told = new Set(["invalid-service-principal-name", "unknown-environment-variable"]);
  return { negotiate: attempted!.sites[0]!.applications[0]!.negotiate, found: diagnostics.filter(({ rule }) => told.has(rule)) };
}

describe("Kerberos by configuration", () => {
  it("has the keytab of the system and the usual principals where nothing is said", () => {
    for (const text of ["", "<negotiate/>", '<negotiate keytabFile="" servicePrincipalNames=" , "/>']) assert.deepEqual(read(text), { negotiate: { keytabFile: undefined, servicePrincipalNames: [] }, found: [] });
  });

  it("has a keytab beside its own file, or wherever it is said to be", () => {
    assert.equal(read('<negotiate keytabFile="keys/http.keytab"/>').negotiate.keytabFile, "/c/keys/http.keytab");
    assert.equal(read('<negotiate keytabFile="/etc/http.keytab"/>').negotiate.keytabFile, "/etc/http.keytab");
    assert.deepEqual(read('<negotiate keytabFile="%NOWHERE%/http.keytab"/>').found.map(({ rule }) => rule), ["unknown-environment-variable"]);
  });

  it("has principals in a list, with realm or without", () => {
    assert.deepEqual(read('<negotiate servicePrincipalNames="HTTP/server.example.com, host/*@EXAMPLE.COM"/>'), { negotiate: { keytabFile: undefined, servicePrincipalNames: ["HTTP/server.example.com", "host/*@EXAMPLE.COM"] }, found: [] });
  });

  it("says of a name that is none what one looks like, and where it is written", () => {
    for (const name of ["HTTP", "HTTP@server", "HTTP/", "/server", "HTTP/server@", "a/b/c", "HTTP/a b"]) {
      const [found, ...others] = read(`<negotiate servicePrincipalNames="WSMAN/*, ${name}"/>`).found;
      assert.deepEqual(others, []);
      assert.equal(found?.message, `"${name}" is not the name of a service principal.`);
      assert.equal(found.severity, "error");
      assert.ok(found.place!.line > 0);
    }
  });
});
