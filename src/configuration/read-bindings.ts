import { pathOf, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { checkClientCertificate, checkIdleProxy, checkProxy } from "./check-proxy.js";
import { didYouMean } from "./did-you-mean.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { BindingConfiguration, ProxyDeclaration } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { parseBinding } from "./parse-binding.js";
import type { Report } from "./report.js";
import { placeOf, type Spot } from "./source-file.js";

/** A binding and where it is written. */
export interface BindingDraft extends BindingConfiguration {
  readonly spot: Spot;
}

const protocols = ["http", "https"] as const;

/** Reads the bindings of a site; those that cannot be served are reported and left out. */
export function readBindings(bindings: EffectiveElement | undefined, workspace: ConfigurationWorkspace, report: Report): readonly BindingDraft[] {
  return (bindings?.entries ?? []).map((entry) => readBinding(entry, workspace, report)).filter((binding) => binding !== undefined);
}

function readBinding(entry: EffectiveElement, workspace: ConfigurationWorkspace, report: Report): BindingDraft | undefined {
  const reader = new SettingsReader(entry.schema, [entry]);
  const writtenProtocol = reader.written("protocol");
  const information = reader.written("bindingInformation");
  if (writtenProtocol === undefined || information === undefined) return undefined;
  const protocol = protocols.find((known) => known === writtenProtocol.text.trim().toLowerCase());
  if (protocol === undefined) {
    const meant = didYouMean(writtenProtocol.text, protocols);
    const finding = { rule: "unsupported-protocol", message: `The protocol "${writtenProtocol.text}" cannot be served.`, allowed: "Allowed: http, https.", code: hresults.notSupported };
    report.error({ ...finding, ...(meant === undefined ? {} : { didYouMean: meant }) }, writtenProtocol.spot);
  }
  const parsed = parseBinding(information.text);
  if (!parsed.ok) {
    report.error(
      {
        rule: "invalid-binding",
        message: `The binding "${information.text}" cannot be used: ${parsed.error}.`,
        allowed: "Allowed: address:port:host. The address is * for all, an IPv4 address, or an IPv6 address in brackets; the host may be empty.",
        code: hresults.invalidData,
      },
      information.spot,
    );
  }
  if (protocol === undefined || !parsed.ok) return undefined;
  const proxy = readProxy(entry.elements.get("proxy"), reader.child("proxy"), workspace, report);
  const clientCertificate = reader.text("clientCertificate") as BindingConfiguration["clientCertificate"];
  checkClientCertificate({ protocol, clientCertificate, proxy }, entry, report);
  const certificate = protocol === "https" ? readCertificate(entry, reader, workspace, report) : undefined;
  return {
    protocol, ...parsed.value, sslFlags: reader.number("sslFlags"), certificate,
    clientCertificate,
    trustedIssuersFile: readFile("trustedIssuersFile", reader, workspace, report),
    revocationListFile: readFile("revocationListFile", reader, workspace, report),
    proxy,
    place: placeOf(information.spot), spot: information.spot,
  };
}

function readCertificate(entry: EffectiveElement, reader: SettingsReader, workspace: ConfigurationWorkspace, report: Report): BindingConfiguration["certificate"] {
  const certificateFile = readFile("certificateFile", reader, workspace, report);
  if (reader.written("certificateFile") === undefined) {
    report.error(
      {
        rule: "https-without-certificate",
        message: "An https binding needs a certificate.",
        remedy: 'Add certificateFile="server.pem" keyFile="server.key" (PEM, relative to this file).',
        code: hresults.notFound,
      },
      entry.spot,
    );
  }
  const keyFile = reader.written("keyFile") === undefined ? certificateFile : readFile("keyFile", reader, workspace, report);
  const passphraseFile = readFile("passphraseFile", reader, workspace, report);
  return certificateFile === undefined || keyFile === undefined ? undefined : { certificateFile, keyFile, passphraseFile };
}

function readProxy(element: EffectiveElement | undefined, reader: SettingsReader, workspace: ConfigurationWorkspace, report: Report): ProxyDeclaration | undefined {
  const kind = reader.text("kind");
  if (element === undefined || kind === "none") {
    checkIdleProxy(element, report);
    return undefined;
  }
  const [header, environment] = [reader.text("tokenHeader"), reader.text("tokenEnvironment")];
  const file = readFile("tokenFile", reader, workspace, report);
  const proxy: ProxyDeclaration = {
    kind: kind as ProxyDeclaration["kind"],
    from: reader.text("from").split(",").map((part) => part.trim()).filter((part) => part !== ""),
    token: header === "" ? undefined : { header, environment: environment === "" ? undefined : environment, file },
    hops: reader.number("hops"),
    oneToOne: reader.flag("oneToOne"),
    forwardsUser: reader.flag("forwardsUser"),
    pathPrefix: reader.text("pathPrefix"),
    place: placeOf(element.spot),
  };
  checkProxy(proxy, element, reader, workspace, report);
  return proxy;
}

/** A file that an attribute names; it has to be there. */
function readFile(name: string, reader: SettingsReader, workspace: ConfigurationWorkspace, report: Report): string | undefined {
  const written = reader.written(name);
  if (written === undefined || written.text === "") return undefined;
  const path = pathOf(written, workspace, report);
  if (path === undefined || workspace.files.kind(path) === "file") return path;
  report.error({ rule: "file-not-found", message: `The ${name} "${written.text}" is not a file that can be read.`, remedy: "Names are relative to the file they stand in.", code: hresults.notFound }, written.spot);
  return undefined;
}
