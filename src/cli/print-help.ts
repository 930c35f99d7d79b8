import type { Command } from "./command.js";

/** `wsmanor --help`. */
export function printOverview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, aliases, summary }) => `  ${[name, ...(aliases ?? [])].join(", ").padEnd(20)}  ${summary}\n`);
  return (
    `usage: wsmanor COMMAND [argument …] [-switch:value …]\n\n${rows.join("")}\n` +
    "wsmanor COMMAND --help tells more about one; wsmanor --version prints the version.\n" +
    "Exit codes: 0 done, 1 failed, 2 wrong use or problems found.\n"
  );
}

/** `wsmanor COMMAND --help`. */
export function printCommandHelp(command: Command): string {
  const shown = command.switches.filter(({ refused }) => refused === undefined);
  const rows = shown.map(({ name, short, value, choices, help }) => {
    const form = `-${name}${value === undefined ? "" : `:${choices?.join("|") ?? value}`}${short === undefined ? "" : ` (-${short})`}`;
    return form.length > 38 ? `  ${form}\n${" ".repeat(42)}${help}\n` : `  ${form.padEnd(38)}  ${help}\n`;
  });
  const also = command.aliases === undefined ? "" : ` Also: ${command.aliases.join(", ")}.`;
  return (
    `usage: wsmanor ${command.name} ${command.usage}\n\n${command.summary[0]!.toUpperCase()}${command.summary.slice(1)}.${also}\n` +
    (rows.length === 0 ? "" : `\nSwitches (-name:value, --name value and --name=value are the same):\n${rows.join("")}`) +
    `\nExamples:\n${command.examples.map((example) => `  wsmanor ${example}\n`).join("")}`
  );
}
