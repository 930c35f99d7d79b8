import { packetKinds, readGuid, type Packet, type PacketKind } from "./packet.js";

/** An element without content, or one with characters of base64. Two alternatives that begin differently: nothing is tried twice. */
const whole = /^<(\w{4,10})((?: +\w+=(?:'[^'<>&]*'|"[^"<>&]*"))*) *(?:\/>|>([A-Za-z\d+/=]*)<\/(\w{4,10})>)$/u;
const attribute = /(\w+)=(?:'([^']*)'|"([^"]*)")/gu;

/**
 * Reads a line of server mode. Not an XML parser and none is needed: the lines are written by one program from eight templates, whose values
 * are GUIDs, base64 and two words, none of which XML could write in another way. What does not look so is told, not guessed at.
 * @returns what is wrong when it is no packet
 */
export function readPacket(line: string): Packet | string {
  const [, name = "", attributes = "", content, end] = whole.exec(line) ?? [];
  if (name === "") return "is no element of server mode";
  const kind = packetKinds.find((each): each is PacketKind => each === name);
  if (kind === undefined) return `is an element ${name}, which is unknown`;
  const found = new Map([...attributes.matchAll(attribute)].map(([, key = "", single, double]) => [key, single ?? double ?? ""]));
  const id = readGuid(found.get("PSGuid") ?? "");
  if (id === undefined) return `is a ${kind} without a PSGuid`;
  if (kind !== "Data") return content === undefined || (content === "" && end === name) ? { kind, id } : `is a ${kind} with something inside`;
  const stream = found.get("Stream");
  if (stream !== "Default" && stream !== "PromptResponse") return "is a Data of no known Stream";
  if (content === undefined || end !== name) return "is a Data without data";
  const data = Buffer.from(content, "base64");
  return data.toString("base64") === content ? { kind, id, stream, data } : "is a Data whose content is no base64";
}
