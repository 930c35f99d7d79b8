/** One switch of a command: `-format:pretty`, `-f:pretty`, `--format pretty` and `--format=pretty` are the same. */
export interface SwitchDefinition {
  /** winrm's spelling where winrm has it. Compares without case and without `-`, so `--skip-ca-check` is `-skipCAcheck`. */
  readonly name: string;
  /** winrm's short form, without dash. */
  readonly short?: string;
  /** How help calls its value; absent: the switch takes none. */
  readonly value?: string;
  /** The only values it takes; compared without case. */
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly repeatable?: boolean;
  readonly help: string;
  /** Set when winrm has it and we do not: why, and what to do. Then it is only known in order to be refused by name. */
  readonly refused?: string;
}

/** Names as they compare. */
export const foldSwitchName = (name: string): string => name.replaceAll("-", "").toLowerCase();
