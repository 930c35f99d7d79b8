import type { Clock } from "../../base/clock.js";
import { RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_FINISH_REQUEST, RQ_NOTIFICATION_PENDING, type ModuleNotification, type RequestNotificationStatus } from "../../sdk/request-notification.js";
import type { ModulePart } from "./module-part.js";
import { OpenCall } from "./open-call.js";
import { thrownText } from "./thrown-text.js";

/** What a notification of a module came to: its status, or what it has thrown. */
export type ModuleOutcome = { readonly kind: "status"; readonly status: RequestNotificationStatus } | { readonly kind: "failed"; readonly error: unknown };

/** Tells a module of a notification and waits until it has ended, within its limit. Never rejects. */
export async function callModule(part: ModulePart, notification: ModuleNotification): Promise<ModuleOutcome> {
  const { module, state: { clock, logger, limits, exchange } } = part;
  const call = new OpenCall();
  part.open = call;
  part.notification = notification;
  const started = clock.now();
  let outcome: ModuleOutcome;
  try {
    const work = converse(part, call, notification);
    outcome = { kind: "status", status: await within(clock, limits.notification, work, () => waitedFor(call, limits.notification)) };
    call.isOver = true;
  } catch (error) {
    outcome = { kind: "failed", error };
    call.isOver = true;
    part.isBroken = true;
  }
  const milliseconds = clock.now() - started;
  module.times.add(notification, milliseconds, outcome.kind === "failed");
  logger.debug("module notified", { activityId: exchange.context.activityId, module: module.name, notification, milliseconds: Math.round(milliseconds * 1000) / 1000 });
  return outcome;
}

async function converse(part: ModulePart, call: OpenCall, notification: ModuleNotification): Promise<RequestNotificationStatus> {
  const { instance, context } = part;
  const provider = part.provider(notification, call);
  const tell = async (name: string, ...given: readonly unknown[]): Promise<RequestNotificationStatus> => {
    const handler = instance[name];
    if (typeof handler !== "function") throw new Error(`it has no ${name}, which it needs for ${notification}`);
    const status: unknown = await Reflect.apply(handler, instance, given);
    if (status === RQ_NOTIFICATION_CONTINUE || status === RQ_NOTIFICATION_PENDING || status === RQ_NOTIFICATION_FINISH_REQUEST) return status;
    throw new Error(`its ${name} gave ${typeof status} instead of RQ_NOTIFICATION_CONTINUE, RQ_NOTIFICATION_PENDING or RQ_NOTIFICATION_FINISH_REQUEST`);
  };

  let status = await tell(`on${notification[0]!.toUpperCase()}${notification.slice(1)}`, context, provider);
  while (status === RQ_NOTIFICATION_PENDING) {
    call.isPending = true;
    const completion = await call.next();
    call.isPending = false;
    status = completion.kind === "status" ? completion.status : await tell("onAsyncCompletion", context, notification, notification.startsWith("post"), completion.info, provider);
  }
  // The connection is in the midst of a handshake: nothing else may use it before that has ended.
  if (call.isNegotiating) {
    part.misused("went on while a client was asked for its certificate: it must await negotiateClientCertificate(), or give RQ_NOTIFICATION_PENDING while a completion is pending");
    await call.negotiated();
  } else if (call.leftOver > 0) part.misused("completed a notification for which it did not give RQ_NOTIFICATION_PENDING, or one more than once");
  return status;
}

const waitedFor = (call: OpenCall, limit: number): Error => new Error(call.isPending ? `it gave RQ_NOTIFICATION_PENDING and has not completed it within ${limit} ms` : `it has not answered within ${limit} ms`);

/** @throws what `late` makes when the time is over; what the work comes to afterwards is nobody's any more */
function within<T>(clock: Clock, limit: number, work: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limit, () => reject(late()));
    work.finally(cancel).then(resolve, (error: unknown) => reject(error instanceof Error ? error : new Error(thrownText(error))));
  });
}
