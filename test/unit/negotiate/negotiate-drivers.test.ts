import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { NegotiateProvider } from "../../../src/base/negotiate-provider.js";
import { fail, ok, type Result } from "../../../src/base/result.js";
import { loadOptional } from "../../../src/negotiate/load-optional.js";
import { NegotiateDrivers } from "../../../src/negotiate/negotiate-drivers.js";
import { StandInSspi } from "../../support/stand-in-sspi.js";

const settings = { keytabFile: undefined, servicePrincipalNames: [] };
const ntlm: NegotiateProvider = {
  name: "ntlm", schemes: ["Negotiate", "NTLM"], can: { sealing: true, mutualAuth: true, channelBinding: true }, accepts: () => true,
  begin: () => { throw new Error("nobody logs in here"); },
};
const loader = (packages: Readonly<Record<string, Result<unknown, string>>>) => async (name: string): Promise<Result<unknown, string>> => packages[name] ?? fail(`the package ${name} is not installed`);

describe("negotiate-drivers", () => {
  it("asks SSPI first on Windows, and what is built in last", async () => {
    const drivers = new NegotiateDrivers({ platform: "win32", ktname: undefined, load: loader({ "node-sspi": ok(StandInSspi) }) }, [ntlm]);
    const { usable, status } = await drivers.open(settings);
    assert.deepEqual(usable.map(({ name }) => name), ["node-sspi", "ntlm"]);
    assert.deepEqual(status.map(({ name, schemes, detail }) => [name, schemes.join(" "), detail]), [
      ["node-sspi", "Negotiate NTLM", "node-sspi"], ["gssapi", "", "on Windows it is SSPI that has the keys"], ["ntlm", "Negotiate NTLM", "built in"],
    ]);
  });

  it("says of each that cannot be had why, and which schemes nobody answers", async () => {
    const providers = await new NegotiateDrivers({ platform: "linux", ktname: undefined, load: loader({}) }, []).open(settings);
    assert.deepEqual(providers.status.map(({ name, detail }) => [name, detail]), [["node-sspi", "only Windows has SSPI"], ["gssapi", "the package koffi is not installed"]]);
    const reason = "node-sspi: only Windows has SSPI; gssapi: the package koffi is not installed";
    assert.deepEqual(providers.missing(["Negotiate", "NTLM", "Negotiate"]), [{ scheme: "Negotiate", reason }, { scheme: "NTLM", reason }]);
    const withNtlm = await new NegotiateDrivers({ platform: "linux", ktname: undefined, load: loader({}) }, [ntlm]).open(settings);
    assert.deepEqual(withNtlm.missing(["Negotiate", "NTLM", "Kerberos"]).map(({ scheme }) => scheme), ["Kerberos"]);
  });

  it("loads the library once, and goes on without it when it is broken", async () => {
    let loads = 0;
    const koffi = { load: () => { loads++; throw new Error("wrong ELF class"); } };
    const drivers = new NegotiateDrivers({ platform: "linux", ktname: undefined, load: loader({ koffi: ok(koffi) }) }, []);
    for (let time = 0; time < 3; time++) assert.match((await drivers.open(settings)).status[1]!.detail, /^MIT's GSSAPI library cannot be loaded \(libgssapi_krb5\.so\.2: wrong ELF class\)/u);
    assert.equal(loads, 1);
  });

  it("says of a package that is not installed that it is not", { skip: process.platform === "win32" ? "it is installed on Windows" : false }, async () => {
    assert.deepEqual(await loadOptional("node-sspi"), { ok: false, error: "the package node-sspi is not installed" });
  });
});
