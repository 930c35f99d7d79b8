import { failure, type OpenShellRequest, type OperationFailure } from "wsmanor/sdk";

/** Versions of the remoting protocol that Windows' PowerShell takes. */
const versions: readonly string[] = ["2.1", "2.2", "2.3"];

/** Says what of the shell's request is not PowerShell's. @param names last parts of resource URIs that are served, in lower case */
export function checkRequest({ resourceUri, options, inputStreams, outputStreams }: OpenShellRequest, names: ReadonlySet<string>): OperationFailure | undefined {
  const name = resourceUri.slice(resourceUri.lastIndexOf("/") + 1);
  if (!names.has(name.toLowerCase())) return failure("not-found", { message: `there is no session configuration "${name}" here; the parameter ConfigurationNames of this plug-in names those that there are` });
  for (const option of options.entries()) {
    if (option.mustComply && option.name.toLowerCase() !== "protocolversion") return failure("invalid-options", { detail: "not-supported", message: `the option "${option.name}" is not known here; protocolversion is` });
  }
  const version = options.get("protocolversion");
  if (version === undefined) return failure("invalid-options", { detail: "invalid-name", message: 'the request has no option protocolversion, or this resource takes no options (SupportsOptions="true" in the configuration)' });
  if (!versions.includes(version.value?.trim() ?? "")) return failure("invalid-options", { detail: "invalid-value", message: `the option protocolversion is "${version.value ?? ""}"; this host speaks ${versions.join(", ")}` });
  const stranger = inputStreams.find((stream) => !["stdin", "pr"].includes(stream.toLowerCase())) ?? outputStreams.find((stream) => stream.toLowerCase() !== "stdout");
  if (stranger !== undefined) return failure("invalid-parameter", { message: `PowerShell has the input streams stdin and pr and the output stream stdout, none called "${stranger}"` });
  return outputStreams.length === 1 ? undefined : failure("invalid-parameter", { message: "PowerShell has one output stream, stdout, and the request does not name it" });
}
