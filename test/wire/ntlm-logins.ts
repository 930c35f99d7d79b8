import assert from "node:assert/strict";
import { it } from "node:test";
import { NtlmConnection } from "../support/ntlm-connection.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { withWindowsHost } from "../support/windows-host.js";

/** Logins one after the other on connections of their own, each with a sealed message behind it: none may fail. */
export function ntlmLogins({ logins, atOnce }: { readonly logins: number; readonly atOnce: number }): void {
  it(`${logins} logins, ${atOnce} at a time, with no failure`, () => withWindowsHost({}, async (host) => {
    let left = logins;
    let served = 0;
    const work = async (): Promise<void> => {
      while (left-- > 0) {
        const connection = await NtlmConnection.open(host.port);
        assert.equal((await connection.login({ user: "tester", password: host.password })).status, 200);
        assert.equal((await connection.sealed(identifyEnvelope)).status, 200);
        served++;
        connection.close();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    assert.equal(served, logins);
  }));
}
