import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClientScenario, RealClient } from "./client-scenario.js";
import { clientTranscript } from "./client-transcript.js";
import { startConfiguredHost } from "./configured-host.js";
import { startRecordingProxy, type Exchange } from "./recording-proxy.js";

/** A host with command shells, and recording proxies in front of it, for all scenarios of a client. */
export interface ClientRun {
  /** @returns the transcript of a scenario; those of several hosts one after the other. @throws when something else happened than the scenario expects */
  run(scenario: ClientScenario): Promise<string>;
  stop(): Promise<void>;
}

const shellPlugin = (workingDirectory: string): string =>
  '<Plugin Name="cmd-shell" Filename="%WSMANOR_PLUGINS%/cmd-shell" SDKVersion="1" XmlRenderingType="text">' +
  `<InitializationParameters><Param Name="DefaultWorkingDirectory" Value="${workingDirectory}"/></InitializationParameters><Resources>` +
  '<Resource ResourceUri="http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd" SupportsOptions="true"><Capability Type="Shell"/></Resource></Resources></Plugin>';

/**
 * Clients that speak to Windows send their commands to `powershell`. There is none on this system; in its place stands a program that
 * hands the decoded text to sh, for scenarios whose text is understood by both.
 */
const powershellStandIn = `#!/bin/sh
while [ $# -gt 1 ]; do
  case "$1" in -[Ee]ncoded[Cc]ommand) exec sh -c "$(printf %s "$2" | base64 -d | iconv -f UTF-16LE -t UTF-8)";; esac
  shift
done
echo "only -EncodedCommand is understood here" >&2
exit 64
`;

export async function startClientRun({ hosts, receivesInBackground = false, leavesBeforeTheEnd = false, limits = {} }: RealClient): Promise<ClientRun> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "wsmanor-client-")));
  const workingDirectory = join(root, "work");
  const programs = join(root, "bin");
  for (const folder of [workingDirectory, programs]) mkdirSync(folder);
  for (const name of ["powershell", "PowerShell"]) writeFileSync(join(programs, name), powershellStandIn, { mode: 0o755 });
  const host = await startConfiguredHost({ "/wsman": { plugins: shellPlugin(workingDirectory), limits } }, undefined, { PATH: `${programs}:${process.env["PATH"] ?? ""}`, LC_ALL: "C.UTF-8" });
  const proxies = await Promise.all(Array.from({ length: hosts }, () => startRecordingProxy(host.port)));
  return {
    run: async (scenario) => {
      const folder = mkdtempSync(join(root, "scenario-"));
      await scenario.run({ host, proxies, folder, workingDirectory }).catch((error: unknown) => {
        // The next scenario's transcript is its own.
        for (const proxy of proxies) proxy.take();
        throw error;
      });
      const seen = (exchange: Exchange): Exchange => ({ ...exchange, overlaps: exchange.overlaps || receivesInBackground, answerBody: leavesBeforeTheEnd ? withoutTheEnd(exchange.answerBody) : exchange.answerBody });
      const transcripts = proxies.map((proxy) => clientTranscript(proxy.take().map(seen), { [folder]: "FOLDER" }));
      const asked = transcripts.filter((transcript) => transcript !== "");
      return asked.length > 1 && new Set(asked).size === 1 ? `(The same on each of ${asked.length} hosts.)\n\n${asked[0]!}` : asked.join("\n---\n\n");
    },
    stop: async () => {
      await Promise.all(proxies.map((proxy) => proxy.stop()));
      await host.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** An answer to Receive without what it says of ends. */
const withoutTheEnd = (xml: string): string =>
  xml.replaceAll(/<rsp:Stream [^>]* End="true"[^>]*(?:\/>|><\/rsp:Stream>)/gu, "").replace(/<rsp:CommandState [\s\S]*?(?:\/>|<\/rsp:CommandState>)/u, "");
