import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { failure, OperationFailure, type Clock, type Logger, type OpenShellRequest, type Operations } from "wsmanor/sdk";
import { checkRequest } from "./check-request.js";
import { environment } from "./environment.js";
import { gone, wrongData } from "./failures.js";
import type { Found } from "./find-pwsh.js";
import { readFragments } from "./fragment.js";
import { messageTypes, readMessageHead } from "./message.js";
import type { Parameters } from "./parameters.js";
import { fragmentLimit, PowerShellShell } from "./powershell-shell.js";
import { readBase64 } from "./read-base64.js";
import { ServerProcess } from "./server-process.js";

/** Variable in the environment of PowerShell and all that it starts: Linux tells by it whose a process is. */
const markName = "WSMANOR_POWERSHELL";
const namespace = "http://schemas.microsoft.com/powershell";

export interface ShellParts {
  readonly parameters: Parameters;
  /** Looks for PowerShell. */
  readonly locate: () => Found;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the host calls. */
export function shellOperations({ parameters, locate, clock, logger }: ShellParts): Operations<"Shell"> {
  // Nobody outside can guess it, and so name somebody else's process a shell's.
  const marks = randomBytes(12).toString("hex");
  let shells = 0;
  return {
    openShell: async (request) => {
      const refusal = checkRequest(request, parameters.configurationNames);
      if (refusal !== undefined) return refusal;
      const creation = creationOf(request);
      if (creation instanceof OperationFailure) return creation;
      const found = locate();
      if (found.path === undefined) return failure("endpoint-unavailable", { message: found.problem });
      const directory = resolve(request.workingDirectory ?? ".");
      if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) return failure("invalid-parameter", { message: `the working directory ${JSON.stringify(directory)} is no folder on this host` });
      // With an end of its own: the first shell's is not to be found in the tenth's.
      const mark = `${marks}.${++shells}.`;
      const process_ = await ServerProcess.start({
        path: found.path, directory, clock, mark: `${markName}=${mark}`,
        environment: { ...environment(process.env, parameters.inheritEnvironment, request.environment), [markName]: mark },
      });
      if (typeof process_ === "string") return gone(`PowerShell ${process_}`);
      const shell = new PowerShellShell({ process: process_, output: request.output, stream: request.outputStreams[0]!, fragmentLimit: fragmentLimit(request.limits), clock });
      return opened(shell, creation, request, logger);
    },
  };
}

/** The shell once PowerShell has taken what opens it; nothing of it is left otherwise. */
async function opened(shell: PowerShellShell, creation: Buffer, { signal, shellId }: OpenShellRequest, logger: Logger): Promise<PowerShellShell | OperationFailure> {
  const givenUp = failure("endpoint-unavailable", { message: "the request was given up while PowerShell was being started" });
  const end = (): void => void shell.close();
  signal.addEventListener("abort", end, { once: true });
  const problem = await shell.open(creation);
  signal.removeEventListener("abort", end);
  if (problem === undefined && !signal.aborted) return shell;
  await shell.close();
  if (problem !== undefined) logger.warn(`a shell was not opened: ${problem.message}`, { shell: shellId });
  return problem ?? givenUp;
}

/** Element creationXml: what PowerShell's own client says to open its runspace pool. */
function creationOf({ creation }: OpenShellRequest): Buffer | OperationFailure {
  const element = creation?.element();
  if (element?.namespace !== namespace) return wrongData(`the rsp:Shell has no creationXml of the namespace ${namespace}`);
  const data = readBase64(element.children.filter((child) => typeof child === "string").join(""));
  const [first] = data === undefined ? [] : (readFragments(data) ?? []);
  if (data === undefined || first === undefined || readMessageHead(first)?.type !== messageTypes.sessionCapability) return wrongData("the creationXml does not begin a session");
  return data;
}
