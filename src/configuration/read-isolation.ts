import { didYouMean } from "./did-you-mean.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { IsolationConfiguration } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

const megabyte = 1024 * 1024;

/**
 * Reads where each plug-in runs, the authorization plug-in too: what its own entry says, and where that says nothing what the element says for all.
 * @param common the element `plugins`
 * @param entries its entries, one a plug-in
 * @param plugins their Names
 * @returns the settings of a plug-in by its Name
 */
export function readIsolation(
  common: SettingsReader, entries: readonly EffectiveElement[], plugins: readonly string[], report: Report,
): (plugin: string) => IsolationConfiguration {
  const byName = new Map<string, IsolationConfiguration>();
  for (const entry of entries) {
    const own = new SettingsReader(entry.schema, [entry]);
    const name = own.written("name");
    if (name === undefined) continue;
    if (!plugins.includes(name.text)) {
      const meant = didYouMean(name.text, plugins);
      report.error(
        {
          rule: "isolation-unknown-plugin",
          message: `There is no plug-in "${name.text}".`,
          ...(plugins.length === 0 ? {} : { allowed: `Known here: ${plugins.join(", ")}.` }),
          ...(meant === undefined ? {} : { didYouMean: meant }),
          code: hresults.invalidData,
        },
        name.spot,
      );
      continue;
    }
    const settings = read(own, common);
    byName.set(name.text, settings);
    checkAccount(own, settings, report);
  }
  const others = read(undefined, common);
  return (plugin) => byName.get(plugin) ?? others;
}

function read(own: SettingsReader | undefined, common: SettingsReader): IsolationConfiguration {
  const from = (attribute: string): SettingsReader => (own?.written(attribute) === undefined ? common : own);
  const mode = from("isolation").written("isolation")?.text;
  const memory = from("memoryLimitMB").number("memoryLimitMB");
  const cpu = from("cpuLimitPercent").number("cpuLimitPercent");
  return {
    mode: mode === "worker" || mode === "process" ? mode : "inProcess",
    memoryLimit: memory === 0 ? undefined : memory * megabyte,
    cpuLimitPercent: cpu === 0 ? undefined : cpu,
    hangTimeoutMs: from("hangTimeout").milliseconds("hangTimeout"),
    account: own?.written("account")?.text,
  };
}

/** Only root may hand a process to somebody else, and only a process has an account. */
function checkAccount(own: SettingsReader, { mode, account }: IsolationConfiguration, report: Report): void {
  if (account === undefined) return;
  const { spot } = own.written("account")!;
  if (mode !== "process") {
    const message = `A plug-in that runs ${mode === "worker" ? "in a thread of the host" : "in the host's own thread"} has no account of its own.`;
    report.error({ rule: "isolation-account", message, remedy: 'Set isolation="process", or remove account.', code: hresults.invalidData }, spot);
  } else if (process.getuid?.() !== 0) {
    const message = process.platform === "win32" ? "On Windows a child process cannot be started under another account." : `Only a host that runs as root can start a child process as "${account}".`;
    report.error({ rule: "isolation-account", message, remedy: "Start the host as root, or remove account.", code: hresults.invalidData }, spot);
  }
}
