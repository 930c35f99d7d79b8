import type { SwitchDefinition } from "./switch-definition.js";

const define = <const T extends Record<string, SwitchDefinition>>(table: T): T => table;

/** Every switch of the winrm verbs, by name. */
export const winrmSwitches = define({
  remote: { name: "remote", short: "r", value: "[http(s)://]HOST[:PORT][/PREFIX]", help: "the host; without it, the one that runs on this machine" },
  username: { name: "username", short: "u", value: "NAME", help: "account" },
  password: { name: "password", short: "p", value: "PASSWORD", help: "its password; left out, it is asked for without echo" },
  passwordFile: { name: "password-file", value: "FILE", help: "reads the password from the first line of a file; - is standard input" },
  authentication: { name: "authentication", short: "a", value: "SCHEME", choices: ["Basic", "None", "Digest", "Negotiate", "Kerberos", "Certificate", "CredSSP"], help: "Basic (default) or None" },
  format: { name: "format", short: "f", value: "FORMAT", choices: ["text", "xml", "pretty"], help: "text (default), xml on one line, or pretty: indented XML" },
  json: { name: "json", help: "prints JSON without namespaces; errors too" },
  encoding: { name: "encoding", value: "CHARSET", choices: ["utf-8", "utf-16"], help: "of the messages: utf-8 (default) or utf-16" },
  timeout: { name: "timeout", value: "MILLISECONDS", help: "how long the operation may take; 60000 by default" },
  unencrypted: { name: "unencrypted", short: "un", help: "allows a password over plain HTTP to another machine" },
  usessl: { name: "usessl", help: "HTTPS, port 5986" },
  skipCa: { name: "skipCAcheck", help: "does not ask who signed the host's certificate" },
  skipCn: { name: "skipCNcheck", help: "does not ask for which name the host's certificate is" },
  skipRevocation: { name: "skipRevocationcheck", help: "accepted; revocation lists are never asked" },
  options: { name: "options", value: '{K="V";…}', help: "options for the plug-in; a value of $null is nil" },
  selector: { name: "selector", value: "NAME=VALUE", repeatable: true, help: "one more selector, for values that hold + or ?" },
  locale: { name: "locale", value: "LANGUAGE", help: "language of texts; en-US by default" },
  state: { name: "state", value: "DIRECTORY", help: "state directory of the local host" },
  fragment: { name: "fragment", value: "PATH", help: "only the part under this XPath" },
  file: { name: "file", value: "FILE", help: "the XML to send; - is standard input" },
  filter: { name: "filter", value: "TEXT", help: 'which items; WQL unless -dialect says otherwise, {Name="v"} for selector and association' },
  dialect: { name: "dialect", value: "DIALECT", help: "language of -filter or -fragment: wql, selector, association, xpath or a URI" },
  associations: { name: "associations", help: "with -dialect:association, the associations themselves" },
  returntype: { name: "returntype", value: "TYPE", choices: ["object", "epr", "objectandepr"], help: "what comes for each item: object (default), epr or objectandepr" },
  shallow: { name: "shallow", help: "only instances of the class itself" },
  basePropertiesOnly: { name: "BasePropertiesOnly", help: "only the properties of the class itself" },
});

/** winrm has these and we do not; each is refused by name, with what to do instead. */
const refusedSwitches: readonly SwitchDefinition[] = [
  { name: "certificate", short: "c", value: "THUMBPRINT", help: "", refused: "certificate stores are Windows'; use -a:Basic" },
  { name: "defaultCreds", help: "", refused: "there is no Windows logon to take credentials from; use -username" },
  { name: "SPNPort", help: "", refused: "Kerberos is not there yet; use -a:Basic" },
  ...["proxyaccess", "proxyauth", "proxyusername", "proxypassword", "pac"].map((name) => ({ name, value: "VALUE", help: "", refused: "requests go to the host without a proxy" })),
];

const common = [
  "remote", "username", "password", "passwordFile", "authentication", "format", "json", "encoding", "timeout", "unencrypted", "usessl", "skipCa", "skipCn",
  "skipRevocation", "state",
] as const;
const addressed = [...common, "options", "selector", "locale"] as const;

/** The switches of one verb: the common ones, those of verbs with a resource, and its own. */
export function switchesOf(kind: "identify" | "resource", ...own: readonly (keyof typeof winrmSwitches)[]): readonly SwitchDefinition[] {
  const names: readonly (keyof typeof winrmSwitches)[] = kind === "identify" ? common : addressed;
  return [...own, ...names].map((name) => winrmSwitches[name] as SwitchDefinition).concat(refusedSwitches);
}
