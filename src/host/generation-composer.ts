import { BasicScheme } from "../pipeline/basic-scheme.js";
import type { HostSurroundings } from "./begin-host.js";
import { composeApplications, type ApplicationParts, type ComposedApplications } from "./compose-applications.js";
import { Generation, type ServableReading } from "./generation.js";
import { openListeners } from "./host-addresses.js";
import { newId } from "./new-id.js";
import type { Reload } from "./reload-outcome.js";
import { nodeClock } from "./node-clock.js";

/** Makes what one configuration says after the other. Credentials, logs, documents and what applications remember are those of the host. */
export class GenerationComposer {
  readonly #schemes: readonly BasicScheme[];

  constructor(
    private readonly surroundings: Omit<HostSurroundings, "reading">,
    /** Absent: the administration application is left out. */
    private readonly mountAdmin?: (schemes: readonly BasicScheme[]) => NonNullable<ApplicationParts["mountAdmin"]>,
    /** For plug-ins that change the configuration; absent: they cannot. */
    private readonly reload?: Reload,
  ) {
    this.#schemes = [new BasicScheme(surroundings.verifyPassword)];
  }

  /**
   * Starts every plug-in of a configuration. Nothing that serves notices.
   * @param memories of the applications of the configuration it is to follow. Not that configuration itself, which would live on in here
   */
  async compose(reading: ServableReading, memories?: ComposedApplications["memories"]): Promise<Generation> {
    const { logging, audit, documents, modules, findAccount, answerFilter, application } = this.surroundings;
    const { logger } = logging;
    let generation: Generation | undefined;
    const applications = await composeApplications({
      configuration: reading.configuration, schemes: this.#schemes, logger, documents, modules, findAccount,
      listeners: (site) => {
        const find = (): ReturnType<typeof openListeners> => openListeners(reading, generation?.addresses, site);
        return generation?.listenersOf(site, find) ?? find();
      },
      ...(application === undefined ? {} : { application }),
      audit: (entry) => audit.add(entry),
      memoryOf: (key) => memories?.get(key),
      ...(this.reload === undefined ? {} : { reload: this.reload }),
      ...(this.mountAdmin === undefined ? {} : { mountAdmin: this.mountAdmin(this.#schemes) }),
    });
    generation = new Generation(reading, applications, { clock: nodeClock, logger, newId, logAccess: (entry) => logging.logAccess(entry), ...(answerFilter === undefined ? {} : { answerFilter }) });
    return generation;
  }
}
