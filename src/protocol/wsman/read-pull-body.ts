import { fail, ok, type Result } from "../../base/result.js";
import { nextChild, readText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { openBody } from "./body-scanner.js";
import { readMode, readPositive, readTime } from "./enumeration-values.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import type { PullBody, WsmanRequest } from "./request.js";

type Draft = { -readonly [Key in keyof Omit<PullBody, "context">]: PullBody[Key] } & { context: string | undefined };

/** Reads n:Pull (WS-Enumeration 3.2). */
export function readPullBody(request: WsmanRequest): Result<PullBody, Fault> {
  const open = openBody(request, "Pull");
  if (!open.ok) return open;
  const scanner = open.value;
  const draft: Draft = { context: undefined, maxElements: 1, maxTime: undefined, maxCharacters: undefined, mode: undefined };
  const depth = scanner.depth;
  while (nextChild(scanner, depth)) {
    const fault = readChild(scanner, draft);
    if (fault !== undefined) return fail(fault);
  }
  const { context, maxElements, maxTime, maxCharacters, mode } = draft;
  return context === undefined || context === "" ? fail(noContext("Pull")) : ok({ context, maxElements, maxTime, maxCharacters, mode });
}

function readChild(scanner: XmlScanner, draft: Draft): Fault | undefined {
  const { namespace, localName } = scanner;
  const label = `n:${localName}`;
  if (namespace === namespaces.w && localName === "EnumerationMode") return take(readMode(trimSpace(readText(scanner))), (value) => (draft.mode = value));
  if (namespace !== namespaces.n) scanner.skipElement();
  else if (localName === "EnumerationContext") draft.context = trimSpace(readText(scanner));
  else if (localName === "MaxElements") return take(readPositive(label, trimSpace(readText(scanner))), (value) => (draft.maxElements = value));
  else if (localName === "MaxCharacters") return take(readPositive(label, trimSpace(readText(scanner))), (value) => (draft.maxCharacters = value));
  else if (localName === "MaxTime") return take(readTime(label, trimSpace(readText(scanner))), (value) => (draft.maxTime = value));
  else scanner.skipElement();
  return undefined;
}

function take<T>(read: Result<T, Fault>, set: (value: T) => void): Fault | undefined {
  if (!read.ok) return read.error;
  set(read.value);
  return undefined;
}

/** A Pull or Release that does not say what of. */
export function noContext(name: string): Fault {
  return { name: "invalidEnumerationContext", message: `The n:${name} has no n:EnumerationContext; send the one of the last answer.` };
}
