/** One provider of Negotiate, NTLM or Kerberos, as the host's status has it. */
interface Provider {
  readonly name: string;
  readonly schemes: readonly string[];
  readonly can: { readonly sealing: boolean; readonly mutualAuth: boolean; readonly channelBinding: boolean };
  readonly detail: string;
}

/** What is read of the host's status. Another version of the host may lack any of it. */
interface Status {
  readonly version?: string;
  readonly startedAt?: string;
  readonly urls?: readonly string[];
  readonly configuration?: { readonly path: string; readonly generation: number; readonly draining: number };
  readonly applications?: readonly { readonly path: string; readonly state: string; readonly problems: number; readonly plugins: readonly unknown[] }[];
  readonly negotiate?: readonly { readonly path: string; readonly wanted: readonly string[]; readonly providers: readonly Provider[]; readonly missing: readonly { readonly scheme: string }[] }[];
}

/** The host's status document in lines for people; all of it is in the JSON. */
export function printStatus(document: Readonly<Record<string, unknown>>): string {
  const { version, startedAt, urls = [], configuration, applications = [], negotiate = [] } = document as Status;
  const lines = [`${version ?? "a host that does not say its version"}${startedAt === undefined ? "" : `, since ${startedAt}`}`];
  if (configuration !== undefined) lines.push(`configuration ${configuration.path}${configuration.generation > 1 ? `, reloaded ${configuration.generation - 1} times` : ""}`);
  for (const url of urls) lines.push(`reached at ${url}`);
  for (const { path, state, problems, plugins } of applications) {
    lines.push(`application ${path}: ${state}, ${plugins.length} plug-in${plugins.length === 1 ? "" : "s"}${problems === 0 ? "" : `, ${problems} problem${problems === 1 ? "" : "s"} (see the log)`}`);
  }
  // Applications that are configured alike are told once.
  const alike = new Map<string, (typeof negotiate)[number][]>();
  for (const one of negotiate) {
    const key = JSON.stringify([one.wanted, one.providers]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  for (const same of alike.values()) {
    const { wanted, providers, missing } = same[0]!;
    lines.push(`Windows authentication of ${same.map(({ path }) => path).join(", ")}: ${wanted.join(", ") || "no provider is listed"}`);
    for (const provider of providers) lines.push(`  ${printProvider(provider)}`);
    for (const { scheme } of missing) lines.push(`  ${scheme} is listed, and nobody answers it`);
  }
  return `${lines.join("\n")}\n`;
}

function printProvider({ name, schemes, can, detail }: Provider): string {
  if (schemes.length === 0) return `${name} cannot be had: ${detail}`;
  const abilities = [can.mutualAuth ? "proves itself to clients" : "", can.sealing ? "seals messages" : "", can.channelBinding ? "checks channel bindings" : ""].filter((text) => text !== "");
  return `${name} answers ${schemes.join(", ")} (${detail})${abilities.length === 0 ? "" : `; ${abilities.join(", ")}`}`;
}
