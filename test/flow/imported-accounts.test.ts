import assert from "node:assert/strict";
import { describe, it } from "node:test";
import bcrypt from "bcryptjs";
import { openUsers } from "../../src/host/manage-users.js";
import { loadArgon2 } from "../../src/store/hash-password.js";
import { basic } from "../support/basic.js";
import { post } from "../support/plain-request.js";
import { startRunningHost } from "../support/running-host.js";
import { identifyEnvelope } from "../support/soap-envelope.js";

describe("accounts of an htpasswd file", () => {
  it("log in to a host that runs, each with its own password only, and may get another one", async () => {
    const host = await startRunningHost();
    try {
      const status = async (name: string, password: string): Promise<number> => (await post(host.urls[0]!, identifyEnvelope, { authorization: basic(name, password) })).status;
      assert.equal(await status("anna", "from bcrypt"), 401);
      const users = await openUsers(host.state);
      const text = `anna:${(await bcrypt.hash("from bcrypt", 5)).replace("$2b$", "$2y$")}\nbert:${await (await loadArgon2()).hash("from argon2")}\n`;
      assert.deepEqual(await users.importHtpasswd(text), { ok: true, value: ["anna", "bert"] });
      assert.deepEqual([await status("anna", "from bcrypt"), await status("BERT", "from argon2"), await status("anna", "from argon2"), await status("bert", "from bcrypt")], [200, 200, 401, 401]);
      assert.deepEqual([await status("anna", "from bcrypt"), await status("bert", "from argon2")], [200, 200]);
      assert.ok((await users.setPassword("anna", "a new password", {})).ok);
      assert.deepEqual([await status("anna", "from bcrypt"), await status("anna", "a new password")], [401, 200]);
    } finally {
      assert.equal(await host.stop(), 0);
    }
  });
});
