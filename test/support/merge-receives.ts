import type { Exchange } from "./recording-proxy.js";

/** An exchange as it is written down. */
export interface WrittenExchange extends Exchange {
  readonly action: string;
  /** `true`: it stands for one or more Receives of the same command. */
  readonly isMerged: boolean;
}

const textOf = (element: string, xml: string): string | undefined => new RegExp(`<(?:\\w+:)?${element}[^>]*>([^<]*)<`, "u").exec(xml)?.[1];
const stream = /<rsp:Stream Name="([^"]*)"([^>]*?)(?:\/>|>([^<]*)<\/rsp:Stream>)/gu;

const isTimedOut = ({ answerBody }: Exchange): boolean => answerBody.includes('Code="2150858793"');

/**
 * How often a client has to receive, and where output is cut, differs from run to run. So all Receives of a command become one, which
 * stands where the first was asked, right behind its Command, and answers with all that the streams carried: `TimedOut` in between is
 * left out, unless nothing else was ever answered, and so is the fault of a Receive that was under way when its command was ended. A fault
 * for one that was asked on its own stands where it was asked.
 */
export function mergeReceives(exchanges: readonly Exchange[]): readonly WrittenExchange[] {
  const written: WrittenExchange[] = [];
  const received = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const action = textOf("Action", exchange.requestBody) ?? "";
    const command = action.endsWith("/shell/Receive") ? /CommandId="([^"]*)"/u.exec(exchange.requestBody)?.[1] : undefined;
    if (command === undefined || (exchange.status !== 200 && !isTimedOut(exchange) && !exchange.overlaps)) {
      written.push({ ...exchange, action, isMerged: false });
      continue;
    }
    const same = received.get(command);
    if (same === undefined) received.set(command, [exchange]);
    else same.push(exchange);
  }
  for (const [command, receives] of received) {
    const begun = written.findIndex(({ action, answerBody }) => action.endsWith("/shell/Command") && textOf("CommandId", answerBody) === command);
    const merged = mergedAnswer(receives);
    written.splice(begun === -1 ? written.length : begun + 1, 0, { ...merged, action: textOf("Action", merged.requestBody)!, isMerged: begun !== -1 });
  }
  return written;
}

/** @param receives of one command, at least one */
function mergedAnswer(receives: readonly Exchange[]): Exchange {
  const answers = receives.filter(({ status }) => status === 200);
  const last = answers.at(-1) ?? receives.at(-1)!;
  if (last.status !== 200) return last;
  const data = new Map<string, { readonly pieces: Buffer[]; end: string }>();
  let attributes = "";
  for (const { answerBody } of answers) {
    for (const [, name, others = "", octets = ""] of answerBody.matchAll(stream)) {
      const of = data.get(name!) ?? { pieces: [], end: "" };
      attributes = others.replace(/ End="[^"]*"/u, "");
      of.end ||= / End="[^"]*"/u.exec(others)?.[0] ?? "";
      of.pieces.push(Buffer.from(octets, "base64"));
      data.set(name!, of);
    }
  }
  const streams = [...data].sort(([one], [other]) => (one < other ? 1 : -1)).map(([name, { pieces, end }]) => `<rsp:Stream Name="${name}"${attributes}${end}>${Buffer.concat(pieces).toString("base64")}</rsp:Stream>`);
  // Where the streams stood; an answer that only says the state has its place for them too.
  const without = last.answerBody.replaceAll(stream, "");
  return { ...last, answerBody: without.replace(/<rsp:ReceiveResponse[^>]*>/u, (start) => start + streams.join("")) };
}
