import type { AnswerFilter } from "../base/answer-filter.js";
import { errorText } from "../base/error-text.js";
import type { Clock } from "../base/clock.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { Authenticate } from "./authenticate.js";
import { AuthorizeUrl } from "./authorize-url.js";
import { authorizeUser } from "./authorize-user.js";
import { CheckAddress } from "./check-address.js";
import { notifications, type Exchange, type PipelineModule, type StageOutcome } from "./exchange.js";
import { ForwardedUser, type FindAccount } from "./forwarded-user.js";
import type { AccessEntry, HostBinding } from "./pipeline-settings.js";
import { Entrance, type Entered } from "./proxied/entrance.js";
import { ProxyCounters } from "./proxied/proxy-front.js";
import { RequireTls } from "./require-tls.js";
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
  /** What comes of proxies is counted here. */
  readonly proxyCounters?: ProxyCounters;
  /** Ends the host in good order, for a proxy that may ask for it. */
  shutdownRequested?(): void;
  /** Accounts of users whom a proxy has authenticated; absent: there are none. */
  readonly findAccount?: FindAccount;
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
  const { logger, proxyCounters: counters = new ProxyCounters(), shutdownRequested, findAccount = () => Promise.resolve(undefined) } = parts;
  const entrance = new Entrance({ logger, counters, ...(shutdownRequested === undefined ? {} : { shutdownRequested }) });
  const modules = [
    resolveApplication, new CheckAddress(logger), new RequireTls(logger), new ForwardedUser(findAccount, logger), new Authenticate(logger), authorizeUser, new AuthorizeUrl(logger),
    sealBodies(parts.answerFilter === undefined ? executeHandler : filteringHandler(parts.answerFilter), logger),
  ];
  modules.sort((a, b) => notifications.indexOf(a.notification) - notifications.indexOf(b.notification));
  return (came, socket) => {
    const started = parts.clock.now();
    const bindings = parts.sockets[socket] ?? [];
    const activityId = parts.newId();
    const entered = entrance.enter(came, bindings[0]?.front, activityId);
    const exchange: Exchange = {
      context: { request: entered.request, activityId, user: undefined, facts: {} },
      bindings,
      ...(entered.forwardedUser === undefined ? {} : { forwardedUser: entered.forwardedUser }),
      site: undefined,
      application: undefined,
    };
    const outcome = entered.answer ?? runFrom(modules, 0, exchange, parts);
    return outcome instanceof Promise ? outcome.then((answer) => finish(exchange, answer, started, parts, entered)) : finish(exchange, outcome, started, parts, entered);
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

function finish(exchange: Exchange, answer: StageOutcome, started: number, parts: PipelineParts, { proxyLogId, end }: Entered): HostResponse {
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
    proxyLogId,
    status: response.status,
    subStatus: facts.subStatus,
    milliseconds: parts.clock.now() - started,
  });
  end?.();
  parts.finished?.();
  return response;
}
