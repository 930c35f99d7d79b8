import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMock, type MockScript, type RunningMock } from "../../src/testing/index.js";
import { clientTranscript } from "./client-transcript.js";
import { startRecordingProxy } from "./recording-proxy.js";

/** What a client finds that is driven against a mock. */
export interface MockStage {
  readonly mock: RunningMock;
  /** In front of the mock; what goes through it is recorded. */
  readonly port: number;
  /** Empty, and this run's alone. */
  readonly folder: string;
}

/**
 * Drives a client against a mock of its own.
 * @param receivesInBackground as of `RealClient`
 * @returns what went over the wire
 */
export async function runMockClient(script: MockScript, drive: (stage: MockStage) => Promise<void>, receivesInBackground = false): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "wsmanor-client-")));
  const mock = await startMock({ users: { vagrant: "vagrant" }, ...script });
  const proxy = await startRecordingProxy(mock.port);
  try {
    await drive({ mock, port: proxy.port, folder });
    return clientTranscript(proxy.take().map((exchange) => ({ ...exchange, overlaps: exchange.overlaps || receivesInBackground })), { [folder]: "FOLDER" });
  } finally {
    await proxy.stop();
    await mock.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
