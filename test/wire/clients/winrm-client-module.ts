/** What the scenarios use of npm's winrm-client, as its version 0.0.11 declares it. Not imported: it is installed where a test runs. */
export interface WinrmClientModule {
  /** @throws when an answer is not 200 @returns standard output of one Receive, or standard error where that is empty; trimmed */
  runCommand(command: string, host: string, username: string, password: string, port: number): Promise<string>;
  runPowershell(command: string, host: string, username: string, password: string, port: number): Promise<string>;
  /** Receives until a stream ends; sends a response and a line end when a prompt comes. Times in milliseconds. */
  runInteractiveCommand(command: string, host: string, username: string, password: string, port: number, prompts: readonly Prompt[], executionTimeout?: number, httpTimeout?: number, pollInterval?: number): Promise<string>;
  readonly Shell: {
    doCreateShell(parameters: CommandParameters): Promise<string>;
    doDeleteShell(parameters: CommandParameters): Promise<string>;
  };
  readonly Command: {
    doExecuteCommand(parameters: CommandParameters): Promise<string>;
    doReceiveOutput(parameters: CommandParameters): Promise<string>;
    doReceiveOutputNonBlocking(parameters: CommandParameters): Promise<{ readonly streams: readonly { readonly name: string; readonly content: string; readonly end: boolean }[]; readonly isComplete: boolean }>;
  };
}

export interface Prompt {
  readonly pattern: RegExp;
  readonly response: string;
}

export interface CommandParameters {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly username: string;
  readonly password: string;
  readonly authMethod: "basic";
  readonly shellId?: string;
  readonly command?: string;
  readonly commandId?: string;
}
