import type { AnswerFilter } from "../base/answer-filter.js";
import { errorText } from "../base/error-text.js";
import type { Clock } from "../base/clock.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { Authenticate } from "./authenticate.js";
import { authorizeUser } from "./authorize-user.js";
import { notifications, type Exchange, type PipelineModule, type StageOutcome } from "./exchange.js";
import type { AccessEntry, HostBinding } from "./pipeline-settings.js";
import { sealBodies } from "./seal-bodies.js";
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
  run: ({ application, context }) => application!.handle(context),
};

const filteringHandler = (filter: AnswerFilter): PipelineModule => ({
  ...executeHandler,
  run: async ({ application, context }) => filter(context, await application!.handle(context)),
});

/** Puts the stages in order. What needs no waiting runs without a promise: with remembered credentials a request waits for its body only. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const modules = [resolveApplication, new Authenticate(parts.logger), authorizeUser, sealBodies(parts.answerFilter === undefined ? executeHandler : filteringHandler(parts.answerFilter), parts.logger)];
  modules.sort((a, b) => notifications.indexOf(a.notification) - notifications.indexOf(b.notification));
  return (request, socket) => {
    const started = parts.clock.now();
    const exchange: Exchange = {
      context: { request, activityId: parts.newId(), user: undefined, facts: {} },
      bindings: parts.sockets[socket] ?? [],
      site: undefined,
      application: undefined,
    };
    const outcome = runFrom(modules, 0, exchange, parts);
    return outcome instanceof Promise ? outcome.then((answer) => finish(exchange, answer, started, parts)) : finish(exchange, outcome, started, parts);
  };
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
          (error: unknown) => failed(exchange, modules[waiting]!, error, parts),
        );
      }
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  } catch (error) {
    return failed(exchange, modules[index]!, error, parts);
  }
}

/** Ours, or a dead dependency: one of the two places where exceptions end. The client learns an id, the log the rest. */
function failed({ context }: Exchange, module: PipelineModule, error: unknown, { logger, newId }: PipelineParts): HostResponse {
  const errorId = newId();
  context.facts.errorId = errorId;
  context.facts.result = "failed";
  logger.error(`a request failed in ${module.name}`, { errorId, activityId: context.activityId, error: errorText(error) });
  return { status: 500, headers: [["Content-Type", "text/plain;charset=UTF-8"]], body: `The host failed. Its log has the reason under ${errorId}.\n` };
}

/** The last token of a login goes with whatever the answer is. */
function withLoginHeaders(response: HostResponse, { login }: Exchange): HostResponse {
  return login?.headers === undefined || login.headers.length === 0 ? response : { ...response, headers: [...response.headers, ...login.headers] };
}

function finish(exchange: Exchange, answer: StageOutcome, started: number, parts: PipelineParts): HostResponse {
  const { context, site } = exchange;
  const { request, facts } = context;
  const response = withLoginHeaders(answer ?? { status: 404, headers: [] }, exchange);
  parts.logAccess({
    time: parts.clock.wallTime(),
    activityId: context.activityId,
    client: request.connection.remoteAddress,
    user: context.user?.name,
    method: request.method,
    path: request.path,
    site: site?.name,
    action: facts.action,
    resourceUri: facts.resourceUri,
    plugin: facts.plugin,
    result: facts.result,
    messageId: facts.messageId,
    errorId: facts.errorId,
    status: response.status,
    milliseconds: parts.clock.now() - started,
  });
  parts.finished?.();
  return response;
}
