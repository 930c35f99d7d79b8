import { fromBase64, toBase64 } from "../../../base/base64.js";
import type { NodeFormat } from "../../../base/node-definition.js";
import type { SerialisedNode } from "../tnds/serialised-node.js";
import { microsoftNodes, type AccountAddress, type AccountAuthentication, type DmAccount } from "./dm-account.js";

/** Management object id of a device's account on a server. */
export const dmAccountType = "urn:oma:mo:oma-dm-dmacc:1.0";

/** An account as the nodes that stand for it below DMAcc (w7's mapping of OMA DM Bootstrap 1.2.1, 5.4.1). @param name of its node, which the device chooses */
export function accountTree({ serverId, name: title, addresses, connections, authentications, authenticationPreference, others }: DmAccount, name: string): SerialisedNode {
  return interior(name, [
    leaf("AppID", "w7"), leaf("ServerID", serverId), ...optional("Name", title),
    // One is preferred; of several the device may choose.
    ...(connections.length === 1 ? [leaf("PrefConRef", connections[0]!.id)] : []),
    ...(connections.length > 1 ? [interior("ToConRef", numbered(connections, ({ id }) => [leaf("ConRef", id)]))] : []),
    interior("AppAddr", numbered(addresses, addressNodes)),
    ...optional("AAuthPref", authenticationPreference),
    ...(authentications.length === 0 ? [] : [interior("AppAuth", authentications.map((each, index) => interior(authenticationName(each, index, authentications), authenticationNodes(each))))]),
    ...extensions(others),
  ], dmAccountType);
}

const addressNodes = ({ address, type, ports }: AccountAddress): readonly SerialisedNode[] => [
  leaf("Addr", address), leaf("AddrType", type ?? "URI"),
  ...(ports.length === 0 ? [] : [interior("Port", numbered(ports, (port) => [leaf("PortNbr", port)]))]),
];

/** Some servers write a first nonce as it is; then its letters are its octets. */
const base64Of = (data: string): string => (fromBase64(data) === undefined ? toBase64(new TextEncoder().encode(data)) : data);

/** Windows' names, as long as they are not taken. */
const authenticationName = ({ level }: AccountAuthentication, index: number, all: readonly AccountAuthentication[]): string => (all.findIndex((each) => each.level === level) === index ? level : String(index + 1));

const authenticationNodes = ({ level, type, name, secret, data }: AccountAuthentication): readonly SerialisedNode[] => [
  leaf("AAuthLevel", level), ...optional("AAuthType", type), ...optional("AAuthName", name), ...optional("AAuthSecret", secret),
  ...(data === undefined ? [] : [leaf("AAuthData", base64Of(data), "bin")]),
];

function extensions(others: DmAccount["others"]): readonly SerialisedNode[] {
  const nodes = [...others].flatMap(([key, value]) => {
    const known = microsoftNodes[key.toUpperCase()];
    return known === undefined ? [] : [known.isFlag === true ? leaf(known.node, isSet(value) ? "true" : "false", "bool") : leaf(known.node, value ?? "")];
  });
  return nodes.length === 0 ? [] : [interior("Ext", [interior("Microsoft", nodes)])];
}

/** There is enough; some write 0 all the same. */
const isSet = (value: string | undefined): boolean => !["0", "false"].includes(value?.trim().toLowerCase() ?? "");

const numbered = <T>(all: readonly T[], nodes: (each: T) => readonly SerialisedNode[]): readonly SerialisedNode[] => all.map((each, index) => interior(String(index + 1), nodes(each)));

const leaf = (name: string, value: string, format: NodeFormat = "chr"): SerialisedNode => ({ name, format, type: format === "bin" ? "application/octet-stream" : "text/plain", value, children: [] });

const interior = (name: string, children: readonly SerialisedNode[], type = ""): SerialisedNode => ({ name, format: "node", type, children });

const optional = (name: string, value: string | undefined): readonly SerialisedNode[] => (value === undefined ? [] : [leaf(name, value)]);
