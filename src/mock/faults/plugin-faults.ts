import { failure, type FailureKind, type OperationFailure } from "../../sdk/failure.js";
import type { FaultPlace, FaultRule } from "../script/mock-script.js";
import type { FaultPort } from "./fault-port.js";
import { RuleCounter } from "./rule-counter.js";
import { soapFaultOf, type SoapFault } from "./soap-fault.js";

/** What an author's plug-in can refuse with, by the subcode that the host makes of it. */
const kinds: ReadonlyMap<string, FailureKind> = new Map([
  ["w:AccessDenied", "access-denied"], ["w:AlreadyExists", "already-exists"], ["n:CannotProcessFilter", "cannot-process-filter"], ["w:Concurrency", "concurrency"],
  ["a:EndpointUnavailable", "endpoint-unavailable"], ["w:InvalidOptions", "invalid-options"], ["w:InvalidParameter", "invalid-parameter"], ["x:InvalidRepresentation", "invalid-representation"],
  ["w:InvalidSelectors", "invalid-selectors"], ["a:DestinationUnreachable", "not-found"], ["a:ActionNotSupported", "not-supported"], ["w:QuotaLimit", "quota"],
  ["w:RenameFailure", "rename"], ["w:SchemaValidationError", "schema-validation"],
]);

/** Faults for a plug-in in somebody's own host: what the SDK can say; answers are not touched, and TimedOut is the host's own to say. */
export class PluginFaults implements FaultPort {
  readonly #rules: readonly RuleCounter[];

  constructor(rules: readonly FaultRule[]) {
    this.#rules = rules.filter(({ fault }) => soapFaultOf(fault) !== undefined).map((rule) => new RuleCounter(rule));
  }

  refusal({ subcode, code, message }: SoapFault): OperationFailure {
    return failure(kinds.get(subcode) ?? "internal", { message, code });
  }

  refuse(place: FaultPlace, { line, resourceUri }: { readonly line?: string; readonly resourceUri?: string }): OperationFailure | undefined {
    const [met] = this.#rules.filter(({ rule: { on } }) => on === place || on === "any").filter((counter) => counter.meets(line, resourceUri));
    return met === undefined ? undefined : this.refusal(soapFaultOf(met.rule.fault)!);
  }

  receiveFaults(): readonly [] {
    return [];
  }

  begin(): void {}

  end(): void {}

  arm(): void {}

  async timeOut(): Promise<void> {}
}
