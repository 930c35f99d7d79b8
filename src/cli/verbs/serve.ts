import { resolve } from "node:path";
import { exitCodes, type Command } from "../command.js";
import { defaultPaths } from "../default-paths.js";
import { logLevels } from "../../host/logging/log-level.js";
import { standardError } from "../../host/logging/standard-error.js";
import type { StartedHost } from "../../host/start-host.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import type { UsageProblem } from "../grammar/usage-problem.js";
import { printDiagnostics } from "../printers/print-diagnostics.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { tuneEngine } from "../tune-engine.js";
import { firstRunText } from "./first-run-text.js";
import { listenToSignals } from "./listen-to-signals.js";
import { readEndpoint, type EnvironmentEndpoint } from "./read-endpoint.js";
import { readLogLevel } from "./read-log-level.js";
import { readPort } from "./read-port.js";
import { refuseRest } from "./read-target.js";

/** How long handles that outlive the host are waited for. Milliseconds. */
const lingering = 1000;

/** Runs the host in the foreground until a signal ends it. */
export const serve: Command = {
  name: "serve",
  usage: "[--config PATH] [--state DIR] [--port N | --port-from-environment] [--json] [--log-format text|json] [--log-level LEVEL]",
  summary: "runs the host in the foreground",
  switches: [
    { name: "config", value: "PATH", help: "an applicationHost.config, a directory holding one, or a lone web.config" },
    { name: "state", value: "DIRECTORY", help: "accounts and plug-ins' documents" },
    { name: "port", value: "N", help: "of the first binding, instead of the configured one; 0 picks free ones for all" },
    { name: "port-from-environment", help: "listen for the proxy that the configuration declares where ASPNETCORE_PORT, HTTP_PLATFORM_PORT or PORT says: a port of loopback, or a path (Unix socket, named pipe)" },
    { name: "json", help: "the first line on standard output is a JSON event with the URLs; logs go to standard error as JSON" },
    { name: "log-format", value: "FORMAT", choices: ["text", "json"], help: "of the log on standard error; text unless --json is given" },
    { name: "log-level", value: "LEVEL", choices: logLevels, help: "the least that is logged; else WSMANOR_LOG_LEVEL, else info, which has one line per request" },
  ],
  examples: ["serve", "serve --config ./applicationHost.config --port 0 --json"],
  run: async (args, terminal) => {
    const port = readPort(args);
    const endpoint = port.ok ? readEndpoint(args, terminal.environment) : port;
    const level = endpoint.ok ? readLogLevel(args, terminal, "info") : endpoint;
    const rest = level.ok ? refuseRest(args.positionals, "serve but switches") : level;
    if (!port.ok || !endpoint.ok || !level.ok || !rest.ok) return reportTrouble((rest as { readonly error: UsageProblem }).error, terminal, "serve");
    // Before anything can be seen of us: whoever starts a host may end it at once, or reload it.
    const { ended, onReload, end } = listenToSignals();
    tuneEngine();
    const { startHost, ConfigurationRefused } = await import("../../host/start-host.js");
    const asJson = args.has("json");
    try {
      const defaults = defaultPaths(terminal.environment);
      const logFormat = args.get("log-format");
      const host = await startHost({
        configPath: resolve(args.get("config") ?? defaults.configuration),
        stateDirectory: resolve(args.get("state") ?? defaults.state),
        port: port.value,
        endpoint: endpoint.value?.endpoint,
        shutdownRequested: end,
        logFormat: logFormat === "json" || (logFormat === undefined && asJson) ? "json" : "text",
        logLevel: level.value,
        ownsProcess: true,
        log: standardError(),
      });
      announce(host, endpoint.value, args, terminal);
      onReload(() => void host.reload());
      await ended;
      await host.stop("service");
      // What a plug-in left behind does not keep the process.
      setTimeout(() => process.exit(exitCodes.done), lingering).unref();
      return exitCodes.done;
    } catch (error) {
      if (!(error instanceof ConfigurationRefused)) return reportFailure((error as Error).message, terminal);
      terminal.complain(await printDiagnostics(error.diagnostics, asJson));
      return exitCodes.failed;
    }
  },
};

function announce(host: Pick<StartedHost, "urls" | "firstRun">, chosen: EnvironmentEndpoint | undefined, args: ParsedArguments, terminal: Terminal): void {
  if (args.has("json")) {
    terminal.write(`${JSON.stringify({ event: "ready", urls: host.urls, ...(chosen === undefined ? {} : { from: { [chosen.variable]: chosen.value } }) })}\n`);
    // Not on standard error, which is the log.
    if (host.firstRun !== undefined) terminal.write(`${JSON.stringify({ event: "first-run", ...host.firstRun })}\n`);
    return;
  }
  if (host.firstRun !== undefined) terminal.write(firstRunText(host.urls, host.firstRun, args.get("state")));
  if (chosen !== undefined) terminal.write(`For the proxy, as ${chosen.variable} says: ${"path" in chosen.endpoint ? chosen.endpoint.path : `127.0.0.1:${chosen.endpoint.port}`}\n`);
  terminal.write(`WS-Manor is ready: ${host.urls.join(" ")}\n`);
}
