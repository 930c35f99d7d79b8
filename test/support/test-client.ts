import { after, before, describe, it } from "node:test";
import { startClientRun, type ClientRun } from "./client-run.js";
import type { RealClient } from "./client-scenario.js";
import { goldenTranscript } from "./golden-transcript.js";

/** Tests every scenario of a client, and that what went over the wire is what its golden file says. */
export function testClient(client: RealClient): void {
  describe(client.title, { skip: client.install() }, () => {
    let run: ClientRun;
    before(async () => {
      run = await startClientRun(client);
    });
    after(() => run.stop());
    for (const scenario of client.scenarios) {
      it(`${scenario.name}: ${scenario.does}; ${scenario.expects}`, async () => goldenTranscript(client.name, scenario.name, await run.run(scenario)));
    }
  });
}
