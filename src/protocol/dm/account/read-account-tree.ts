import { fail, ok, type Result } from "../../../base/result.js";
import type { SerialisedNode } from "../tnds/serialised-node.js";
import { microsoftNodes, type AccountAddress, type AccountAuthentication, type DmAccount } from "./dm-account.js";

const levels = ["CLCRED", "HTTP", "OBEX", "SRVCRED"] as const;

/**
 * The account that nodes below DMAcc say: `accountTree` the other way. Names are the standard's; of those below `Ext` only Microsoft's are known. A
 * connection counts as an access point's, as the nodes do not tell.
 * @returns everything that is wrong with them
 */
export function readAccountTree(tree: SerialisedNode): Result<DmAccount, readonly string[]> {
  const problems: string[] = [];
  if (valueOf(tree, "AppID") !== "w7") problems.push(`AppID is ${quoted(valueOf(tree, "AppID"))}; that of device management is w7.`);
  const serverId = valueOf(tree, "ServerID") ?? "";
  if (serverId === "") problems.push("ServerID is missing or empty.");
  const [first, ...more] = childrenOf(tree, "AppAddr").flatMap((each) => readAddress(each));
  if (first === undefined) problems.push("AppAddr holds no Addr.");
  const authentications = childrenOf(tree, "AppAuth").flatMap((each) => readAuthentication(each, (message) => problems.push(message)));
  if (first === undefined || problems.length > 0) return fail(problems);
  const [name, preferred, authenticationPreference] = ["Name", "PrefConRef", "AAuthPref"].map((each) => valueOf(tree, each));
  const references = [preferred, ...childrenOf(tree, "ToConRef").map((each) => valueOf(each, "ConRef"))];
  return ok({
    serverId, ...(name === undefined ? {} : { name }), addresses: [first, ...more], authentications,
    connections: references.flatMap((id) => (id === undefined ? [] : [{ kind: "napId" as const, id }])),
    ...(authenticationPreference === undefined ? {} : { authenticationPreference }),
    others: readExtensions(tree),
  });
}

function readAddress(node: SerialisedNode): readonly AccountAddress[] {
  const [address, type] = [valueOf(node, "Addr"), valueOf(node, "AddrType")];
  const ports = childrenOf(node, "Port").flatMap((port) => valueOf(port, "PortNbr") ?? []);
  return address === undefined ? [] : [{ address, ...(type === undefined ? {} : { type }), ports }];
}

function readAuthentication(node: SerialisedNode, report: (message: string) => void): readonly AccountAuthentication[] {
  const written = valueOf(node, "AAuthLevel");
  const level = levels.find((each) => each === written);
  if (level === undefined) {
    report(`AAuthLevel of AppAuth/${node.name} is ${quoted(written)}; it is one of ${levels.join(", ")}.`);
    return [];
  }
  const [type, name, secret, data] = ["AAuthType", "AAuthName", "AAuthSecret", "AAuthData"].map((each) => valueOf(node, each));
  return [{ level, ...(type === undefined ? {} : { type }), ...(name === undefined ? {} : { name }), ...(secret === undefined ? {} : { secret }), ...(data === undefined ? {} : { data }) }];
}

/** A flag that is set has no value in w7, and one that is not is left out there. */
function readExtensions(tree: SerialisedNode): DmAccount["others"] {
  const microsoft = childrenOf(tree, "Ext").find(({ name }) => name === "Microsoft");
  return new Map(Object.entries(microsoftNodes).flatMap(([key, { node, isFlag }]): readonly (readonly [string, string | undefined])[] => {
    const value = microsoft === undefined ? undefined : valueOf(microsoft, node);
    if (value === undefined || (isFlag === true && value !== "true")) return [];
    return [[key, isFlag === true ? undefined : value]];
  }));
}

const valueOf = ({ children }: SerialisedNode, wanted: string): string | undefined => children.find(({ name }) => name === wanted)?.value;

const childrenOf = ({ children }: SerialisedNode, wanted: string): readonly SerialisedNode[] => children.find(({ name }) => name === wanted)?.children ?? [];

const quoted = (text: string | undefined): string => (text === undefined ? "missing" : `"${text}"`);
