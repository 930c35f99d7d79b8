/** Options of a benchmark's command line: `--name VALUE`. Ends the process with a sentence for what it cannot use. */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

export function textOption(name: string, fallback: string, allowed?: readonly string[]): string {
  const text = argument(name) ?? fallback;
  if (allowed === undefined || allowed.includes(text)) return text;
  console.error(`--${name} takes ${allowed.filter((word) => word !== "").join(", ")}, not ${JSON.stringify(text)}`);
  process.exit(2);
}

export function numberOption(name: string, fallback: number, most: number): number {
  const text = argument(name) ?? String(fallback);
  const value = Number(text);
  if (value > 0 && value <= most) return value;
  console.error(`--${name} takes a number above 0, at most ${most}, not ${JSON.stringify(text)}`);
  process.exit(2);
}

export const hasOption = (name: string): boolean => process.argv.includes(`--${name}`);
