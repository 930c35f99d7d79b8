import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { validateConfiguration } from "../../src/host/validate-host.js";
import { makeHostFolder } from "../support/host-folder.js";

/** Declarations of a proxy with one mistake each, and the rule that tells it. */
const mistakes: readonly (readonly [declaration: string, rule: string])[] = [
  ['kind="nginx" from="localhost"', "invalid-address"],
  ['kind="nginx" from="10.0.0.0/33"', "invalid-address"],
  ['kind="nginx" from=""', "invalid-address"],
  ['kind="nginx" tokenHeader="X-Pairing"', "proxy-token-without-secret"],
  ['kind="nginx" forwardsUser="true"', "proxy-cannot-forward-user"],
  ['kind="arr" forwardsUser="true"', "proxy-user-without-token"],
  ['kind="nginx" pathPrefix="manor"', "invalid-path-prefix"],
  ['kind="nginx" pathPrefix="/a&quot;b"', "invalid-path-prefix"],
  ['kind="nginx" pathPrefix="/wsman"', "proxy-unusable"],
  ['kind="nginx" tokenHeader="X-Pairing" tokenEnvironment="WSMANOR_NOT_SET"', "proxy-token-not-set"],
];

describe("validate tells a mistake in <proxy> once", () => {
  for (const [declaration, rule] of mistakes) {
    it(declaration, async () => {
      const folder = makeHostFolder({ bindings: `<binding protocol="http" bindingInformation="127.0.0.1:5985:"><proxy ${declaration}/></binding>` });
      try {
        const { diagnostics } = await validateConfiguration({ configPath: folder.path });
        assert.deepEqual(diagnostics.map((each) => each.rule).filter((each) => each !== "schema-default-attribute"), [rule]);
      } finally {
        folder.remove();
      }
    });
  }
});
