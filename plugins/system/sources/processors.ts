import type { SystemFacts } from "../machine.js";

/** A socket, from /proc/cpuinfo. Fields that the architecture does not have are `undefined`. */
export interface Processor {
  /** Numbers of its logical processors. */
  readonly cpus: readonly string[];
  readonly vendor: string | undefined;
  /** As the maker writes it. */
  readonly model: string | undefined;
  readonly family: number | undefined;
  readonly modelNumber: number | undefined;
  readonly stepping: number | undefined;
  /** MHz. */
  readonly speed: number | undefined;
  readonly cores: number;
  readonly flags: ReadonlySet<string>;
}

type Block = ReadonlyMap<string, string>;

/** One for each `physical id`; where the kernel has none, all processors count as one socket. */
export function readProcessors(cpuinfo: string, system: SystemFacts): readonly Processor[] {
  const blocks = cpuinfo.split(/\n\s*\n/u).map(readBlock).filter((block) => block.has("processor"));
  if (blocks.length === 0) return [fromSystem(system)];
  const sockets = new Map<string, Block[]>();
  for (const block of blocks) {
    const id = block.get("physical id") ?? "0";
    const socket = sockets.get(id);
    if (socket === undefined) sockets.set(id, [block]);
    else socket.push(block);
  }
  return [...sockets.values()].map((socket) => fromBlocks(socket, system));
}

function readBlock(text: string): Block {
  const fields = text.split("\n").map((line) => /^([^\t:]+?)\s*:\s?(.*)$/u.exec(line)).filter((found) => found !== null);
  return new Map(fields.map(([, name, value]) => [name!, value!]));
}

function fromBlocks(blocks: readonly Block[], { cpus }: SystemFacts): Processor {
  const [first] = blocks;
  const number = (name: string): number | undefined => {
    const text = first!.get(name);
    return text === undefined || text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
  };
  const coreIds = new Set(blocks.map((block) => block.get("core id")));
  return {
    cpus: blocks.map((block) => block.get("processor")!.trim()),
    vendor: first!.get("vendor_id") ?? armVendors[first!.get("CPU implementer") ?? ""],
    model: first!.get("model name") ?? knownModel(cpus[0]?.model),
    family: number("cpu family") ?? number("CPU architecture"), modelNumber: number("model") ?? number("CPU part"), stepping: number("stepping") ?? number("CPU revision"),
    speed: number("cpu MHz"),
    cores: number("cpu cores") ?? (coreIds.has(undefined) ? blocks.length : coreIds.size),
    flags: new Set((first!.get("flags") ?? first!.get("Features") ?? "").split(" ").filter((flag) => flag !== "")),
  };
}

/** Where there is no /proc/cpuinfo. */
function fromSystem({ cpus }: SystemFacts): Processor {
  return {
    cpus: cpus.map((_, index) => String(index)), vendor: undefined, model: knownModel(cpus[0]?.model), family: undefined, modelNumber: undefined, stepping: undefined,
    speed: cpus[0]?.speed, cores: cpus.length, flags: new Set(),
  };
}

/** Node writes that it does not know. */
const knownModel = (model: string | undefined): string | undefined => (model === undefined || model === "" || model === "unknown" ? undefined : model.trim());

/** Numbers that Arm gives to those who make processors (MIDR_EL1, Implementer). */
const armVendors: Readonly<Record<string, string>> = { "0x41": "ARM", "0x42": "Broadcom", "0x43": "Cavium", "0x48": "HiSilicon", "0x4e": "NVIDIA", "0x51": "Qualcomm", "0x61": "Apple", "0xc0": "Ampere" };
