import { failure, OperationFailure, type Clock, type Logger, type RunCommandRequest, type Shell, type ShellUsage } from "wsmanor/sdk";
import { checkDirectory } from "./check-directory.js";
import { codes } from "./failures.js";
import type { CodePage } from "./code-page.js";
import { commandLine } from "./command-line.js";
import { findProgram } from "./find-program.js";
import type { Program, Surroundings } from "./launch.js";
import { hasGroups } from "./process-tree.js";
import { sumOfProcesses } from "./live-processes.js";
import { programAt } from "./program-at.js";
import { readOptions, readSwitch } from "./read-options.js";
import { RunningCommand } from "./running-command.js";
import { splitArguments } from "./split-arguments.js";
import { startProgram, type StartedProgram } from "./start-program.js";
import type { Watcher } from "./watcher.js";

/** Milliseconds that a command has between SIGTERM and SIGKILL. */
const grace = 5000;
/** Characters that cmd.exe takes. */
const longestLineOfWindows = 8191;

/** Of the streams that the client named. */
export interface StreamNames {
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly errors: string | undefined;
}

export interface CommandShellOptions {
  readonly surroundings: Surroundings;
  readonly streams: StreamNames;
  readonly codePage: CodePage;
  /** Windows: the page that the console of a command is set to. */
  readonly consolePage: string | undefined;
  /** Path of the POSIX shell. */
  readonly shell: string;
  /** Name of the variable that marks a command's processes. */
  readonly markName: string;
  /** @returns a value for it that no other command has */
  readonly nextMark: () => string;
  readonly watcher: Watcher;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A shell: what its commands have in common. */
export class CommandShell implements Shell {
  readonly #options: CommandShellOptions;
  readonly #commands = new Set<RunningCommand>();
  readonly #starting = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(options: CommandShellOptions) {
    this.#options = options;
    options.watcher.shellOpened();
  }

  runCommand(request: RunCommandRequest): Promise<RunningCommand | OperationFailure> {
    const starting = this.#run(request).finally(() => this.#starting.delete(starting));
    this.#starting.add(starting);
    return starting;
  }

  /** No shell here ever loads one. */
  readonly profileLoaded = false;

  async usage(): Promise<ShellUsage> {
    const sum = await sumOfProcesses(new Set([...this.#commands].map(({ mark }) => mark)));
    return { memory: sum?.memory, childProcesses: sum?.processes };
  }

  /** Resolves when nothing of its commands runs, those included that were being started. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#starting);
    await Promise.all([...this.#commands].map((command) => command.close()));
    this.#options.watcher.shellClosed();
  }

  async #run(request: RunCommandRequest): Promise<RunningCommand | OperationFailure> {
    const { surroundings, streams } = this.#options;
    const program = this.#program(request);
    if (program instanceof OperationFailure) return program;
    const problem = await checkDirectory(surroundings.directory);
    if (problem !== undefined) return problem;
    const isGivenUp = (): boolean => this.#isClosed || request.signal.aborted;
    const givenUp = failure("endpoint-unavailable", { message: "the shell was closed, or the request given up, while the command was being started" });
    if (isGivenUp()) return givenUp;
    const mark = this.#options.nextMark();
    const environment = { ...surroundings.environment, [this.#options.markName]: mark };
    const wanted = { input: streams.input !== undefined, output: streams.output !== undefined, errors: streams.errors !== undefined };
    const child = await startProgram(program, { ...surroundings, environment }, wanted, request.command);
    if (child instanceof OperationFailure) return child;
    const command = this.#command(child, `${this.#options.markName}=${mark}`, request);
    if (!isGivenUp()) return command;
    await command.close();
    return givenUp;
  }

  #command(child: StartedProgram, mark: string, { output, commandId }: RunCommandRequest): RunningCommand {
    const { codePage, clock, streams, watcher, logger } = this.#options;
    watcher.add(child.pid);
    const over = (isGone: boolean): void => {
      watcher.remove(child.pid);
      this.#commands.delete(command);
      if (!isGone) logger.warn("processes of a command could not be ended", { command: commandId, processId: child.pid });
    };
    const command = new RunningCommand({ child, mark, output, codePage, clock, grace, over, streams: { output: streams.output ?? "stdout", errors: streams.errors ?? "stderr" } });
    this.#commands.add(command);
    return command;
  }

  /** WINRS_CONSOLEMODE_STDIN has no meaning for a pipe, which standard input always is here. */
  #program({ command, arguments: args, options }: RunCommandRequest): Program | OperationFailure {
    const read = readOptions(options, ["WINRS_CONSOLEMODE_STDIN", "WINRS_SKIP_CMD_SHELL"]);
    if (read instanceof OperationFailure) return read;
    const [skips, consoleMode] = [readSwitch(read, "WINRS_SKIP_CMD_SHELL"), readSwitch(read, "WINRS_CONSOLEMODE_STDIN")];
    if (skips instanceof OperationFailure) return skips;
    if (consoleMode instanceof OperationFailure) return consoleMode;
    if (command.trim() === "") return failure("invalid-parameter", { message: "the command is empty" });
    return skips ? this.#direct(command, args) : this.#throughShell(commandLine(command, args, (path) => path.includes("/") && programAt(path) === "program"));
  }

  #direct(command: string, args: readonly string[]): Program | OperationFailure {
    const name = /^\s*"([^"]*)"\s*$/u.exec(command)?.[1] ?? command.trim();
    if (!hasGroups) return { file: name, arguments: args, isVerbatim: true };
    const { environment, directory } = this.#options.surroundings;
    const file = findProgram(name, environment["PATH"], directory);
    return file instanceof OperationFailure ? file : { file, arguments: splitArguments(args.join(" ")) };
  }

  #throughShell(line: string): Program | OperationFailure {
    const { shell, surroundings, consolePage } = this.#options;
    // What begins like an option would be one of the shell's.
    if (hasGroups) return { file: shell, arguments: ["-c", /^[-+]/u.test(line) ? ` ${line}` : line] };
    if (line.length > longestLineOfWindows) return failure("internal", { code: codes.tooLong, message: `the command has ${line.length} characters; cmd.exe takes ${longestLineOfWindows}` });
    const withPage = consolePage === undefined ? line : `chcp ${consolePage} >nul & ${line}`;
    return { file: surroundings.environment["ComSpec"] ?? "cmd.exe", arguments: ["/d", "/s", "/c", `"${withPage}"`], isVerbatim: true };
  }
}
