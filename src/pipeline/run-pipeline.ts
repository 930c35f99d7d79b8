import type { AnswerFilter } from "../base/answer-filter.js";
import { errorText } from "../base/error-text.js";
import type { Clock } from "../base/clock.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import type { FindAccount } from "./account-identity.js";
import { accessEntry } from "./access-entry.js";
import { Authenticate } from "./authenticate.js";
import { AuthorizeUrl } from "./authorize-url.js";
import { authorizeUser } from "./authorize-user.js";
import { CheckAddress } from "./check-address.js";
import { notifications, type Exchange, type PipelineModule, type StageOutcome } from "./exchange.js";
import { failedAnswer } from "./failed-answer.js";
import { ForwardedUser } from "./forwarded-user.js";
import { ModulePassage } from "./modules/module-passage.js";
import { nativeWithFields } from "./native-with-fields.js";
import { OpenSealed } from "./open-sealed.js";
import type { AccessEntry, HostBinding } from "./pipeline-settings.js";
import { Entrance, type Entered } from "./proxied/entrance.js";
import { ProxyCounters } from "./proxied/proxy-front.js";
import { RequireTls } from "./require-tls.js";
import { refuseClear } from "./refuse-clear.js";
import { resolveApplication } from "./resolve-application.js";
import { sealAnswer } from "./seal-answer.js";

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

/** The application itself is the last module, unless another one has answered for it. */
const executeHandler: PipelineModule = {
  name: "execute-handler",
  notification: "executeRequestHandler",
  isHandler: true,
  run: ({ application, context, handled }) => handled ?? application!.handle(context),
};

const filteringHandler = (filter: AnswerFilter): PipelineModule => ({
  ...executeHandler,
  run: async ({ application, context, handled }) => handled ?? filter(context, await application!.handle(context)),
});

/**
 * Puts the stages in order. What needs no waiting runs without a promise: with remembered credentials a request waits for its body only.
 * Where the application of a request has HTTP modules, they take the rest of its way.
 */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { logger, proxyCounters: counters = new ProxyCounters(), shutdownRequested, findAccount = () => Promise.resolve(undefined) } = parts;
  const entrance = new Entrance({ logger, counters, ...(shutdownRequested === undefined ? {} : { shutdownRequested }) });
  // Says whose modules there are; and who may not come from where he comes is seen by none of them.
  const first: readonly PipelineModule[] = [resolveApplication, new CheckAddress(logger), new RequireTls(logger)];
  const stages = [
    new ForwardedUser(findAccount, logger), new Authenticate(logger), new OpenSealed(logger), authorizeUser, new AuthorizeUrl(logger),
    refuseClear(parts.answerFilter === undefined ? executeHandler : filteringHandler(parts.answerFilter), logger),
  ];
  stages.sort((a, b) => notifications.indexOf(a.notification) - notifications.indexOf(b.notification));
  return (came, socket) => {
    const started = parts.clock.now();
    const bindings = parts.sockets[socket] ?? [];
    const activityId = parts.newId();
    const entered = entrance.enter(came, bindings[0]?.front, activityId);
    const exchange: Exchange = {
      context: { request: entered.request, activityId, user: undefined, facts: {} },
      bindings,
      forwardedUser: entered.forwardedUser,
      forwardedFor: entered.forwardedFor,
      proxyLogId: entered.proxyLogId,
      site: undefined,
      application: undefined,
    };
    const outcome = entered.answer ?? runFrom(first, 0, exchange, parts, () => runRest(stages, exchange, started, parts));
    return outcome instanceof Promise ? outcome.then((answer) => finish(exchange, came, answer, started, parts, entered)) : finish(exchange, came, outcome, started, parts, entered);
  };
}

function runRest(stages: readonly PipelineModule[], exchange: Exchange, started: number, parts: PipelineParts): StageOutcome | Promise<StageOutcome> {
  const { modules } = exchange.application!;
  if (modules === undefined) return runFrom(stages, 0, exchange, parts);
  const { clock, logger, newId } = parts;
  return new ModulePassage(exchange, modules, { clock, logger, newId, started }).run(stages).catch((error: unknown) => failed(exchange, "http-modules", error, parts));
}

/** @param rest what comes when none of them has an answer */
function runFrom(modules: readonly PipelineModule[], first: number, exchange: Exchange, parts: PipelineParts, rest?: () => StageOutcome | Promise<StageOutcome>): StageOutcome | Promise<StageOutcome> {
  let index = first;
  try {
    for (; index < modules.length; index++) {
      const outcome = modules[index]!.run(exchange);
      if (outcome instanceof Promise) {
        const waiting = index;
        return outcome.then(
          (answer) => answer ?? runFrom(modules, waiting + 1, exchange, parts, rest),
          (error: unknown) => failed(exchange, modules[waiting]!.name, error, parts),
        );
      }
      if (outcome !== undefined) return outcome;
    }
  } catch (error) {
    return failed(exchange, modules[index]!.name, error, parts);
  }
  return rest?.();
}

const failed = (exchange: Exchange, where: string, error: unknown, parts: PipelineParts): HostResponse => failedAnswer(exchange, where, errorText(error), parts);

/** The last token of a login goes with whatever the answer is. */
function withLoginHeaders(response: HostResponse, { login }: Exchange): HostResponse {
  const { headers = [] } = login ?? {};
  if (headers.length === 0) return response;
  return response.native === undefined ? { ...response, headers: [...response.headers, ...headers] } : { ...response, native: nativeWithFields(response.native, headers) };
}

function finish(exchange: Exchange, came: HostRequest, answer: StageOutcome, started: number, parts: PipelineParts, { end }: Entered): HostResponse {
  const response = withLoginHeaders(sealAnswer(exchange, came, answer ?? { status: 404, headers: [] }, parts.logger), exchange);
  parts.logAccess(accessEntry(exchange, response.status, started, parts.clock));
  end?.();
  parts.finished?.();
  return response;
}
