import { pathToFileURL } from "node:url";
import type { ToHost } from "../../plugin-host/isolation/messages.js";
import { PluginRunner } from "../../plugin-host/isolation/plugin-runner.js";
import { nodeClock } from "../node-clock.js";
import { requestForms } from "./request-forms.js";

/**
 * Makes this thread or process the home of one plug-in. What it throws where nobody waits is told and ends nothing, as in the host's own
 * thread.
 */
export function runPlugin(post: (message: ToHost) => void, memory: () => number | undefined): PluginRunner {
  const runner = new PluginRunner({
    clock: nodeClock,
    forms: requestForms,
    importModule: (path) => import(pathToFileURL(path).href) as Promise<unknown>,
    memory,
    post,
  });
  process.on("uncaughtException", (error) => runner.stray("an exception that nobody caught", error));
  process.on("unhandledRejection", (error) => runner.stray("a rejection that nobody handled", error));
  return runner;
}
