import type { PresetName } from "../script/mock-script.js";
import type { IdentifyFacts } from "./transcript.js";

/** Builds of Windows Server from 2022 on. */
const build2022 = 20_348;

/** The preset that looks most like what the host said of itself. */
export function nearestPreset({ vendor, version }: IdentifyFacts): PresetName {
  if (/open management infrastructure/iu.test(vendor ?? "")) return "omi";
  const build = Number(/OS: \d+\.\d+\.(\d+)/u.exec(version ?? "")?.[1]);
  return build > 0 && build < build2022 ? "windows-2016" : "windows-2022";
}
