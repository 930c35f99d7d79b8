import { authorization } from "./bench-host.js";
import type { Case } from "./cases.js";
import { envelope, post } from "./envelopes.js";

const rsp = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";

/** What a command of a cycle is and how much of its output one answer may have. */
export interface Command {
  readonly resourceUri: string;
  /** As the shell reads it. */
  readonly line: string;
  /** Octets of an answer at most. */
  readonly envelopeSize?: number;
}

/** A case that knows how far it came. */
export interface ShellCase extends Case {
  /** Shells that were created, used and deleted so far. */
  cycles(): number;
  /** Octets of output received so far, as the command wrote them. */
  received(): number;
}

interface Place {
  step: "create" | "command" | "receive" | "delete";
  shell: string;
  command: string;
}

/** Create, Command, Receive until the command is over, Delete; over and over again on each connection. */
export function shellCase({ resourceUri, line, envelopeSize = 153_600 }: Command): ShellCase {
  const places = new Map<number, Place>();
  let cycles = 0;
  let received = 0;
  const ask = (action: string, body: string, shell?: string): Buffer => {
    const selector = shell === undefined ? "" : `<w:SelectorSet><w:Selector Name="ShellId">${shell}</w:Selector></w:SelectorSet>`;
    const text = envelope(action, resourceUri, body, selector).replace(">153600<", `>${envelopeSize}<`).replace("<s:Body>", `<s:Body xmlns:rsp="${rsp}">`);
    return post("/wsman", text, authorization);
  };
  const next = (connection: number, last: Buffer | undefined): Buffer => {
    const place = places.get(connection) ?? { step: "delete", shell: "", command: "" };
    places.set(connection, place);
    if (last === undefined || place.step === "delete") {
      place.step = "create";
      return ask(`${transfer}/Create`, "<rsp:Shell><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>");
    }
    if (place.step === "create") {
      place.shell = between(last, 'Name="ShellId">');
      place.step = "command";
      return ask(`${rsp}/Command`, `<rsp:CommandLine><rsp:Command>${line}</rsp:Command></rsp:CommandLine>`, place.shell);
    }
    if (place.step === "command") place.command = between(last, "<rsp:CommandId>");
    else received += outputOctets(last);
    if (place.step === "receive" && last.includes("CommandState/Done")) {
      place.step = "delete";
      cycles++;
      return ask(`${transfer}/Delete`, "", place.shell);
    }
    place.step = "receive";
    return ask(`${rsp}/Receive`, `<rsp:Receive><rsp:DesiredStream CommandId="${place.command}">stdout stderr</rsp:DesiredStream></rsp:Receive>`, place.shell);
  };
  return {
    name: line, next,
    // The answer to a Delete: nothing is left behind.
    mayEnd: (last) => last === undefined || !(last.includes("ShellId") || last.includes("CommandId")),
    cycles: () => cycles,
    received: () => received,
  };
}

function between(answer: Buffer, mark: string): string {
  const from = answer.indexOf(mark);
  if (from < 0) throw new Error(`no ${mark} in ${answer.toString("utf8", 0, 2000)}`);
  return answer.toString("latin1", from + mark.length, answer.indexOf("<", from + mark.length));
}

/** Octets that the base64 of all streams stands for. */
function outputOctets(answer: Buffer): number {
  let sum = 0;
  for (let at = answer.indexOf("<rsp:Stream "); at >= 0; at = answer.indexOf("<rsp:Stream ", at)) {
    const from = answer.indexOf(">", at) + 1;
    const end = answer.indexOf("<", from);
    let padding = 0;
    while (end - padding > from && answer[end - padding - 1] === 0x3d) padding++;
    sum += ((end - from) / 4) * 3 - padding;
    at = end;
  }
  return sum;
}
