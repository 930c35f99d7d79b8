import { checkSelectors, childElements, failure, OperationFailure, textOf, type Created, type HostInformation, type ListenerInformation, type SelectorSet, type XmlElement } from "wsmanor/sdk";
import { readBoolean } from "./editable-settings.js";
import { change, invalid, missing, unchangeable } from "./edit.js";
import { listenerSelectors, writeListener } from "./listeners.js";

/** Leaf elements of a listener, by name. */
type Values = ReadonlyMap<string, string>;

const known = ["Address", "Transport", "Port", "Hostname", "Enabled", "URLPrefix", "CertificateThumbprint", "ListeningOn"];

export async function createListener(host: HostInformation, selectors: SelectorSet, body: XmlElement): Promise<Created | OperationFailure> {
  const wanted = keyOf(selectors) ?? readValues(body);
  if (wanted instanceof OperationFailure) return wanted;
  const key = { address: selectors.get("Address")!, transport: selectors.get("Transport")!.toUpperCase() as ListenerInformation["transport"] };
  if (!/^(?:\*|IP:.+)$/iu.test(key.address) || (key.transport !== "HTTP" && key.transport !== "HTTPS")) {
    return failure("invalid-selectors", { detail: "invalid-value", message: "Address is * or IP:… (a MAC address names no binding), Transport is HTTP or HTTPS." });
  }
  if (find(host, selectors) !== undefined) return failure("already-exists", { message: `There is a listener ${key.address} ${key.transport} already.` });
  const problem = fixed(wanted, new Map([["Address", key.address], ["Transport", key.transport], ["Enabled", "true"], ["URLPrefix", host.settings().urlPrefix]]));
  if (problem !== undefined) return problem;
  const port = readPort(wanted.get("Port") ?? (key.transport === "HTTP" ? "5985" : "5986"));
  if (typeof port !== "number") return port;
  const listener = { ...key, port, hostname: wanted.get("Hostname") ?? "", certificateThumbprint: wanted.get("CertificateThumbprint") ?? "" };
  if (key.transport === "HTTP" && listener.certificateThumbprint !== "") return invalid("An HTTP listener has no CertificateThumbprint.");
  return (await change(host, [{ kind: "add-listener", listener }])) ?? { selectors: listenerSelectors({ ...listener, enabled: true, urlPrefix: "", listeningOn: [] }) };
}

export async function putListener(host: HostInformation, selectors: SelectorSet, body: XmlElement): Promise<XmlElement | OperationFailure> {
  const current = keyOf(selectors) ?? find(host, selectors) ?? noListener(selectors);
  if (current instanceof OperationFailure) return current;
  const wanted = readValues(body);
  if (wanted instanceof OperationFailure) return wanted;
  const { address, transport, certificateThumbprint, urlPrefix } = current;
  const problem = fixed(wanted, new Map([["Address", address], ["Transport", transport], ["Enabled", "true"], ["URLPrefix", urlPrefix], ["CertificateThumbprint", certificateThumbprint], ["ListeningOn", current.listeningOn.join(",")]]));
  if (problem !== undefined) return problem;
  const port = readPort(wanted.get("Port") ?? String(current.port));
  if (typeof port !== "number") return port;
  const hostname = wanted.get("Hostname") ?? current.hostname;
  if (port === current.port && hostname === current.hostname) return writeListener(current);
  // A client sends everything back that it got; only what differs was asked for. The port that it got is the one listened on, not the files'.
  const wish = { ...(port === current.port ? {} : { port }), ...(hostname === current.hostname ? {} : { hostname }) };
  return (await change(host, [{ kind: "change-listener", listener: { address, transport }, ...wish }])) ?? writeListener({ ...current, port, hostname });
}

export async function deleteListener(host: HostInformation, selectors: SelectorSet): Promise<OperationFailure | undefined> {
  const current = keyOf(selectors) ?? find(host, selectors) ?? noListener(selectors);
  if (current instanceof OperationFailure) return current;
  return change(host, [{ kind: "remove-listener", listener: { address: current.address, transport: current.transport } }]);
}

const keyOf = (selectors: SelectorSet): OperationFailure | undefined => checkSelectors(selectors, ["Address", "Transport"]);

const find = (host: HostInformation, selectors: SelectorSet): ListenerInformation | undefined =>
  host.listeners().find((listener) => listenerSelectors(listener).every(([name, value]) => selectors.get(name)?.toLowerCase() === value.toLowerCase()));

const noListener = (selectors: SelectorSet): OperationFailure =>
  failure("not-found", { message: `There is no listener with Address=${selectors.get("Address") ?? ""} and Transport=${selectors.get("Transport") ?? ""}.` });

function readValues(body: XmlElement): Values | OperationFailure {
  // winrm names what it creates after the last part of the URI.
  if (body.name.toLowerCase() !== "listener") return missing(`A listener is <Listener>, not <${body.name}>.`);
  const values = new Map<string, string>();
  for (const child of childElements(body)) {
    if (!known.includes(child.name)) return invalid(`<${child.name}> is nothing that a listener has: there are ${known.join(", ")}.`);
    const text = textOf(child).trim();
    values.set(child.name, values.has(child.name) ? `${values.get(child.name)!},${text}` : text);
  }
  return values;
}

/** Refuses what is to be another than it is, or can be. */
function fixed(wanted: Values, only: ReadonlyMap<string, string>): OperationFailure | undefined {
  for (const [name, value] of only) {
    const given = wanted.get(name);
    if (given === undefined || given.toLowerCase() === value.toLowerCase() || (readBoolean(given) === true && value === "true")) continue;
    return unchangeable(`${name} of a listener cannot be ${given === "" ? "empty" : given} here: ${whyFixed[name] ?? `it is ${value === "" ? "empty" : value}`}.`);
  }
  return undefined;
}

const whyFixed: Readonly<Record<string, string>> = {
  Enabled: "a binding that is there is served; delete the listener instead",
  URLPrefix: "it is the path of the application",
  CertificateThumbprint: "the certificate is in the files that the binding names",
};

function readPort(text: string): number | OperationFailure {
  const port = Number(text);
  return /^\d{1,5}$/u.test(text) && port >= 1 && port <= 65_535 ? port : invalid(`Port is "${text}", which is not a number from 1 to 65535.`);
}
