import type { Diagnostic } from "../base/diagnostic.js";
import { fail, ok, type Result } from "../base/result.js";
import { parseExpectation } from "./expectations/parse-expectation.js";
import type { ScriptReading } from "./script/read-script.js";
import type { Expectation, MockScript, PresetName } from "./script/mock-script.js";

export interface MockWords {
  /** Absolute path of the script; `undefined`: nothing is scripted. */
  readonly script: string | undefined;
  readonly preset: PresetName | undefined;
  /** Instead of the script's accounts. */
  readonly users: Readonly<Record<string, string>> | undefined;
  /** Absolute path of a script whose `expect` counts as well. */
  readonly expectFile: string | undefined;
  /** As people say it: `ran 2x hostname`. */
  readonly expect: readonly string[];
}

/** Puts together what a mock is to do, from its script and the words on a command line. @returns everything that is wrong */
export async function readMock({ script, preset, users, expectFile, expect }: MockWords): Promise<Result<MockScript, readonly Diagnostic[]>> {
  const nothing: ScriptReading = { script: {}, diagnostics: [] };
  // Who has no script waits for no reader of YAML.
  const load = async (path: string): Promise<ScriptReading> => (await import("./script/load-script.js")).loadScript(path);
  const read = script === undefined ? nothing : await load(script);
  const expected = expectFile === undefined ? nothing : await load(expectFile);
  const diagnostics = [...read.diagnostics, ...expected.diagnostics];
  const said: Expectation[] = [];
  for (const text of expect) {
    const parsed = parseExpectation(text);
    if (parsed.ok) said.push(parsed.value);
    else diagnostics.push({ severity: "error", rule: "wrong-expectation", message: `${parsed.error}.` });
  }
  if (read.script === undefined || expected.script === undefined || diagnostics.length > 0) return fail(diagnostics);
  return ok({
    ...read.script,
    ...(preset === undefined ? {} : { preset }),
    ...(users === undefined ? {} : { users }),
    expect: [...(read.script.expect ?? []), ...(expected.script.expect ?? []), ...said],
  });
}
