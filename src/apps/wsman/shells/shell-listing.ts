import type { Capability } from "../../../base/capability.js";
import type { EnumerateRequest, OperationRequest, SenderDetails } from "../../../sdk/operation-request.js";
import type { ShellUsage } from "../../../sdk/shell.js";
import { shellFaults } from "../../../protocol/wsman/shell-faults.js";
import { writeCommandItem } from "../../../protocol/wsman/write-command.js";
import { writeShell } from "../../../protocol/wsman/write-shell.js";
import type { PluginAnswer, PluginCallContext, PluginItem, PluginItems, PluginPort, PluginRefusal, ValueByCapability } from "../../../routing/plugin-port.js";
import type { FoundRoute } from "../found-route.js";
import { describeShell } from "./describe-shell.js";
import type { OpenShell } from "./open-shell.js";
import type { RunningCommand } from "./running-command.js";
import { shellUsage } from "./shell-usage.js";
import type { ShellTable } from "./shell-table.js";

const shellUri = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
const commandUri = `${shellUri}/Command`;

const capabilitiesOf: Readonly<Record<string, readonly Capability[]>> = { [shellUri.toLowerCase()]: ["Get", "Enumerate", "Delete"], [commandUri.toLowerCase()]: ["Enumerate"] };

/**
 * The resources under which clients look at shells and their commands (MS-WSMV 3.1.4.1), whatever plug-in they are of: served like those of
 * a plug-in. An administrator sees the shells of everybody, others only their own.
 */
export class ShellListing implements PluginPort {
  /** Windows' name for who lists them. */
  readonly name = "Shell provider";
  readonly filename = "";
  readonly xmlRenderingType = "text";

  /** @param owner who asks, as authenticated; `undefined` for the one that only tells what there is */
  constructor(
    private readonly shells: ShellTable,
    private readonly owner?: string,
  ) {}

  /** @returns `undefined` for another resource, and for what this one cannot do */
  find(resourceUri: string, capability: Capability, owner?: string): FoundRoute | undefined {
    const offered = capabilitiesOf[resourceUri.toLowerCase()];
    if (offered?.includes(capability) !== true) return undefined;
    const capabilities = offered.map((type) => ({ type, supportsFragment: false, supportsFiltering: type === "Enumerate" }));
    return {
      kind: "found", target: new ShellListing(this.shells, owner),
      resource: { resourceUri, exactMatch: true, supportsOptions: false, capabilities },
      capability: capabilities.find(({ type }) => type === capability)!,
    };
  }

  duties(): PluginAnswer<{ filters: boolean; fragments: boolean; polymorphism: boolean; classes: [] }> {
    return { kind: "answered", value: { filters: false, fragments: false, polymorphism: false, classes: [] } };
  }

  call: PluginPort["call"] = (capability, request, context) => this.#call(capability, request, context) as never;

  enumerate(request: Omit<EnumerateRequest, "signal">): PluginAnswer<PluginItems> {
    const asked = request.filter?.selectors;
    if (request.filter !== undefined && asked === undefined) return refused({ kind: "cannot-process-filter", message: "Shells and commands are picked by a selector filter (w:SelectorSet)." });
    if (request.resourceUri.toLowerCase() === shellUri.toLowerCase()) {
      const id = asked?.get("ShellId")?.toLowerCase();
      return items(this.#seenBy(request.sender).filter(({ facts }) => id === undefined || facts.id.toLowerCase() === id).map((shell) => ({ object: this.#describe(shell), epr: { resourceUri: shell.facts.resourceUri, selectors: [["ShellId", shell.facts.id]] } })));
    }
    if (request.mode !== "object") return refused({ kind: "not-supported", code: shellFaults.commandsAsReferences.code, message: "Commands have no endpoint references; enumerate objects." });
    const id = asked?.get("ShellId");
    if (id === undefined) return refused({ kind: "invalid-selectors", code: shellFaults.commandsNeedFilter.code, message: "Say whose commands: send a selector filter with ShellId." });
    const shell = this.#find(id, request.sender);
    return shell === undefined ? unknown(id) : items(shell.commands.map((command) => ({ object: writeCommandItem({ commandId: command.id, commandLine: command.facts.line, state: stateOf(command) }), epr: undefined })));
  }

  openShell(): PluginAnswer<never> {
    return refused({ kind: "not-supported", message: "Shells are created under the resource URI of their plug-in." });
  }

  /** Its items are always there. */
  timedOut(): void {}

  async #call(capability: string, request: Omit<OperationRequest, "signal">, context: PluginCallContext): Promise<PluginAnswer<ValueByCapability["Get"] | undefined>> {
    const id = request.selectors.get("ShellId");
    if (id === undefined) return refused({ kind: "invalid-selectors", detail: "insufficient", message: "Say which shell: send the selector ShellId." });
    const shell = this.#find(id, request.sender);
    if (shell === undefined) return unknown(id);
    if (capability === "Get" && shell.failure !== undefined) return refused(shell.failure);
    if (capability === "Get") return { kind: "answered", value: this.#describe(shell, await shellUsage(shell, context)) };
    await shell.finishWithin("delete", context.timeout);
    return { kind: "answered", value: undefined };
  }

  #describe(shell: OpenShell, usage?: ShellUsage): string {
    return writeShell(describeShell(shell, this.shells.longestIdleTimeout, usage));
  }

  #find(id: string, sender: SenderDetails): OpenShell | undefined {
    const shell = this.shells.find(id);
    return shell !== undefined && this.#maySee(shell, sender) ? shell : undefined;
  }

  #seenBy(sender: SenderDetails): readonly OpenShell[] {
    return this.shells.all().filter((shell) => this.#maySee(shell, sender));
  }

  /** Whom an authorization plug-in gives one account for many has still only their own. */
  #maySee({ facts }: OpenShell, sender: SenderDetails): boolean {
    return sender.isAdministrator || facts.owner === this.owner;
  }
}

const stateOf = ({ state }: RunningCommand): "Pending" | "Running" | "Done" => (state === "beginning" ? "Pending" : state === "running" ? "Running" : "Done");

function items(list: readonly PluginItem[]): PluginAnswer<PluginItems> {
  let at = 0;
  return { kind: "answered", value: { totalItemsCountEstimate: list.length, next: () => ({ kind: "answered", value: list[at++] }), close: () => undefined } };
}

const refused = (refusal: Pick<PluginRefusal, "kind" | "message"> & Partial<PluginRefusal>): { kind: "refused"; refusal: PluginRefusal } => ({ kind: "refused", refusal: { detail: undefined, code: undefined, extended: undefined, ...refusal } });

const unknown = (id: string) => refused({ kind: "invalid-selectors", detail: "unexpected", message: `There is no shell ${id}.` });
