import { ownCopy } from "../../base/own-copy.js";
import type { AccessEntry } from "../../pipeline/pipeline-settings.js";
import { isoTime } from "./iso-time.js";
import { jsonText, jsonTextOfFew } from "./json-text.js";
import type { LogFormat } from "./log-format.js";

/** Written when so much has gathered, or after so long. Octets, milliseconds. */
const blockSize = 64 * 1024;
const longestWait = 200;

/**
 * One line per request: who, what, with what result, how long; never bodies, never secrets. Lines gather into blocks, because a write
 * for each costs a third of the host's speed.
 */
export class AccessLog {
  readonly #format: LogFormat;
  readonly #write: (block: string) => void;
  #block = "";
  #timer: NodeJS.Timeout | undefined;
  #last: Alike | undefined;

  constructor(format: LogFormat, write: (block: string) => void) {
    this.#format = format;
    this.#write = write;
  }

  add(entry: AccessEntry): void {
    this.#block += this.#format === "json" ? jsonLine(entry, this.#alike(entry)) : `${textLine(entry)}\n`;
    if (this.#block.length >= blockSize) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), longestWait).unref();
  }

  #alike(entry: AccessEntry): string {
    if (this.#last === undefined || !isAlike(this.#last.of, entry)) this.#last = { of: { ...entry, action: own(entry.action), resourceUri: own(entry.resourceUri) }, text: textOfAlike(entry) };
    return this.#last.text;
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#block === "") return;
    const block = this.#block;
    this.#block = "";
    this.#write(block);
  }
}

const quoted = (text: string | undefined): string => (text === undefined ? "null" : jsonText(text));
const ofFew = (text: string | undefined): string => (text === undefined ? "null" : jsonTextOfFew(text));

/** With one decimal place. */
function tenths(milliseconds: number): string {
  const count = Math.round(milliseconds * 10);
  return `${Math.floor(count / 10)}.${count % 10}`;
}

/** What requests in a row have alike: nearly all of a line, when one client asks again and again. */
interface Alike {
  readonly of: AccessEntry;
  readonly text: string;
}

/** A copy: what a message said must not keep the message until something else is said. */
const own = (text: string | undefined): string | undefined => (text === undefined ? undefined : ownCopy(text));

const isAlike = (a: AccessEntry, b: AccessEntry): boolean =>
  a.action === b.action && a.resourceUri === b.resourceUri && a.user === b.user && a.client === b.client && a.plugin === b.plugin && a.result === b.result &&
  a.status === b.status && a.subStatus === b.subStatus && a.path === b.path && a.method === b.method;

const textOfAlike = (entry: AccessEntry): string =>
  `,"client":${ofFew(entry.client)},"user":${ofFew(entry.user)},"method":${ofFew(entry.method)},"path":${ofFew(entry.path)},"action":${ofFew(entry.action)},` +
  `"resourceUri":${ofFew(entry.resourceUri)},"plugin":${ofFew(entry.plugin)},"result":${ofFew(entry.result)},"status":${entry.status}${entry.subStatus === undefined ? "" : `,"subStatus":${entry.subStatus}`},"milliseconds":`;

function jsonLine(entry: AccessEntry, alike: string): string {
  return (
    `{"timestamp":"${isoTime(entry.time)}","level":"info","message":"request","activityId":"${entry.activityId}"${alike}${tenths(entry.milliseconds)}` +
    `${entry.messageId === undefined ? "" : `,"messageId":${quoted(entry.messageId)}`}${entry.errorId === undefined ? "" : `,"errorId":${quoted(entry.errorId)}`}${entry.proxyLogId === undefined ? "" : `,"proxyLogId":${quoted(entry.proxyLogId)}`}}\n`
  );
}

/** Text of strangers in a readable log: quoted when it holds anything that could forge a line or a field. */
const word = (text: string | undefined): string => (text === undefined || text === "" ? "-" : /^[!#-~]+$/u.test(text) ? text : jsonText(text));

function textLine(entry: AccessEntry): string {
  return (
    `${isoTime(entry.time)} info  request ${entry.activityId} ${word(entry.client)} ${word(entry.user)} ${word(entry.method)} ${word(entry.path)} ` +
    `${word(entry.action)} ${word(entry.resourceUri)} ${word(entry.plugin)} ${word(entry.result)} ${entry.status}${entry.subStatus === undefined ? "" : `.${entry.subStatus}`} ${tenths(entry.milliseconds)} ms` +
    `${entry.errorId === undefined ? "" : ` ${entry.errorId}`}${entry.proxyLogId === undefined ? "" : ` proxy=${word(entry.proxyLogId)}`}`
  );
}
