import type { SenderDetails } from "../sdk/operation-request.js";
import { invokeMethod } from "./call-method.js";
import { callPlugin } from "./call-plugin.js";
import { methodOf } from "./check-declaration.js";
import { expandFilename, isExpandable } from "./expand-filename.js";
import type { InstancePool } from "./instance-pool.js";
import type { HostDuties, PluginAnswer, PluginCallContext, PluginItems, RequestByCapability, SingleCapability, ValueByCapability } from "./plugin-answer.js";
import type { OperationPort } from "./plugin-host.js";
import type { PluginInstance } from "./plugin-instance.js";
import { pluginPath } from "./plugin-path.js";
import type { AskedRequest } from "./plugin-request.js";
import { GuardedItems } from "./plugin-items.js";
import type { PluginHostAbilities, PluginSettings } from "./plugin-settings.js";
import { reportTrouble } from "./report-trouble.js";
import { guardOwnOutput } from "./shells/guarded-output.js";
import { GuardedShell } from "./shells/guarded-shell.js";
import { closeLate, type ShellAbilities } from "./shells/guarded-stream.js";
import type { OpenShell, ShellPort, OwnSink } from "./shells/shell-types.js";
import { takeAnswer } from "./take-answer.js";
import { wholeQuery } from "./whole-query.js";

type Sent = Pick<AskedRequest, "sender">;

/** One configured plug-in as applications call it. The Filename is expanded for each request with its sender's environment. */
export function createOperationPort(settings: PluginSettings, baseDirectory: string, pool: InstancePool, abilities: PluginHostAbilities): OperationPort {
  const report = reportTrouble(settings.name, abilities);
  const fixedPath = isExpandable(settings.filename) ? undefined : pluginPath(baseDirectory, settings.filename);

  const instanceFor = (request: Sent): PluginInstance | string | Promise<PluginInstance | string> => {
    if (fixedPath !== undefined) return pool.get(fixedPath);
    const expanded = expandFilename(settings.filename, request.sender.environment);
    if (!expanded.ok) return `the variable ${expanded.error.missing} in its Filename ${settings.filename} is not set for ${request.sender.senderName}`;
    return pool.get(pluginPath(baseDirectory, expanded.value));
  };

  const within = <T>(
    what: string, request: Sent, context: PluginCallContext,
    ask: (instance: PluginInstance, context: PluginCallContext) => PluginAnswer<T> | Promise<PluginAnswer<T>>,
  ): PluginAnswer<T> | Promise<PluginAnswer<T>> => {
    const instance = instanceFor(request);
    if (typeof instance === "string") return report.unavailable(what, instance);
    if (!(instance instanceof Promise)) return ask(instance, context);
    return waitForInstance(what, instance, context, ask);
  };

  const waitForInstance = async <T>(
    what: string, starting: Promise<PluginInstance | string>, context: PluginCallContext,
    ask: (instance: PluginInstance, context: PluginCallContext) => PluginAnswer<T> | Promise<PluginAnswer<T>>,
  ): Promise<PluginAnswer<T>> => {
    const began = abilities.clock.now();
    const { promise: late, resolve: ring } = withResolver<"late">();
    const stop = abilities.clock.after(context.timeout, () => ring("late"));
    const instance = await Promise.race([starting, late]);
    stop();
    if (instance === "late") return report.timedOut(what, context.timeout);
    if (typeof instance === "string") return report.unavailable(what, instance);
    return ask(instance, { ...context, timeout: Math.max(0, context.timeout - (abilities.clock.now() - began)) });
  };

  return {
    name: settings.name,
    filename: settings.filename,
    xmlRenderingType: settings.xmlRenderingType,
    duties: (sender: SenderDetails, context) => within<HostDuties>("a request", { sender }, context, ({ duties }) => ({ kind: "answered", value: duties })),
    call<C extends SingleCapability>(capability: C, request: RequestByCapability[C], context: PluginCallContext) {
      return within<ValueByCapability[C]>(capability, request, context, (instance, remaining) =>
        callPlugin<ValueByCapability[C]>({
          what: capability,
          invoke: (signal) => invokeMethod(instance.operations, methodOf[capability], request, signal),
          take: (value) => takeAnswer[capability](value, request.limits.maxEnvelopeSize),
          context: remaining,
        }, { clock: abilities.clock, inFlight: instance.inFlight, report }));
    },
    enumerate(request, context) {
      return within<PluginItems>("Enumerate", request, context, (instance, remaining) =>
        callPlugin<PluginItems>({
          what: "Enumerate",
          invoke: (signal) => invokeMethod(instance.operations, methodOf.Enumerate, instance.duties.filters ? wholeQuery(request, instance.duties.classes) : request, signal),
          take: (value, signal) => {
            const items: GuardedItems = new GuardedItems(value, signal, request.limits.maxEnvelopeSize, report, () => leave());
            // An open enumeration keeps its plug-in busy until it is closed.
            const leave = instance.inFlight.add((reason) => items.close(reason));
            return items;
          },
          tooLate: (value) => closeUnseen(value),
          context: remaining,
        }, { clock: abilities.clock, inFlight: instance.inFlight, report }));
    },
    openShell(request, context) {
      return within<ShellPort>("Create", request, context, (instance, remaining) => openShell(instance, request, remaining, { clock: abilities.clock, inFlight: instance.inFlight, report, closeLimit: instance.settings.shutdownTimeout, outputs: instance.outputs }));
    },
    timedOut: (what, milliseconds) => void report.timedOut(what, milliseconds),
  };
}

/** An open shell keeps its plug-in busy until it is closed. */
function openShell(instance: PluginInstance, request: OpenShell, context: PluginCallContext, abilities: ShellAbilities): PluginAnswer<ShellPort> | Promise<PluginAnswer<ShellPort>> {
  const output = guardOwnOutput(request.output, abilities.report);
  const take = taking(abilities, instance.inFlight, request.output);
  return callPlugin<ShellPort>({
    what: "Create",
    invoke: (signal) => Reflect.apply(instance.operations!["openShell"] as (request: unknown) => unknown, instance.operations, [{ ...request, output, signal: signal.signal }]),
    take,
    tooLate: (value) => void closeLate(value),
    context,
  }, abilities);
}

/** By itself: made where the request is, its functions would keep the request for as long as the shell is open. */
const taking = (abilities: ShellAbilities, inFlight: PluginInstance["inFlight"], sink: OwnSink) => (value: unknown): ShellPort => {
  const shell: GuardedShell = new GuardedShell(value, "shell", abilities, () => {
    leave();
    forget();
  });
  const leave = inFlight.add(() => void shell.close("shutdown"));
  const forget = abilities.outputs.add((refusal) => sink.done(refusal));
  return shell;
};

/** An enumeration that came too late was never taken up; nobody else will end it. Its iterator was not opened, so nothing runs. */
function closeUnseen(value: unknown): void {
  try {
    const iterator = value as { return?: unknown } | null | undefined;
    if (typeof iterator?.return === "function") void Promise.resolve(Reflect.apply(iterator.return, value, [])).catch(() => undefined);
  } catch {
    // Too late for anybody to be told.
  }
}

function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((give) => (resolve = give));
  return { promise, resolve };
}
