import { fail, ok, type Result } from "../../base/result.js";
import { nextChild, readText, trimSpace } from "../soap/text-content.js";
import { openBody } from "./body-scanner.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { noContext } from "./read-pull-body.js";
import type { WsmanRequest } from "./request.js";

/** Reads n:Release (WS-Enumeration 3.5). */
export function readReleaseBody(request: WsmanRequest): Result<{ readonly context: string }, Fault> {
  const open = openBody(request, "Release");
  if (!open.ok) return open;
  const scanner = open.value;
  const depth = scanner.depth;
  let context = "";
  while (nextChild(scanner, depth)) {
    if (scanner.is(namespaces.n, "EnumerationContext")) context = trimSpace(readText(scanner));
    else scanner.skipElement();
  }
  return context === "" ? fail(noContext("Release")) : ok({ context });
}
