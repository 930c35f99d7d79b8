/** Messages of a client of PowerShell (MS-PSRP 2.2.2, 2.2.3), as small as PowerShell takes them. */
import { writeFragment } from "./fragment.js";

export const clientMessages = { sessionCapability: 0x10002, initRunspacePool: 0x10004, createPipeline: 0x21006, pipelineInput: 0x41002, endOfPipelineInput: 0x41003, hostResponse: 0x41101 } as const;

/** Octets of a GUID: the first three groups are numbers, little-endian. */
export function guidOctets(guid: string): Buffer {
  const octets = Buffer.from(guid.replaceAll("-", ""), "hex");
  for (const [from, to] of [[0, 4], [4, 6], [6, 8]] as const) octets.subarray(from, to).reverse();
  return octets;
}

/** Writes messages as fragments. */
export class FakeMessages {
  #objectId = 0n;
  readonly #pool: Buffer;

  constructor(poolId: string) {
    this.#pool = guidOctets(poolId);
  }

  /** @param size octets of a fragment's blob */
  write(type: number, pipeline: string | undefined, data: string, size = 32_000): Buffer {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(2, 0);
    head.writeUInt32LE(type, 4);
    const message = Buffer.concat([head, this.#pool, pipeline === undefined ? Buffer.alloc(16) : guidOctets(pipeline), Buffer.from(data)]);
    this.#objectId++;
    const count = Math.ceil(message.length / size);
    return Buffer.concat(Array.from({ length: count }, (_, nth) =>
      writeFragment({ objectId: this.#objectId, fragmentId: BigInt(nth), isFirst: nth === 0, isLast: nth === count - 1, blob: message.subarray(nth * size, (nth + 1) * size) })));
  }

  open(): Buffer {
    return Buffer.concat([this.write(clientMessages.sessionCapability, undefined, capability), this.write(clientMessages.initRunspacePool, undefined, pool)]);
  }

  /** @param input will the client send objects? */
  pipeline(id: string, script: string, input = false): Buffer {
    return this.write(clientMessages.createPipeline, id, pipelineOf(script, input));
  }
}

const capability = '<Obj RefId="0"><MS><Version N="protocolversion">2.3</Version><Version N="PSVersion">2.0</Version><Version N="SerializationVersion">1.1.0.1</Version></MS></Obj>';

let refId = 100;
const enumeration = (name: string, type: string, text: string, value: number): string =>
  `<Obj N="${name}" RefId="${++refId}"><TN RefId="${++refId}"><T>System.Management.Automation.${type}</T><T>System.Enum</T><T>System.ValueType</T><T>System.Object</T></TN><ToString>${text}</ToString><I32>${value}</I32></Obj>`;
const apartment = (): string => enumeration("ApartmentState", "Runspaces.ApartmentState", "Unknown", 2);
const noHost = (): string => `<Obj N="HostInfo" RefId="${++refId}"><MS><B N="_isHostNull">true</B><B N="_isHostUINull">true</B><B N="_isHostRawUINull">true</B><B N="_useRunspaceHost">true</B></MS></Obj>`;

const pool = `<Obj RefId="0"><MS><I32 N="MinRunspaces">1</I32><I32 N="MaxRunspaces">1</I32>${enumeration("PSThreadOptions", "Runspaces.PSThreadOptions", "Default", 0)}${apartment()}${noHost()}<Nil N="ApplicationArguments" /></MS></Obj>`;

function pipelineOf(script: string, input: boolean): string {
  const merges = ["MergeMyResult", "MergeToResult", "MergePreviousResults", "MergeError", "MergeWarning", "MergeVerbose", "MergeDebug", "MergeInformation"].map((name) => enumeration(name, "Runspaces.PipelineResultTypes", "None", 0)).join("");
  const list = (name: string, inside: string): string => `<Obj N="${name}" RefId="${++refId}"><TN RefId="${++refId}"><T>System.Collections.ArrayList</T><T>System.Object</T></TN><LST>${inside}</LST></Obj>`;
  const escaped = script.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const command = `<Obj RefId="${++refId}"><MS><S N="Cmd">${escaped}</S><B N="IsScript">true</B><Nil N="UseLocalScope" />${merges}${list("Args", "")}</MS></Obj>`;
  const powershell = `<Obj N="PowerShell" RefId="${++refId}"><MS><B N="IsNested">false</B><Nil N="ExtraCmds" />${list("Cmds", command)}<Nil N="History" /><B N="RedirectShellErrorOutputPipe">false</B></MS></Obj>`;
  return `<Obj RefId="0"><MS><B N="NoInput">${!input}</B>${apartment()}${enumeration("RemoteStreamOptions", "RemoteStreamOptions", "0", 0)}<B N="AddToHistory">false</B>${noHost()}${powershell}<B N="IsNested">false</B></MS></Obj>`;
}
