import type { StartFarSide } from "../../plugin-host/isolation/far-side.js";
import { startProcess } from "./start-process.js";
import { startWorker } from "./start-worker.js";

/** Starts what the configuration says for a plug-in that is not in the host's own thread. */
export const startFarSide: StartFarSide = async (plugin, settings, events) =>
  settings.mode === "worker" ? startWorker(plugin, settings, events) : startProcess(plugin, settings, events);
