/** `npm run fuzz`: see `help`. Exit code 1 says that a promise was broken, 2 that it was called wrongly. */
import { allTargets } from "./all-targets.js";
import { parseFuzzOptions } from "./fuzz-options.js";
import { fuzzRounds, type FuzzSurroundings } from "./fuzz-rounds.js";
import { repeatInput } from "./repeat-input.js";

const help = `Usage: npm run fuzz -- [--target NAME] [--seconds N] [--seed N] [--keep FOLDER] | --input FILE

Feeds every reader of strangers' octets and text with made-up ones, round after round with a new seed, and ends with exit code 1 when
one breaks its promise: the input is made as small as it goes, kept in a file, and the command that repeats it is printed.

  --target NAME   only this one
  --seconds N     ends after N seconds; without it, Ctrl-C does
  --seed N        of the first round; without it, any
  --keep FOLDER   where a failing input is kept; fuzz-failures
  --input FILE    tries the input of such a file again

Targets:
${allTargets.map(({ name, promise }) => `  ${name.padEnd(20)} ${promise}`).join("\n")}
`;

let isEnding = false;
// The first asks for the summary, the second does not wait for it.
process.on("SIGINT", () => {
  if (isEnding) process.exit(130);
  isEnding = true;
});
process.on("SIGTERM", () => void (isEnding = true));

const around: FuzzSurroundings = { targets: allTargets, print: (line) => console.log(line), complain: (what) => console.error(what), isEnding: () => isEnding };
const options = parseFuzzOptions(process.argv.slice(2), allTargets.map(({ name }) => name));
if (!options.ok) {
  console.error(`Error: ${options.error}`);
  process.exitCode = 2;
} else if (options.value.help) console.log(help);
else process.exitCode = await (options.value.input === undefined ? fuzzRounds(options.value, around) : repeatInput(options.value.input, around));
