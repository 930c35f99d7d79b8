import { failure, type ConfigurationChange, type ConfigurationEditResult, type Diagnostic, type HostInformation, type OperationFailure, type SenderDetails } from "wsmanor/sdk";

/** Windows' number for a setting that cannot be changed. */
const readOnly = 0x8033813f;

/** Only administrators change the configuration, and only where the operator has given this plug-in the right to. */
export function mayEdit(host: HostInformation, sender: SenderDetails): OperationFailure | undefined {
  if (!sender.isAdministrator) return failure("access-denied", { message: "Only administrators may change the configuration." });
  if (host.configuration !== undefined) return undefined;
  const remedy = '<wsmanor><configurationEditing><add module="%WSMANOR_PLUGINS%/winrm-config"/></configurationEditing></wsmanor> in applicationHost.config allows it.';
  return failure("not-supported", { message: `This host does not let its configuration be changed over the wire. ${remedy}` });
}

/** Changes the configuration. @returns why it was not changed; `undefined` when it is as it should be */
export async function change(host: HostInformation, changes: readonly ConfigurationChange[]): Promise<OperationFailure | undefined> {
  return changes.length === 0 ? undefined : failureOf(await host.configuration!.edit(changes));
}

function failureOf(result: ConfigurationEditResult): OperationFailure | undefined {
  switch (result.kind) {
    case "applied":
    case "unchanged": return undefined;
    case "conflict": return failure("concurrency", { message: result.message });
    case "not-supported": return failure("not-supported", { message: result.message });
    case "refused": {
      const message = result.diagnostics.map(sentence).join(" ") || "The host would not serve this configuration.";
      const rules = result.diagnostics.map(({ rule }) => rule);
      if (rules.includes("duplicate-entry") || rules.includes("duplicate-binding")) return failure("already-exists", { message });
      if (rules.includes("not-found")) return failure("not-found", { message });
      return failure("invalid-representation", { detail: "invalid-values", message });
    }
  }
}

const sentence = ({ message, allowed, didYouMean, remedy }: Diagnostic): string =>
  [message, allowed, didYouMean === undefined ? undefined : `Did you mean ${didYouMean}?`, remedy].filter((part) => part !== undefined).join(" ").replaceAll(/\s+/gu, " ");

export const invalid = (message: string): OperationFailure => failure("invalid-representation", { detail: "invalid-values", message });

export const missing = (message: string): OperationFailure => failure("invalid-representation", { detail: "missing-values", message });

/** A value that somebody wants to be another, and that is nowhere in the configuration. */
export const unchangeable = (message: string): OperationFailure => failure("invalid-representation", { detail: "invalid-values", code: readOnly, message });
