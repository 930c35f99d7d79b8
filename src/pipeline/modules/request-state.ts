import type { Clock } from "../../base/clock.js";
import type { Logger } from "../../base/logger.js";
import type { HttpLogEntry } from "../../sdk/http-user.js";
import type { Exchange } from "../exchange.js";
import type { Answer } from "./answer.js";
import type { ChangedRequest } from "./changed-request.js";
import type { ModuleContexts } from "./module-contexts.js";
import type { ModuleLimits } from "./module-limits.js";
import type { FindAccount } from "../account-identity.js";

/** One request on its way through the modules of its application. */
export interface RequestState {
  readonly exchange: Exchange;
  readonly request: ChangedRequest;
  readonly answer: Answer;
  readonly contexts: ModuleContexts;
  /** Set by modules; names upper case. */
  readonly variables: Map<string, string>;
  readonly limits: ModuleLimits;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly findAccount: FindAccount;
  logEntry(): HttpLogEntry;
  /** The application is not asked. */
  isHandled: boolean;
  /** The body does not fit into what may be read before a negotiation: 413. */
  isTooLarge: boolean;
}
