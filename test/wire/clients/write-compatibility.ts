/**
 * Runs every scenario of every client and writes docs/compatibility.md from what came of them.
 *
 * usage: npm run compatibility
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startClientRun } from "../../support/client-run.js";
import type { RealClient } from "../../support/client-scenario.js";
import { goldenTranscript } from "../../support/golden-transcript.js";
import { projectRoot } from "../../support/project-root.js";
import { allClients } from "./all-clients.js";

const head = `<!-- Written by \`npm run compatibility\` from its last run; do not edit. -->

# Clients that others wrote

Each row is a scenario that a client was driven through against the running host with the plug-in \`cmd-shell\`, on Linux. \`as expected\`
says that the client came to the result in the column before, and that what went over the wire is what \`test/golden/clients\` keeps of it.
The clients are packages of Debian and npm; \`npm test\` drives them too, where they are installed or can be.

Commands run in \`/bin/sh\`. Where a client has its commands read by PowerShell, which is not on that system, its heading or the row says
what was there in its place, or how far it came.
`;

/** A cell of a table. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Every scenario is run, also when one before it came out otherwise. @returns the section, and how many came out otherwise */
async function section(client: RealClient): Promise<{ readonly text: string; readonly failed: number }> {
  const missing = client.install();
  if (missing !== false) throw new Error(`${client.title}: ${missing}; install it and run this again`);
  const run = await startClientRun(client);
  const rows: string[] = [];
  let failed = 0;
  for (const scenario of client.scenarios) {
    const result = await run.run(scenario).then((transcript) => goldenTranscript(client.name, scenario.name, transcript)).then(() => "as expected", (error: unknown) => {
      failed++;
      return `otherwise: ${(error instanceof Error ? error.message : String(error)).slice(0, 200)}`;
    });
    rows.push(`| ${[scenario.name, scenario.does, scenario.expects, result].map(cell).join(" | ")} |`);
  }
  await run.stop();
  const lines = ["", `## ${client.title}`, "", `Version ${client.version()} (\`${client.packageName}\`).`, "", "| scenario | the client | is to see | result |", "|---|---|---|---|", ...rows, ""];
  if (client.cannot.length > 0) lines.push("What it has no way to do:", "", ...client.cannot.map(({ what, why }) => `- ${what}: ${why}`), "");
  return { text: lines.join("\n"), failed };
}

let text = head;
let failed = 0;
// One after the other: each has the machine for itself.
for (const client of allClients) {
  const written = await section(client);
  text += written.text;
  failed += written.failed;
}
writeFileSync(join(projectRoot, "docs", "compatibility.md"), text);
console.log(`docs/compatibility.md: ${allClients.reduce((sum, { scenarios }) => sum + scenarios.length, 0)} scenarios, ${failed} otherwise than expected`);
process.exitCode = failed > 0 ? 1 : 0;
