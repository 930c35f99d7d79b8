import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AccessEntry } from "../../../../src/pipeline/pipeline-settings.js";
import { HRESULT } from "../../../../src/sdk/hresult.js";
import { RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_FINISH_REQUEST } from "../../../../src/sdk/request-notification.js";
import { module, modulePipeline } from "../../../support/module-pipeline.js";

type Handlers = Parameters<typeof module>[0];

/** Status and sub-status of the line, and what a module sees of them at the end. */
async function logged(handlers: Handlers, anonymous = true): Promise<readonly [Pick<AccessEntry, "status" | "subStatus">, unknown, unknown]> {
  let atEnd: unknown;
  let inEntry: unknown;
  const watching = module({
    onLogRequest: (context, provider) => {
      const { status, subStatus } = context.getResponse().getStatus();
      atEnd = [status, subStatus];
      inEntry = (provider as { getLogEntry?(): { readonly subStatus?: number } }).getLogEntry?.().subStatus;
      return RQ_NOTIFICATION_CONTINUE;
    },
  }, { name: "watching" });
  const { ask, entries } = modulePipeline([module(handlers), watching], { anonymous });
  await ask();
  const { status, subStatus } = entries[0]!;
  return [{ status, subStatus }, atEnd, inEntry];
}

describe("the number behind the status, in the access log", () => {
  it("is what the module says that ends the request", async () => {
    const [entry, seen] = await logged({ onAuthorizeRequest: (context) => (context.getResponse().setStatus(403, "No", 14), RQ_NOTIFICATION_FINISH_REQUEST) });
    assert.deepEqual([entry, seen], [{ status: 403, subStatus: 14 }, [403, 14]]);
  });

  it("is not that of a status which the application has replaced", async () => {
    const [entry, seen] = await logged({ onBeginRequest: (context) => (context.getResponse().setStatus(403, "No", 14), RQ_NOTIFICATION_CONTINUE) });
    assert.deepEqual([entry, seen], [{ status: 200, subStatus: undefined }, [200, 0]]);
  });

  it("is a guard's, which modules see too, unless one of them sets another", async () => {
    const [entry, seen] = await logged({}, false);
    assert.deepEqual([entry.status, entry.subStatus, seen], [401, entry.subStatus, [401, entry.subStatus]]);
    assert.ok(entry.subStatus !== undefined && entry.subStatus > 0);
    const [hidden] = await logged({ onLogRequest: (context) => (context.getResponse().setStatus(404), RQ_NOTIFICATION_CONTINUE) }, false);
    assert.deepEqual(hidden, { status: 404, subStatus: undefined });
    const [other] = await logged({ onEndRequest: (context) => (context.getResponse().setStatus(404, "", 8), RQ_NOTIFICATION_CONTINUE) }, false);
    assert.deepEqual(other, { status: 404, subStatus: 8 });
  });

  it("is gone when the module fails after it", async () => {
    const [entry] = await logged({ onBeginRequest: (context) => {
      context.getResponse().setStatus(403, "", 14);
      throw new Error("bad luck");
    } });
    assert.deepEqual(entry, { status: 500, subStatus: undefined });
  });

  it("is a number of 16 bits", async () => {
    const results: number[] = [];
    await logged({ onBeginRequest: (context) => {
      for (const subStatus of [-1, 65_536, 1.5]) results.push(context.getResponse().setStatus(403, "", subStatus));
      return RQ_NOTIFICATION_CONTINUE;
    } });
    assert.deepEqual(results, [HRESULT.ERROR_INVALID_PARAMETER, HRESULT.ERROR_INVALID_PARAMETER, HRESULT.ERROR_INVALID_PARAMETER]);
  });
});
