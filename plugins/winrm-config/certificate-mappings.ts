import {
  checkSelectors, childElements, elementsOf, failure, OperationFailure, textOf, type CertificateMappingInformation, type Created, type HostInformation, type SelectorSet, type XmlElement,
} from "wsmanor/sdk";
import { readBoolean } from "./editable-settings.js";
import { change, invalid, missing, unchangeable } from "./edit.js";
import { certificateMappingUri } from "./element.js";

const cert = elementsOf(certificateMappingUri, "cert");

export const mappingSelectorNames = ["Issuer", "Subject", "URI"] as const;

/** Which resources somebody may use is for the authorization plug-in to say: a mapping is for all of them. */
const everyUri = "*";

/** One mapping, with the elements that Windows writes and in their order. A password is never shown, because there is none. */
export function writeMapping({ issuer, subject, userName, enabled }: CertificateMappingInformation): XmlElement {
  const { attributes, ...rest } = cert("CertMapping",
    cert("URI", everyUri), cert("Subject", subject), cert("Issuer", issuer), cert("UserName", userName), cert("Enabled", enabled), cert("Password"));
  return { ...rest, attributes: [...attributes, { name: "lang", namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml", value: "en-US" }] };
}

/** What tells one mapping from another. */
export const mappingSelectors = ({ issuer, subject }: Pick<CertificateMappingInformation, "issuer" | "subject">): readonly (readonly [string, string])[] =>
  [["Issuer", issuer], ["Subject", subject], ["URI", everyUri]];

export async function createMapping(host: HostInformation, selectors: SelectorSet, body: XmlElement): Promise<Created | OperationFailure> {
  const key = keyOf(selectors);
  if (key instanceof OperationFailure) return key;
  const values = readValues(body, key);
  if (values instanceof OperationFailure) return values;
  if (find(host, key) !== undefined) return failure("already-exists", { message: `There is a mapping for the issuer ${key.issuer} and the subject ${key.subject} already.` });
  if (values.userName === undefined) return missing("UserName says whose account a client with such a certificate has.");
  const mapping = { ...key, userName: values.userName, enabled: values.enabled ?? true };
  return (await change(host, [{ kind: "add-certificate-mapping", mapping }])) ?? { selectors: mappingSelectors(mapping) };
}

export async function putMapping(host: HostInformation, selectors: SelectorSet, body: XmlElement): Promise<XmlElement | OperationFailure> {
  const current = currentOf(host, selectors);
  if (current instanceof OperationFailure) return current;
  const values = readValues(body, current);
  if (values instanceof OperationFailure) return values;
  const { userName = current.userName, enabled = current.enabled } = values;
  const wish = { ...(userName === current.userName ? {} : { userName }), ...(enabled === current.enabled ? {} : { enabled }) };
  if (Object.keys(wish).length === 0) return writeMapping(current);
  const { issuer, subject } = current;
  return (await change(host, [{ kind: "change-certificate-mapping", mapping: { issuer, subject, ...wish } }])) ?? writeMapping({ issuer, subject, userName, enabled });
}

export async function deleteMapping(host: HostInformation, selectors: SelectorSet): Promise<OperationFailure | undefined> {
  const current = currentOf(host, selectors);
  if (current instanceof OperationFailure) return current;
  return change(host, [{ kind: "remove-certificate-mapping", mapping: { issuer: current.issuer, subject: current.subject } }]);
}

type Key = Pick<CertificateMappingInformation, "issuer" | "subject">;

function currentOf(host: HostInformation, selectors: SelectorSet): CertificateMappingInformation | OperationFailure {
  const refusal = checkSelectors(selectors, mappingSelectorNames);
  if (refusal !== undefined) return refusal;
  const key = { issuer: selectors.get("Issuer")!, subject: selectors.get("Subject")! };
  return (selectors.get("URI") === everyUri ? find(host, key) : undefined) ??
    failure("not-found", { message: `There is no certmapping with Issuer=${key.issuer}, Subject=${key.subject} and URI=${selectors.get("URI") ?? ""}.` });
}

const find = (host: HostInformation, { issuer, subject }: Key): CertificateMappingInformation | undefined =>
  host.certificateMappings().find((mapping) => mapping.issuer.toLowerCase() === issuer.toLowerCase() && mapping.subject.toLowerCase() === subject.toLowerCase());

/** Of a mapping that is to be made. */
function keyOf(selectors: SelectorSet): Key | OperationFailure {
  const refusal = checkSelectors(selectors, mappingSelectorNames);
  if (refusal !== undefined) return refusal;
  const wrong = (message: string): OperationFailure => failure("invalid-selectors", { detail: "invalid-value", message });
  const issuer = selectors.get("Issuer")!.replaceAll(/\s/gu, "").toUpperCase();
  const subject = selectors.get("Subject")!.trim();
  if (!/^[0-9A-F]{40}$/u.test(issuer)) return wrong("Issuer is the SHA-1 thumbprint of the certificate that issues those of the clients: 40 hexadecimal digits.");
  if (subject === "" || subject.includes("*", 1)) return wrong("Subject is a name as the certificate has it, such as alice@example.com; * may stand at its beginning for any text, and nowhere else.");
  if (selectors.get("URI") !== everyUri) return wrong("URI is * here: a mapping is for every resource. Which of them a user may use is for an authorization plug-in to say.");
  return { issuer, subject };
}

interface Values {
  readonly userName?: string;
  readonly enabled?: boolean;
}

/** A password may come, as winrm always sends one; it is nowhere kept: the certificate alone signs in. */
function readValues(body: XmlElement, { issuer, subject }: Key): Values | OperationFailure {
  if (body.name.toLowerCase() !== "certmapping") return missing(`A mapping is <CertMapping>, not <${body.name}>.`);
  const fixed = new Map([["URI", everyUri], ["Subject", subject], ["Issuer", issuer]]);
  const values: { userName?: string; enabled?: boolean } = {};
  for (const child of childElements(body)) {
    const text = textOf(child).trim();
    const own = fixed.get(child.name);
    if (own !== undefined) {
      if (text.toLowerCase() !== own.toLowerCase()) return unchangeable(`${child.name} is what tells mappings apart, and cannot be another than the selector says; create a new one and delete this.`);
    } else if (child.name === "UserName") {
      if (text === "") return invalid("UserName is empty.");
      values.userName = text;
    } else if (child.name === "Enabled") {
      const enabled = readBoolean(text);
      if (enabled === undefined) return invalid(`Enabled is "${text}", which is neither true nor false.`);
      values.enabled = enabled;
    } else if (child.name !== "Password") return invalid(`<${child.name}> is nothing that a mapping has: there are URI, Subject, Issuer, UserName, Enabled, Password.`);
  }
  return values;
}
