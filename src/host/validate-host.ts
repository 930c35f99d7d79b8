import type { Diagnostic } from "../base/diagnostic.js";
import { silentLogger } from "../base/logger.js";
import type { FileAccess } from "../configuration/file-access.js";
import type { HostConfiguration } from "../configuration/host-configuration.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { sortDiagnostics } from "../configuration/sort-diagnostics.js";
import { underline } from "../configuration/underline.js";
import { FailedAttempts } from "../store/failed-attempts.js";
import { AuthenticationProviders, machineDrivers } from "./authentication-providers.js";
import { builtInProviders } from "./built-in-providers.js";
import { certificateProblem } from "./certificate-problem.js";
import { composeModules } from "./compose-modules.js";
import { composeWsman, type ComposedWsman } from "./compose-wsman.js";
import { guardProcess } from "./guard-process.js";
import { keepingAlive } from "./keep-alive.js";
import { loadHostConfiguration } from "./load-host-configuration.js";
import { moduleAbilities } from "./module-abilities.js";
import { newId } from "./new-id.js";
import { nodeClock } from "./node-clock.js";
import { planSockets } from "./plan-sockets.js";
import { readCertificate } from "./read-certificate.js";
import { readFront } from "./read-proxy.js";

/**
 * Checks everything that a start would: files, schema, rules, certificates; loads and provisions every plug-in and tears it down, also
 * those of applications that have other problems, so that one run tells all. Nothing is listened on and nothing is written.
 */
export async function validateConfiguration({ configPath, files = nodeFileAccess }: { readonly configPath: string; /** Default: the disk. */ readonly files?: FileAccess }): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  const { attempted, diagnostics: found } = loadHostConfiguration(configPath, files);
  if (attempted === undefined) return { diagnostics: found };
  const plugins = await keepingAlive(() => checkPlugins(attempted));
  const more = [...checkCertificates(attempted), ...checkFronts(attempted), ...plugins, ...(await checkProviders(attempted))].filter((diagnostic) => !isToldAlready(diagnostic, found));
  return { diagnostics: sortDiagnostics([...found, ...underline(more, files)]) };
}

function checkCertificates(configuration: HostConfiguration): readonly Diagnostic[] {
  return planSockets(configuration, undefined).flatMap(({ bindings }) => bindings).flatMap(({ binding }) => {
    try {
      readCertificate(binding);
      return [];
    } catch (error) {
      return [certificateProblem(binding, error)];
    }
  });
}

/** Tokens in the environment are the running host's: that one is not set here was worth a word with the configuration, and is no error. */
function checkFronts(configuration: HostConfiguration): readonly Diagnostic[] {
  const sockets = planSockets(configuration, undefined);
  const problems: Diagnostic[] = [];
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const { proxy } of sockets.flatMap(({ bindings }) => bindings.map(({ binding }) => binding))) {
    const name = proxy?.token?.environment;
    if (proxy === undefined || name === undefined || environment[name] !== undefined || proxy.token?.file !== undefined) continue;
    environment[name] = "stands in for one that is not set";
  }
  for (const socket of sockets) readFront(socket, environment, (problem) => problems.push(problem));
  return problems;
}

async function checkProviders(configuration: HostConfiguration): Promise<readonly Diagnostic[]> {
  // Which schemes they answer is all that is asked here, and needs no account.
  const builtIn = builtInProviders({ find: async () => undefined }, new FailedAttempts(nodeClock, 1, 1), silentLogger);
  const providers = await AuthenticationProviders.open(configuration, () => machineDrivers(builtIn));
  providers.close();
  return providers.diagnostics();
}

async function checkPlugins(configuration: HostConfiguration): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const all: ComposedWsman[] = [];
  // What plug-ins do outside of a call is a problem of theirs like any other, and no reason to end before all are told.
  const stray = (message: string): void => void diagnostics.push({ severity: "error", rule: "plugin-outside-call", message, remedy: "Catch it in the plug-in." });
  const guard = guardProcess({
    logger: { ...silentLogger, error: stray },
    newId, now: () => nodeClock.now(),
    pluginsIn: (stack) => all.flatMap((composed) => composed.pluginsIn(stack)),
    onUnexpectedExit: () => undefined,
  });
  try {
    await provisionEach(configuration, all, diagnostics);
    // Rejections that nobody handled are told one turn later.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    guard.expectExit();
    guard.remove();
  }
  return diagnostics;
}

async function provisionEach(configuration: HostConfiguration, all: ComposedWsman[], diagnostics: Diagnostic[]): Promise<void> {
  for (const site of configuration.sites) {
    for (const application of site.applications) {
      const modules = await composeModules({ site, application, abilities: moduleAbilities({ logger: silentLogger }), validateOnly: true, findAccount: async () => undefined });
      diagnostics.push(...modules.diagnostics);
      await modules.stop();
      if (application.attempted === undefined) continue;
      const composed = await composeWsman({
        configuration, site, application: { ...application, wsman: application.attempted, problem: undefined },
        schemes: () => [], logger: silentLogger, documents: undefined, listeners: () => [], audit: () => undefined,
      });
      all.push(composed);
      diagnostics.push(...composed.diagnostics);
      await composed.stop("service", 1000);
    }
  }
}

/** A Filename that was refused by its text cannot be loaded either; once is enough. */
const isToldAlready = ({ place }: Diagnostic, found: readonly Diagnostic[]): boolean =>
  place !== undefined && found.some(({ severity, place: other }) => severity === "error" && other?.file === place.file && other.line === place.line && other.column === place.column);
