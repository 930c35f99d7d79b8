import { ownCopy } from "../../base/own-copy.js";
import { readPlainText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { schemaFault } from "./body-scanner.js";
import { parseDuration } from "./duration.js";
import { ElementPart } from "./element-part.js";
import type { Fault } from "./fault.js";
import { quote } from "./quote.js";
import type { ChildReader } from "./read-children.js";
import { readStreamNames } from "./read-stream-names.js";
import type { RequestBody } from "./request.js";

/** Text and nothing else, white space kept. What is read outlives the message: a shell or a command keeps it. */
export const text = (set: (value: string) => void): ChildReader => (scanner, label) => {
  const value = readPlainText(scanner);
  if (value === undefined) return holdsElement(label);
  set(ownCopy(value));
  return undefined;
};

/** A span of time in milliseconds, also none. */
export const duration = (set: (milliseconds: number) => void): ChildReader => (scanner, label) => {
  const value = readPlainText(scanner);
  if (value === undefined) return holdsElement(label);
  const milliseconds = parseDuration(trimSpace(value));
  if (milliseconds === undefined) return schemaFault(`The element ${label} has the value ${quote(trimSpace(value))}; send an xs:duration of days or smaller units, such as PT60S.`);
  set(milliseconds);
  return undefined;
};

/** Names of streams with spaces between them. */
export const streamNames = (set: (names: readonly string[]) => void): ChildReader => (scanner, label) => {
  const value = readPlainText(scanner);
  if (value === undefined) return holdsElement(label);
  const names = readStreamNames(label, value);
  if (!names.ok) return names.error;
  set(names.value);
  return undefined;
};

/** An element that is not ours to read. */
export const part = (set: (value: RequestBody) => void): ChildReader => (scanner: XmlScanner) => {
  set(new ElementPart(scanner));
  return undefined;
};

/** An element where only text may be. */
export function holdsElement(label: string): Fault {
  return schemaFault(`The element ${label} holds an element where only text may be; send text.`);
}
