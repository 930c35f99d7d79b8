import { createHash } from "node:crypto";
import { cimClass, returns, type Method, type PropertyRow } from "../cim-class.js";
import { adapters, type Adapter } from "../sources/adapter.js";

const isEnabled = ({ addresses }: Adapter): boolean => addresses.length > 0;
/** Windows says nothing of an adapter without addresses. */
const whenEnabled = <T>(value: (adapter: Adapter) => T) => (adapter: Adapter): T | null => (isEnabled(adapter) ? value(adapter) : null);
const listOrNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
const gateways = ({ network, name }: Adapter) => network.gateways.filter(({ device }) => device === name);
const describe = ({ name, driver }: Adapter): string => (driver === undefined ? name : `${name} (${driver})`);

/** The same for the same card under the same name, whenever it is asked. */
function settingId({ name, macAddress }: Adapter): string {
  const hex = createHash("sha256").update(`${name}\0${macAddress ?? ""}`).digest("hex").slice(0, 32).toUpperCase();
  // RFC 9562: version 8, made by a rule of one's own.
  const id = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return `{${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}}`;
}

const properties: Readonly<Record<string, PropertyRow<Adapter>>> = {
  ArpAlwaysSourceRoute: ["boolean"],
  ArpUseEtherSNAP: ["boolean"],
  Caption: ["string", (adapter) => `[${String(adapter.index).padStart(8, "0")}] ${describe(adapter)}`],
  DatabasePath: ["string"],
  DeadGWDetectEnabled: ["boolean"],
  DefaultIPGateway: ["string[]", (adapter) => listOrNull(gateways(adapter).map(({ address }) => address))],
  DefaultTOS: ["uint8"],
  DefaultTTL: ["uint8"],
  Description: ["string", describe],
  DHCPEnabled: ["boolean", ({ lease }) => lease !== undefined],
  DHCPLeaseExpires: ["datetime", ({ facts, lease }) => facts.moment(lease?.expires)],
  DHCPLeaseObtained: ["datetime", ({ facts, lease }) => facts.moment(lease?.obtained)],
  DHCPServer: ["string", ({ lease }) => lease?.server],
  DNSDomain: ["string", whenEnabled(({ network }) => network.domain)],
  DNSDomainSuffixSearchOrder: ["string[]", whenEnabled(({ network }) => listOrNull(network.searchList))],
  DNSEnabledForWINSResolution: ["boolean", whenEnabled(() => false)],
  DNSHostName: ["string", whenEnabled(({ facts }) => facts.hostname)],
  DNSServerSearchOrder: ["string[]", whenEnabled(({ network }) => listOrNull(network.nameServers))],
  DomainDNSRegistrationEnabled: ["boolean", whenEnabled(() => false)],
  ForwardBufferMemory: ["uint32"],
  FullDNSRegistrationEnabled: ["boolean", whenEnabled(() => false)],
  GatewayCostMetric: ["uint16[]", (adapter) => listOrNull(gateways(adapter).map(({ metric }) => metric))],
  IGMPLevel: ["uint8"],
  Index: ["uint32", ({ index }) => index],
  InterfaceIndex: ["uint32", ({ index }) => index],
  IPAddress: ["string[]", ({ addresses }) => listOrNull(addresses.map(({ address }) => address))],
  IPConnectionMetric: ["uint32", (adapter) => gateways(adapter)[0]?.metric],
  IPEnabled: ["boolean", isEnabled],
  IPFilterSecurityEnabled: ["boolean", whenEnabled(() => false)],
  IPPortSecurityEnabled: ["boolean"],
  IPSecPermitIPProtocols: ["string[]"],
  IPSecPermitTCPPorts: ["string[]"],
  IPSecPermitUDPPorts: ["string[]"],
  IPSubnet: ["string[]", ({ addresses }) => listOrNull(addresses.map(({ family, netmask, cidr }) => (family === "IPv4" ? netmask : (cidr?.split("/")[1] ?? netmask))))],
  IPUseZeroBroadcast: ["boolean"],
  IPXAddress: ["string"],
  IPXEnabled: ["boolean"],
  IPXFrameType: ["uint32[]"],
  IPXMediaType: ["uint32"],
  IPXNetworkNumber: ["string[]"],
  IPXVirtualNetNumber: ["string"],
  KeepAliveInterval: ["uint32"],
  KeepAliveTime: ["uint32"],
  MACAddress: ["string", ({ macAddress }) => macAddress],
  MTU: ["uint32", ({ mtu }) => mtu],
  NumForwardPackets: ["uint32"],
  PMTUBHDetectEnabled: ["boolean"],
  PMTUDiscoveryEnabled: ["boolean"],
  ServiceName: ["string", ({ driver }) => driver],
  SettingID: ["string", settingId],
  TcpipNetbiosOptions: ["uint32", whenEnabled(() => 2)],
  TcpMaxConnectRetransmissions: ["uint32"],
  TcpMaxDataRetransmissions: ["uint32"],
  TcpNumConnections: ["uint32"],
  TcpUseRFC1122UrgentPointer: ["boolean"],
  TcpWindowSize: ["uint16"],
  WINSEnableLMHostsLookup: ["boolean", whenEnabled(() => false)],
  WINSHostLookupFile: ["string"],
  WINSPrimaryServer: ["string"],
  WINSScopeID: ["string"],
  WINSSecondaryServer: ["string"],
};

/** Access denied, in this class's numbers: the network stays as its own manager has it. */
const refused: Method<Adapter> = { call: () => returns(91) };

/** Network interfaces with their addresses. */
export const win32NetworkAdapterConfiguration = cimClass<Adapter>({
  name: "Win32_NetworkAdapterConfiguration", superClass: "CIM_Setting", keys: ["Index"], properties,
  sources: (facts, needs) => adapters(facts, needs.equals("Index")),
  methods: Object.fromEntries(
    ["EnableDHCP", "EnableStatic", "ReleaseDHCPLease", "RenewDHCPLease", "SetDNSDomain", "SetDNSServerSearchOrder", "SetDynamicDNSRegistration", "SetGateways"].map((name) => [name, refused]),
  ),
});
