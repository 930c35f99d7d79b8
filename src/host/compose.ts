/**
 * Reading this file is reading the architecture: what was read becomes a generation (applications in a pipeline), the generation hangs on
 * sockets, and a reload puts another one in its place. Everything built is undone backwards, also when building fails half-way.
 */
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { underline } from "../configuration/underline.js";
import { listen, type ListenerSet } from "../listener/listen.js";
import type { ListenerLimits } from "../listener/listener-settings.js";
import { Undo } from "../plugin-host/undo.js";
import { withDeadline } from "../plugin-host/with-deadline.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { HostSurroundings, OpenedHost } from "./begin-host.js";
import { drainLimitOf, hostBindings } from "./compose-applications.js";
import { ConfigurationRefused } from "./configuration-refused.js";
import { Generations } from "./generations.js";
import type { Generation } from "./generation.js";
import { GenerationComposer } from "./generation-composer.js";
import { addressesOf, listenerBindings, type HostAddresses } from "./host-addresses.js";
import { hostStatus } from "./host-status.js";
import { mountAdmin } from "./mount-admin.js";
import { nodeClock } from "./node-clock.js";
import { serverHeaderOf } from "./product.js";
import { Reloads, type PreparedSwap } from "./reloads.js";

export interface ComposeParts extends HostSurroundings {
  /** Tells the machine where the host is reached from now on. @throws when it cannot be told */
  announce(addresses: HostAddresses): void;
}

/** A host that serves. */
export interface ComposedHost extends OpenedHost {
  addresses(): HostAddresses;
}

/** @throws BindingFailed, or ConfigurationRefused where files that bindings name cannot be used; nothing is left open then. */
export async function compose(parts: ComposeParts): Promise<ComposedHost> {
  const undo = new Undo();
  try {
    return await build(parts, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function build(parts: ComposeParts, undo: Undo): Promise<ComposedHost> {
  const { logger } = parts.logging;
  const { certificateProblems } = parts.reading;
  if (certificateProblems.length > 0) throw new ConfigurationRefused(underline(certificateProblems, nodeFileAccess));
  const life: HostLife = { started: nodeClock.wallTime(), stopReason: "service" };
  const composer: GenerationComposer = new GenerationComposer(parts, (schemes) => (application) => mountAdmin(application, {
    schemes, logger,
    status: () => hostStatus({ ...life, generations, listeners: life.listeners, proxies: composer.proxyCounters }),
    notReady: () => (reloads.isStopping ? ["the host is stopping"] : []),
    reload: () => reloads.reload(),
    audit: (entry) => parts.audit.add(entry),
  }), () => reloads.reload());
  const generations: Generations = new Generations(await composer.compose(parts.reading));
  const drainLimit = (): number => drainLimitOf(generations.current.reading.configuration);
  undo.add("applications", () => generations.stop(life.stopReason, drainLimit()));

  // Numbers are known before anything is open: a request may come on the first socket while the last one is being opened.
  generations.current.seat(parts.reading.sockets.map((_, index) => index), bindingsOf(generations.current));
  const opening = listen(
    listenerBindings(parts.reading), limitsOf(generations.current), (request, socket) => generations.handle(request, socket),
    { logger, serverHeader: () => serverHeaderOf(generations.current.reading.configuration) },
  );
  const reloads: Reloads = new Reloads({
    read: parts.read,
    current: () => generations.current,
    compose: (reading) => composer.compose(reading, generations.current.applications.memories),
    prepare: async (next) => prepareSwap(next, { generations, listeners: await opening, announce: (addresses) => parts.announce(addresses) }),
  }, logger);
  const listeners = await opening;
  life.listeners = listeners;
  generations.current.locate(listeners.addresses);
  undo.add("listeners and reloads", async () => {
    const reloading = reloads.stop();
    await listeners.close(drainLimit());
    // A plug-in of the next configuration that never ends its start holds up no stop.
    await withDeadline(nodeClock, drainLimit(), () => reloading, () => undefined);
  });
  const { diagnostics, unavailable } = generations.current.applications;
  return {
    diagnostics, unavailable,
    addresses: () => addressesOf(generations.current.reading, generations.current.addresses),
    pluginsIn: (stack) => generations.pluginsIn(stack),
    reload: () => reloads.reload(),
    stop: async (reason) => {
      life.stopReason = reason;
      for (const { name, error } of await undo.run()) logger.error(`stopping ${name} went wrong`, { error: String(error) });
    },
  };
}

/** What changes while a host lives. */
interface HostLife {
  /** Wall time. */
  readonly started: number;
  listeners?: ListenerSet;
  stopReason: ShutdownReason;
}

/** Opens the sockets that the next generation has and this one has not, and tells where it is reached. */
async function prepareSwap(next: Generation, { generations, listeners, announce }: {
  readonly generations: Generations;
  readonly listeners: ListenerSet;
  announce(addresses: HostAddresses): void;
}): Promise<PreparedSwap> {
  const drain = drainLimitOf(generations.current.reading.configuration);
  generations.expect();
  try {
    const change = await listeners.prepare(listenerBindings(next.reading), limitsOf(next));
    next.seat(change.indexes, bindingsOf(next));
    next.locate(change.addresses);
    const undo = async (): Promise<void> => {
      generations.stay();
      await change.undo();
    };
    try {
      announce(addressesOf(next.reading, change.addresses));
    } catch (error) {
      await undo();
      throw new ConfigurationRefused([{ severity: "error", rule: "state-directory-unwritable", message: `the state directory cannot be written: ${(error as Error).message}` }]);
    }
    return {
      undo,
      commit: () => {
        generations.swap(next);
        void change.commit(drain);
      },
    };
  } catch (error) {
    generations.stay();
    throw error;
  }
}

const bindingsOf = ({ reading, applications }: Generation): ReturnType<typeof hostBindings> => hostBindings(reading.sockets, applications.sites, reading.fronts);

function limitsOf({ reading }: Generation): ListenerLimits {
  const { headerTimeoutMs, requestTimeoutMs, idleTimeoutMs, maxConnections, maxHeaderBytes } = reading.configuration.listener;
  return { headerTimeout: headerTimeoutMs, requestTimeout: requestTimeoutMs, idleTimeout: idleTimeoutMs, maxConnections, maxHeaderBytes };
}
