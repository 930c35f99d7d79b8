import type { AnswerFilter } from "../base/answer-filter.js";
import { errorText } from "../base/error-text.js";
import type { Clock } from "../base/clock.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { accessEntry } from "./access-entry.js";
import { Authenticate } from "./authenticate.js";
import { authorizeUser } from "./authorize-user.js";
import { notifications, type Exchange, type PipelineModule, type StageOutcome } from "./exchange.js";
import { failedAnswer } from "./failed-answer.js";
import { ModulePassage } from "./modules/module-passage.js";
import type { AccessEntry, HostBinding } from "./pipeline-settings.js";
import { resolveApplication } from "./resolve-application.js";

export interface PipelineParts {
  /** By socket: the sites whose bindings it serves. */
  readonly sockets: readonly (readonly HostBinding[])[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** A new GUID, upper case. */
  newId(): string;
  /** One line a request. Must not throw. */
  logAccess(entry: AccessEntry): void;
  /** Absent: answers are sent as applications give them. */
  readonly answerFilter?: AnswerFilter;
  /** Called once for each request, when its answer is known. Must not throw. */
  finished?(): void;
}

export type Pipeline = (request: HostRequest, socket: number) => HostResponse | Promise<HostResponse>;

/** The application itself is the last module. */
const executeHandler: PipelineModule = {
  name: "execute-handler",
  notification: "executeRequestHandler",
  isHandler: true,
  run: ({ application, context }) => application!.handle(context),
};

const filteringHandler = (filter: AnswerFilter): PipelineModule => ({
  ...executeHandler,
  run: async ({ application, context }) => filter(context, await application!.handle(context)),
});

/**
 * Puts the stages in order. What needs no waiting runs without a promise: with remembered credentials a request waits for its body only.
 * Where the application of a request has HTTP modules, they take the rest of its way.
 */
export function createPipeline(parts: PipelineParts): Pipeline {
  const stages = [new Authenticate(parts.logger), authorizeUser, parts.answerFilter === undefined ? executeHandler : filteringHandler(parts.answerFilter)];
  stages.sort((a, b) => notifications.indexOf(a.notification) - notifications.indexOf(b.notification));
  return (request, socket) => {
    const started = parts.clock.now();
    const exchange: Exchange = {
      context: { request, activityId: parts.newId(), user: undefined, facts: {} },
      bindings: parts.sockets[socket] ?? [],
      site: undefined,
      application: undefined,
    };
    const outcome = runFrom(first, 0, exchange, parts) ?? runRest(stages, exchange, started, parts);
    return outcome instanceof Promise ? outcome.then((answer) => finish(exchange, answer, started, parts)) : finish(exchange, outcome, started, parts);
  };
}

/** Says whose modules there are. */
const first: readonly PipelineModule[] = [resolveApplication];

function runRest(stages: readonly PipelineModule[], exchange: Exchange, started: number, parts: PipelineParts): StageOutcome | Promise<StageOutcome> {
  const { modules } = exchange.application!;
  if (modules === undefined) return runFrom(stages, 0, exchange, parts);
  const { clock, logger, newId } = parts;
  return new ModulePassage(exchange, modules, { clock, logger, newId, started }).run(stages).catch((error: unknown) => failed(exchange, "http-modules", error, parts));
}

function runFrom(modules: readonly PipelineModule[], first: number, exchange: Exchange, parts: PipelineParts): StageOutcome | Promise<StageOutcome> {
  let index = first;
  try {
    for (; index < modules.length; index++) {
      const outcome = modules[index]!.run(exchange);
      if (outcome instanceof Promise) {
        const waiting = index;
        return outcome.then(
          (answer) => answer ?? runFrom(modules, waiting + 1, exchange, parts),
          (error: unknown) => failed(exchange, modules[waiting]!.name, error, parts),
        );
      }
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  } catch (error) {
    return failed(exchange, modules[index]!.name, error, parts);
  }
}

const failed = (exchange: Exchange, where: string, error: unknown, parts: PipelineParts): HostResponse => failedAnswer(exchange, where, errorText(error), parts);

function finish(exchange: Exchange, answer: StageOutcome, started: number, parts: PipelineParts): HostResponse {
  const response = answer ?? { status: 404, headers: [] };
  parts.logAccess(accessEntry(exchange, response.status, started, parts.clock));
  parts.finished?.();
  return response;
}
