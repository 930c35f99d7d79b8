import type { CommandReply, PresetName } from "../script/mock-script.js";

const firstWord = (text: string): string => /^\s*"?([^\s"]*)/u.exec(text)?.[1] ?? "";

/** What the system that a preset stands for says to a command that it does not know. */
export function unknownCommand(line: string, script: string | undefined, preset: PresetName): CommandReply {
  if (preset === "omi") return { stderr: `sh: 1: ${firstWord(line)}: not found\n`, exitCode: 127 };
  if (script !== undefined) {
    return { stderr: `The term '${firstWord(script)}' is not recognized as the name of a cmdlet, function, script file, or operable program.\r\n`, exitCode: 1 };
  }
  return { stderr: `'${firstWord(line)}' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n`, exitCode: 1 };
}
