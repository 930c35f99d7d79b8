import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyAuditLog } from "../../src/host/logging/audit-chain.js";
import { runCommand } from "../support/command.js";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { localAuthorization, startProcess } from "../support/started-host.js";

/** Makes the disk fail, and whole again. */
export interface Trouble {
  begin(): void;
  end(): void;
  /** What the log says of it. */
  readonly reason: RegExp;
  /** May the command add an account meanwhile? */
  readonly refusesAccounts: boolean;
}

/** A running host over trouble with the disk below its state: reads go on, writes are refused with a reason, and afterwards all is well without a restart. */
export async function surviveDiskTrouble(state: string, trouble: Trouble): Promise<void> {
  const host = startProcess(state);
  try {
    const [url = ""] = await host.ready();
    const authorization = localAuthorization(state);
    let size = 10;
    const put = (name: string): Promise<PlainAnswer> => post(url, soapEnvelope({
      action: actions.create, resourceUri: "urn:wsmanor:registry", selectors: { Key: "Disk", Value: name },
      body: `<r:Value xmlns:r="urn:wsmanor:registry"><r:Type>String</r:Type><r:Data>${name}${"x".repeat(size)}</r:Data></r:Value>`,
    }), { authorization });
    const has = async (name: string): Promise<boolean> =>
      (await post(url, soapEnvelope({ action: actions.get, resourceUri: "urn:wsmanor:registry", selectors: { Key: "Disk", Value: name } }), { authorization })).status === 200;
    const addUser = (name: string) => runCommand(["user", "add", name, "--password-file", "-", "--state", state], { input: "a password\n" });
    assert.equal((await put("before")).status, 200);
    trouble.begin();
    size = 50_000;
    const refused = await put("meanwhile");
    assert.equal(refused.status, 500);
    assert.match(refused.text, /could not be written to the disk; nothing was changed/u);
    assert.deepEqual([await has("before"), await has("meanwhile")], [true, false], "reads go on");
    if (trouble.refusesAccounts) {
      const account = await addUser("meanwhile");
      assert.equal(account.status, 1);
      assert.match(account.stderr, trouble.reason);
    }
    trouble.end();
    assert.equal((await put("after")).status, 200);
    assert.deepEqual([await has("before"), await has("meanwhile"), await has("after")], [true, false, true]);
    assert.equal((await addUser("after")).status, 0);
    assert.match((await runCommand(["user", "list", "--state", state])).stdout, /^admin .*\nafter\n$/u);
    host.process.kill("SIGTERM");
    assert.equal(await host.ended, 0, host.stderr());
    assert.equal(verifyAuditLog([join(state, "audit.log")]).broken, undefined);
    // Three changes and five questions, whatever became of the disk meanwhile.
    assert.equal(readFileSync(join(state, "audit.log"), "utf8").split("\n").length - 1, 8);
  } finally {
    host.process.kill("SIGKILL");
    await host.ended;
  }
}
