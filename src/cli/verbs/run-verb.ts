import { ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import type { WsmanClient } from "../client/wsman-client.js";
import { exitCodes } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { answerPrinters, type AnswerPrinter, type Format } from "../printers/answer-printer.js";
import { reportTrouble, type Trouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { openClient } from "./open-client.js";

/** What a verb does with the client. It prints its items itself, or returns the one answer there is. */
export type Operation = (client: WsmanClient, printer: AnswerPrinter) => Promise<Result<{ readonly answer: XmlElement | undefined } | "printed", Trouble>>;

/** The frame of every winrm verb: read what it needs, connect, ask, print. */
export async function runVerb(name: string, args: ParsedArguments, terminal: Terminal, prepare: () => Result<Operation, Trouble> | Promise<Result<Operation, Trouble>>): Promise<number> {
  const operation = await prepare();
  if (!operation.ok) return reportTrouble(operation.error, terminal, name);
  const client = await openClient(args, terminal);
  if (!client.ok) return reportTrouble(client.error, terminal, name);
  try {
    const printer = printerFor(args);
    const done = await operation.value(client.value, printer);
    if (!done.ok) return reportTrouble(done.error, terminal, name);
    if (done.value !== "printed") terminal.write(printer.single(done.value.answer));
    return exitCodes.done;
  } finally {
    client.value.close();
  }
}

/** Of the format that the switches want. */
export const printerFor = (args: ParsedArguments): AnswerPrinter => answerPrinters[args.has("json") ? "json" : ((args.get("format") ?? "text") as Format)];

/** Turns a client's answer into what an operation returns. */
export async function answered(answer: Promise<Result<XmlElement | undefined, Trouble>>): Promise<Result<{ readonly answer: XmlElement | undefined }, Trouble>> {
  const result = await answer;
  return result.ok ? ok({ answer: result.value }) : result;
}
