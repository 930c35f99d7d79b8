/**
 * What PowerShell's server mode (`pwsh -s`) and its client say to each other: one XML element a line, on standard input and output. Data is
 * base64 of PSRP fragments (MS-PSRP 2.2.4); the GUID is a pipeline's, or the empty one for the runspace pool.
 */
export type Packet =
  | { readonly kind: "Data"; readonly id: string; readonly stream: DataStream; readonly data: Buffer }
  | { readonly kind: Exclude<PacketKind, "Data">; readonly id: string };

export type DataStream = "Default" | "PromptResponse";

export const packetKinds = ["Data", "DataAck", "Command", "CommandAck", "Close", "CloseAck", "Signal", "SignalAck"] as const;
export type PacketKind = (typeof packetKinds)[number];

/** The runspace pool. */
export const poolId = "00000000-0000-0000-0000-000000000000";

/** A GUID in the spelling that ids are compared in; `undefined` for what is none. */
export function readGuid(text: string): string | undefined {
  const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/iu.exec(text)?.[1];
  return guid?.toLowerCase();
}

export function writePacket(packet: Packet): string {
  if (packet.kind !== "Data") return `<${packet.kind} PSGuid='${packet.id}' />\n`;
  return `<Data Stream='${packet.stream}' PSGuid='${packet.id}'>${packet.data.toString("base64")}</Data>\n`;
}
