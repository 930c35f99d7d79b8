import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "./project-root.js";

/** One message of a recorded session and what Windows answered. */
export interface RecordedExchange {
  readonly request: string;
  /** `undefined` where the connection broke. */
  readonly response: string | undefined;
}

/** A session of pypsrp with Windows, in order: YAML with `- request:` and `response:` for each exchange, long texts folded over lines. */
export function recordedExchanges(file: string): readonly RecordedExchange[] {
  const text = readFileSync(join(fixtures, "winrm", "pypsrp", file), "utf8");
  return text.split(/^- /mu).slice(1).map((entry) => {
    const said = (key: string): string | undefined => new RegExp(`^(?:  )?${key}: (<s:Envelope [\\s\\S]*?</s:Envelope>)$`, "mu").exec(entry)?.[1]?.replaceAll(/\n +/gu, " ");
    return { request: said("request")!, response: said("response") };
  });
}
