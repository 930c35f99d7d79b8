import { faultPlaces, presetNames } from "./mock-script.js";
import { readDuration } from "./read-duration.js";
import { resourceOperations } from "./resource-operation.js";
import { soapFaultOf } from "../faults/soap-fault.js";
import { faultPresets, type FaultPreset } from "./scripted-fault.js";
import { flag, integer, listOf, mapOf, object, onlyTrue, text, word, wrongKind, type Shape } from "./shape.js";

const most32 = 0xffff_ffff;
const mostTimes = 1_000_000;

const duration: Shape = (value, path, report) => {
  if ((typeof value === "string" || typeof value === "number") && readDuration(value) !== undefined) return;
  report({ path, on: "value", rule: "wrong-duration", message: `"${String(path.at(-1))}" is a duration: 250ms, 1.5s, 2m, or a number of milliseconds.` });
};

const regex: Shape = (value, path, report) => {
  text(value, path, report);
  if (typeof value !== "string") return;
  try {
    new RegExp(value, "su");
  } catch (error) {
    report({ path, on: "value", rule: "wrong-regex", message: `"${value}" is not a regular expression: ${(error as Error).message}.` });
  }
};

const pattern = object({ equals: text, startsWith: text, contains: text, regex, ignoreCase: flag }, { oneOf: [["equals", "startsWith", "contains", "regex"]] });

const match: Shape = (value, path, report) => {
  if (typeof value === "string" || typeof value === "function" || value instanceof RegExp) return;
  if (typeof value === "number" || typeof value === "boolean") text(value, path, report);
  else pattern(value, path, report);
};

const base64: Shape = (value, path, report) => {
  text(value, path, report);
  if (typeof value === "string" && !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(value.replace(/\s/gu, ""))) report({ path, on: "value", rule: "wrong-base64", message: "This is not base64." });
};

const octets = object({ base64 }, { required: ["base64"] });
const data: Shape = (value, path, report) => (typeof value === "object" && value !== null && !Array.isArray(value) ? octets : text)(value, path, report);

const subcode: Shape = (value, path, report) => {
  text(value, path, report);
  if (typeof value === "string" && !/^[saxnewpb]:[A-Za-z]{1,100}$/u.test(value)) report({ path, on: "value", rule: "wrong-subcode", message: `"${value}" is not a subcode.`, allowed: "A prefix (s, a, x, n, e, w, p, b), a colon and a name: w:QuotaLimit." });
};

const faultDetails = object({
  preset: word(faultPresets), at: word(["command", "receive"]), times: integer(1, mostTimes), delay: duration, octets: integer(0, most32),
  subcode, class: word(["Sender", "Receiver"]), code: integer(0, most32), detail: text, message: text,
}, { atMostOneOf: [["preset", "subcode"]] });

const fault: Shape = (value, path, report) => (typeof value === "string" ? word(faultPresets) : faultDetails)(value, path, report);

const step = object({ stdout: data, stderr: data, delay: duration }, { oneOf: [["stdout", "stderr", "delay"]] });

const commandReply = object(
  { delay: duration, awaitStdin: flag, stdout: data, stderr: data, output: listOf(step), exitCode: integer(0, most32), fault },
  { atMostOneOf: [["output", "stdout"], ["output", "stderr"]] },
);

const scalar: Shape = (value, path, report) => {
  if (value !== null && !["string", "number", "boolean"].includes(typeof value)) report(wrongKind(value, path, "text, a number, a truth value or null"));
};
const property: Shape = (value, path, report) => (Array.isArray(value) ? listOf(scalar) : scalar)(value, path, report);

const itemKeys = { class: text, properties: mapOf(property), xml: text, selectors: mapOf(text) };
const item = object(itemKeys, { oneOf: [["properties", "xml"]] });

/** Of what is no command: its answer cannot be told from others once it has left the plug-in. */
const soapFault: Shape = (value, path, report) => {
  fault(value, path, report);
  const preset = typeof value === "object" && value !== null && "preset" in value ? value.preset : value;
  if (faultPresets.some((known) => known === preset) && soapFaultOf(preset as FaultPreset) === undefined) {
    report({ path, on: "value", rule: "fault-not-here", message: `"${String(preset)}" is done to a connection, which a reply has no hold on.`, remedy: "Put it under faults: { on: enumerate, fault: … }." });
  }
};

const queryReply = object({ delay: duration, items: listOf(item), fault: soapFault });
const resourceReply = object({ ...itemKeys, delay: duration, items: listOf(item), fault: soapFault }, { atMostOneOf: [["properties", "xml", "items"]] });

const replying = (reply: Shape): Readonly<Record<string, Shape>> => ({
  reply: (value, path, report) => (typeof value === "function" ? undefined : reply(value, path, report)),
  replies: listOf(reply, { notEmpty: true }),
});
const replies = { oneOf: [["reply", "replies"]] } as const;

const uri: Shape = (value, path, report) => {
  text(value, path, report);
  if (typeof value === "string" && /\*./su.test(value)) report({ path, on: "value", rule: "wrong-uri", message: `In "${value}" something follows the star.`, remedy: "A star stands at the end only." });
};

const count = integer(0, mostTimes);

const server: Shape = (value, path, report) => {
  text(value, path, report);
  if (typeof value === "string" && !/^(?:[!-~](?:[ -~]*[!-~])?)?$/u.test(value)) report({ path, on: "value", rule: "wrong-server", message: "This cannot be sent in an HTTP header.", allowed: "Letters, digits, spaces and punctuation of ASCII, as in Microsoft-HTTPAPI/2.0." });
};

/** Of the whole script. */
export const scriptShape: Shape = object({
  preset: word(presetNames),
  identify: object({ vendor: text, version: text, anonymousVersion: text, server }),
  users: mapOf(text),
  commands: listOf(object({ match, ...replying(commandReply) }, { ...replies, required: ["match"] })),
  queries: listOf(object({ match, namespace: text, ...replying(queryReply) }, { ...replies, required: ["match"] })),
  resources: listOf(object({
    uri, selectors: mapOf(text), operation: word(resourceOperations), method: text, body: match, ...replying(resourceReply),
  }, { ...replies, required: ["uri"] })),
  faults: listOf(object({ on: word(faultPlaces), match, uri, after: count, times: integer(1, mostTimes), fault }, { required: ["on", "fault"] })),
  otherwise: commandReply,
  expect: listOf(object({
    ran: match, queried: match,
    called: object({ uri, operation: word(resourceOperations), method: text, selectors: mapOf(text) }),
    noShellLeaked: onlyTrue, nothingUnmatched: onlyTrue, times: count, atLeast: count, atMost: count,
  }, { oneOf: [["ran", "queried", "called", "noShellLeaked", "nothingUnmatched"]], atMostOneOf: [["times", "atLeast"], ["times", "atMost"]] })),
});
