import { shellFaults } from "../../../protocol/wsman/shell-faults.js";
import type { PluginAnswer, PluginCallContext } from "../../../routing/plugin-port.js";
import type { Exchange, Reply } from "../exchange.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer } from "../operations/finish-answer.js";
import type { Ending } from "./ending.js";

type Answer<T> = PluginAnswer<T> | Promise<PluginAnswer<T>>;

/**
 * Asks a plug-in something of a shell or command. When that ends meanwhile nobody waits any longer: the plug-in's call is cancelled, and the
 * client is told what has ended, whatever the plug-in has answered.
 */
export function whileOpen<T>(exchange: Exchange, ending: Ending, ask: (context: PluginCallContext) => Answer<T>, write: (value: T) => Reply | Promise<Reply>, over = aborted): Reply | Promise<Reply> {
  const answer = ask(untilEnd(callContext(exchange), ending));
  const finish = (known: PluginAnswer<T>): Reply | Promise<Reply> => (ending.isOver ? over() : finishAnswer(exchange, known, write));
  return answer instanceof Promise ? answer.then(finish) : finish(answer);
}

/** The same call, which also ends with what it is about. */
export function untilEnd(context: PluginCallContext, ending: Ending): PluginCallContext {
  const onGone: PluginCallContext["onGone"] = (run) => {
    const forgetClient = context.onGone?.(run);
    const forgetEnd = ending.onEnd(run);
    return () => {
      forgetClient?.();
      forgetEnd();
    };
  };
  return { ...context, onGone };
}

const aborted = (): Reply => ({ fault: shellFaults.aborted });
