import type { OperationFailure } from "../../sdk/failure.js";
import type { FaultPlace } from "../script/mock-script.js";
import type { ScriptedFault } from "../script/scripted-fault.js";
import type { SoapFault } from "./soap-fault.js";

/** How the plug-in brings about what it cannot say itself. */
export interface FaultPort {
  /** A refusal that reaches the client as this fault. */
  refusal(fault: SoapFault): OperationFailure;
  /** A refusal, where a rule of the script has one for this place now. */
  refuse(place: FaultPlace, about: { readonly line?: string; readonly resourceUri?: string }): OperationFailure | undefined;
  /** A command begins: answers that carry its id are about this line, until its shell ends. */
  begin(commandId: string, line: string): void;
  end(commandId: string): void;
  /** Faults that the rules have for what this command is asked for its output. */
  receiveFaults(line: string): readonly ScriptedFault[];
  /** Does something to the next answers that carry this command's id. */
  arm(commandId: string, place: "command" | "receive", fault: ScriptedFault): void;
  /**
   * Lets Receive answer TimedOut at once, without losing output.
   * @param write writes into the command's output
   * @returns resolves when the client has been told
   */
  timeOut(write: (octets: Uint8Array) => Promise<boolean>): Promise<void>;
}
