import { createHash } from "node:crypto";
import { headerChanges, type HeaderChanges } from "./header-changes.js";
import { mergeReceives, type WrittenExchange } from "./merge-receives.js";
import { prettyXml } from "./pretty-xml.js";
import type { Exchange } from "./recording-proxy.js";

/** Octets of a stream, or characters of one text, that a transcript still shows as they are. */
const longest = 300;
/** Exchanges that a repeated part has at most. */
const longestPart = 12;

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;
const summary = (octets: Buffer): string => `(${octets.length} octets, SHA-256 ${createHash("sha256").update(octets).digest("hex").slice(0, 16)})`;

/**
 * What went over the wire, as text that is the same in every run: ids are numbered in the order of their first appearance, times, ports,
 * process ids and folders have names in their place, streams are decoded. A SOAP header that is as in the message before is left out.
 * @param names what to write for texts that differ from run to run, such as the path of a scratch folder
 */
export function clientTranscript(exchanges: readonly Exchange[], names: Readonly<Record<string, string>>): string {
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    const key = id.toLowerCase();
    if (!ids.has(key)) ids.set(key, `ID-${ids.size + 1}`);
    return ids.get(key)!;
  };
  const writing: Writing = { named, names, requestHeaders: headerChanges(), answerHeaders: headerChanges() };
  let parts: readonly string[] = mergeReceives(exchanges).map((exchange) => exchangeText(exchange, writing));
  // What is repeated may be made of what is repeated.
  for (let before = Infinity; parts.length < before; ) {
    before = parts.length;
    parts = collapse(parts);
  }
  return parts.join("\n");
}

interface Writing {
  readonly named: (id: string) => string;
  readonly names: Readonly<Record<string, string>>;
  readonly requestHeaders: HeaderChanges;
  readonly answerHeaders: HeaderChanges;
}

function exchangeText(exchange: WrittenExchange, { named, names, requestHeaders, answerHeaders }: Writing): string {
  const id = /MessageID[^>]*>([^<]*)</u.exec(exchange.requestBody)?.[1];
  const answered = (xml: string): string => xml.replace(/(<a:RelatesTo>)([^<]*)/u, (_, start: string, value: string) => start + (value === id ? "MESSAGE" : "ANOTHER MESSAGE"));
  const scheme = exchange.requestHeaders.authorization?.split(" ")[0] ?? "no authorization";
  const type = exchange.requestHeaders["content-type"] ?? "no content type";
  const request = `> ${exchange.method} ${exchange.path} (${scheme}; ${type})${exchange.isMerged ? ", once or more" : ""}\n> ${exchange.action === "" ? "no action" : exchange.action}`;
  const answer = `< ${exchange.status} (${exchange.answerHeaders["content-type"] ?? "no content type"})`;
  const body = (xml: string, shortened: HeaderChanges): string => (xml === "" ? "" : `\n${shortened(prettyXml(masked(xml, named, names)).split("\n")).join("\n")}`);
  return `${request}${body(exchange.requestBody, requestHeaders)}\n${answer}${body(answered(exchange.answerBody), answerHeaders)}\n`;
}

function masked(xml: string, named: (id: string) => string, names: Readonly<Record<string, string>>): string {
  let text = xml
    .replaceAll(/(<(\w+:)?MessageID[^>]*>)[^<]*/gu, "$1MESSAGE")
    .replaceAll(/(<(?:\w+:)?ActivityId[^>]*>)[^<]*/gu, "$1ACTIVITY")
    .replaceAll(/(<(?:\w+:)?(?:ShellRunTime|ShellInactivity)>)[^<]*/gu, "$1TIME")
    .replaceAll(/(<(?:\w+:)?ProcessId>)[^<]*/gu, "$1PROCESS")
    .replaceAll(/(http:\/\/(?:127\.0\.0\.1|localhost)):\d+/gu, "$1:PORT")
    .replaceAll(/(-encodedcommand )([\w+/=]+)/giu, (_, option: string, data: string) => option + escaped(JSON.stringify(Buffer.from(data, "base64").toString("utf16le"))))
    .replaceAll(/(<(?:rsp:)?Stream [^>]*>)([^<]+)/gu, (_, start: string, data: string) => start + streamText(data));
  for (const [found, name] of Object.entries(names)) text = text.replaceAll(found, name);
  // Before anything is summed up: a long command may name an id.
  text = text.replaceAll(guid, named);
  text = text.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, (whole, data: string) => (data.length > longest ? `<![CDATA[${summary(Buffer.from(data))}]]>` : whole));
  return text.replaceAll(/[^<>]+/gu, (run) => (run.length > longest && !run.includes("xmlns") ? summary(Buffer.from(run)) : run));
}

/** As text where it is text, with line ends and what is no text written as escapes. */
function streamText(data: string): string {
  const octets = Buffer.from(data, "base64");
  if (octets.length > longest) return summary(octets);
  const text = octets.toString("utf8");
  if (!Buffer.from(text).equals(octets)) return `hex:${octets.toString("hex")}`;
  return escaped(JSON.stringify(text).slice(1, -1));
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Parts that follow each other and differ in nothing but ids and summaries are written once, with how often they came. */
function collapse(parts: readonly string[]): readonly string[] {
  const alike = parts.map((part) => part.replaceAll(/ID-\d+/gu, "ID").replaceAll(/SHA-256 \w+/gu, ""));
  const written: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const { length, times } = repetition(alike, at);
    written.push(...parts.slice(at, at + length));
    if (times > 1) written.push(`(the ${length} entries before this line: ${times} times in all, with other ids and data)\n`);
    at += length * times;
  }
  return written;
}

/** The shortest part at a place that is repeated at least twice more, or one exchange. */
function repetition(alike: readonly string[], at: number): { readonly length: number; readonly times: number } {
  for (let length = 1; length <= longestPart; length++) {
    const same = (offset: number): boolean => alike.slice(at, at + length).every((part, index) => part === alike[at + offset + index]);
    let times = 1;
    while (same(times * length)) times++;
    if (times > 2) return { length, times };
  }
  return { length: 1, times: 1 };
}
