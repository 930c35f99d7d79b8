import type { RunningHost } from "./running-host.js";

/** Every plug-in of every application with its state, `PL1 serving`, from the status that administrators see at the root. */
export async function pluginStates(host: RunningHost): Promise<string[]> {
  const root = host.urls.find((url) => new URL(url).pathname === "/")!;
  const answer = await fetch(new URL("/status", root), { headers: { authorization: host.authorization } });
  const status = (await answer.json()) as { readonly applications: readonly { readonly plugins: readonly { readonly name: string; readonly state: string }[] }[] };
  return status.applications.flatMap(({ plugins }) => plugins.map(({ name, state }) => `${name} ${state}`));
}
