import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { startRecording, type Recording, type RecordingOptions } from "../../src/mock/record/start-recording.js";
import { loadScript } from "../../src/mock/script/load-script.js";
import { startMock, type RunningMock } from "../../src/testing/index.js";

export interface Recorder extends Recording {
  /** Of the script that is written. */
  readonly out: string;
  /** What it says at this moment. */
  text(): string;
  /** Sentences that were told. */
  readonly told: readonly string[];
  /** Answers from what was recorded. The recording has to be stopped. @param password of its account `tester` */
  replay(password?: string): Promise<RunningMock>;
  /** Stops it and removes the file. */
  remove(): Promise<void>;
}

/** A recording between a test's client and a host. */
export async function startRecorder(upstream: string, options: Partial<Pick<RecordingOptions, "redact" | "redactMachines" | "insecure">> = {}): Promise<Recorder> {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-recorded-"));
  const out = join(folder, "recorded.yaml");
  const told: string[] = [];
  const recording = await startRecording({
    upstream: new URL(upstream), out, address: "127.0.0.1", port: 0, insecure: false, redact: [], redactMachines: false,
    ...options, tell: (sentence) => told.push(sentence), logLevel: "error", logFormat: "json", log: new PassThrough().resume(),
  });
  return {
    ...recording, out, told,
    text: () => readFileSync(out, "utf8"),
    replay: async (password = "replayed") => {
      const { script, diagnostics } = await loadScript(out);
      if (script === undefined) throw new Error(JSON.stringify(diagnostics));
      return startMock({ ...script, users: { tester: password } });
    },
    remove: async () => {
      await recording.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
