import { describeCode } from "../../protocol/wsman/error-codes.js";
import { exitCodes, type Command } from "../command.js";
import { nameToken } from "../grammar/usage-problem.js";
import { hex, signed } from "../printers/print-problem.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import { refuseRest } from "./read-target.js";

/** `winrm helpmsg`: what a number means. */
export const helpmsg: Command = {
  name: "helpmsg",
  usage: "CODE [--json]",
  summary: "explains an error number",
  switches: [{ name: "json", help: "prints JSON" }],
  examples: ["helpmsg 0x80338012", "helpmsg -2144108526", "helpmsg 5"],
  run: async (args, terminal) => {
    const [code, ...others] = args.positionals;
    if (code === undefined) return reportTrouble({ message: "the number is missing, such as 0x80338012" }, terminal, "helpmsg");
    const rest = refuseRest(others, "the number");
    if (!rest.ok) return reportTrouble(rest.error, terminal, "helpmsg");
    const number = readNumber(code.text);
    const meant = withPrefix(code.text);
    if (number === undefined) {
      const message = `${nameToken(code)} is not an error number: it is decimal, negative or 0x with up to 8 hex digits`;
      return reportTrouble({ message, ...(meant === undefined ? {} : { didYouMean: meant }) }, terminal, "helpmsg");
    }
    const known = describeCode(number) ?? describeCode(win32Of(number));
    if (known === undefined) return reportFailure(`no text is known for ${signed(number)} ${hex(number)}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`, terminal);
    if (args.has("json")) terminal.write(`${JSON.stringify({ number: signed(number), hex: hex(number), name: known.name, message: known.message }, null, 2)}\n`);
    else terminal.write(`${known.name} ${signed(number)} ${hex(number)}\n${known.message}\n`);
    return exitCodes.done;
  },
};

/** @returns the 32 bits, unsigned; `undefined` for what is no number of 32 bits */
function readNumber(text: string): number | undefined {
  const number = /^0x[0-9a-f]{1,8}$/iu.test(text) ? Number(text) : /^-?\d{1,10}$/u.test(text) ? Number(text) : NaN;
  return number >= -(2 ** 31) && number < 2 ** 32 ? number >>> 0 : undefined;
}

/** What is known with `0x` in front, which is easily forgotten. */
function withPrefix(text: string): string | undefined {
  const number = /^[0-9a-f]{1,8}$/iu.test(text) ? Number(`0x${text}`) : undefined;
  return number !== undefined && (describeCode(number) ?? describeCode(win32Of(number))) !== undefined ? `0x${text}` : undefined;
}

/** The Win32 error inside an HRESULT of that facility; others stay. */
const win32Of = (number: number): number => ((number & 0xffff0000) >>> 0 === 0x80070000 ? number & 0xffff : number);
