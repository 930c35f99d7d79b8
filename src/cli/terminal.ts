/** What a command may touch of the process that runs it; tests hand in their own. */
export interface BareTerminal {
  /** Standard output: answers. */
  write(text: string): void;
  /** Standard error: complaints, questions, progress. */
  complain(text: string): void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Can a person be asked? */
  readonly interactive: boolean;
  /** Asks without echo. Only when `interactive`. A person who wants to leave ends the process. */
  askSecret(question: string): Promise<string>;
  /** All of standard input as UTF-8. */
  readInput(): Promise<string>;
  /** All of standard input as it is. */
  readOctets(): Promise<Uint8Array>;
  /** All is done: what a plug-in left running does not keep the process. @param code its exit code */
  leaveSoon(code: number): void;
}

/** The same for one command line. */
export interface Terminal extends BareTerminal {
  /** Complaints are JSON, because `--json` stands among the words. */
  readonly asJson: boolean;
}
