import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { silentLogger } from "../../../src/base/logger.js";
import type { ApplicationConfiguration } from "../../../src/configuration/host-configuration.js";
import { applicationSchemes, offeredAuthentication } from "../../../src/host/application-schemes.js";
import { BasicScheme } from "../../../src/pipeline/basic-scheme.js";
import { NegotiateLogins } from "../../../src/pipeline/negotiate-logins.js";
import type { NegotiateProvider } from "../../../src/base/negotiate-provider.js";
import { NtlmProvider } from "../../../src/pipeline/ntlm-provider.js";
import { FailedAttempts } from "../../../src/store/failed-attempts.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { AccountList, TicketProvider } from "../../support/negotiate-fixture.js";

const accounts = new AccountList();
const clock = new ManualClock();
const ntlm = new NtlmProvider({ accounts, failed: new FailedAttempts(clock, 10, 10), clock, computer: "host" });

type Name = ApplicationConfiguration["authentication"]["windows"]["providers"][number]["name"];

function schemes(providers: readonly NegotiateProvider[], names: readonly Name[] | undefined, basic: boolean) {
  const of = applicationSchemes({ basic: new BasicScheme(() => ({ kind: "busy" })), logins: new NegotiateLogins(accounts, silentLogger, new ManualClock()), findUser: async () => undefined, providersOf: () => providers });
  return of({ uploadReadAheadSize: 1, authentication: {
    anonymous: { enabled: false, userName: "" }, basic: { enabled: basic, realm: "", defaultLogonDomain: "" }, certificateMapping: { enabled: false, oneToOne: [], manyToOne: [], listed: [] },
    windows: {
      enabled: names !== undefined, providers: (names ?? ["Negotiate"]).map((name) => ({ name, place: undefined })), isKerberosOnly: false, authPersistSingleRequest: false, authPersistNonNtlm: false,
      extendedProtection: { tokenChecking: "None", flags: [], serviceNames: [] },
    },
  } } as unknown as ApplicationConfiguration);
}

describe("the schemes of an application", () => {
  it("are those of windowsAuthentication in the order of its providers, then Basic; nothing that is turned off", () => {
    const names = (given: readonly Name[] | undefined, basic: boolean): readonly string[] => schemes([ntlm], given, basic).map(({ name }) => name);
    assert.deepEqual([names(undefined, true), names(undefined, false), names(["NTLM", "Negotiate"], true), names(["Kerberos", "Kerberos"], false)], [["Basic"], [], ["NTLM", "Negotiate", "Basic"], ["Kerberos"]]);
  });

  it("are told by winrm/config and Identify as they are answered", () => {
    const told = (providers: readonly NegotiateProvider[], given: readonly Name[] | undefined) => {
      const offered = schemes(providers, given, true);
      return { ...offeredAuthentication(offered), profiles: offered.flatMap((scheme) => scheme.securityProfiles?.(true) ?? []).map((profile) => profile.split("/secprofile/")[1]) };
    };
    const tickets = new TicketProvider();
    assert.deepEqual(told([ntlm], undefined), { basic: true, kerberos: false, negotiate: false, certificate: false, profiles: ["https/basic"] });
    assert.deepEqual(told([ntlm], ["Negotiate", "NTLM"]), { basic: true, kerberos: false, negotiate: true, certificate: false, profiles: ["https/basic"] });
    assert.deepEqual(told([tickets, ntlm], ["Negotiate", "NTLM"]), { basic: true, kerberos: true, negotiate: true, certificate: false, profiles: ["https/spnego-kerberos", "https/basic"] });
    assert.deepEqual(told([ntlm], ["Kerberos"]), { basic: true, kerberos: false, negotiate: false, certificate: false, profiles: ["https/basic"] });
    assert.deepEqual(told([tickets], ["Kerberos"]), { basic: true, kerberos: true, negotiate: false, certificate: false, profiles: ["https/basic"] });
    assert.deepEqual(told([], ["Negotiate"]), { basic: true, kerberos: false, negotiate: false, certificate: false, profiles: ["https/basic"] });
  });
});
