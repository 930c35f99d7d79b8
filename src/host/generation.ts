import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import type { ListenerAddress } from "../listener/listener-settings.js";
import type { HostBinding } from "../pipeline/pipeline-settings.js";
import { createPipeline, type Pipeline, type PipelineParts } from "../pipeline/run-pipeline.js";
import { withDeadline } from "../plugin-host/with-deadline.js";
import type { ComposedApplications } from "./compose-applications.js";
import type { OpenListener } from "./host-information.js";
import { pluginIdentities, pluginKey } from "./plugin-identities.js";
import type { HostReading } from "./read-host.js";

/** What a generation is read from: a configuration that can be served. */
export type ServableReading = HostReading & { readonly configuration: HostConfiguration };

/**
 * One configuration with all that was made from it: applications, pipeline, which sites are on which socket. A reload makes another one
 * beside it; then requests come to that one, and this one ends when what it has begun is finished.
 */
export class Generation {
  readonly reading: ServableReading;
  readonly applications: ComposedApplications;
  readonly #pipeline: Pipeline;
  readonly #clock: PipelineParts["clock"];
  /** By the number that the listener gave the socket. */
  readonly #sockets: (readonly HostBinding[] | undefined)[] = [];
  #addresses: readonly ListenerAddress[] | undefined;
  readonly #listeners = new Map<SiteConfiguration, readonly OpenListener[]>();
  #running = 0;
  #whenQuiet: (() => void) | undefined;
  #hurry: () => void = () => undefined;
  /** Of its plug-ins, those that every configuration since has had. */
  readonly #same: Map<string, string>;
  #isPastLimit = false;

  constructor(reading: ServableReading, applications: ComposedApplications, parts: Omit<PipelineParts, "sockets" | "finished">) {
    this.reading = reading;
    this.applications = applications;
    this.#clock = parts.clock;
    this.#same = new Map(this.identities);
    this.#pipeline = createPipeline({ ...parts, sockets: this.#sockets as readonly (readonly HostBinding[])[], finished: () => this.#finished() });
  }

  /** Says which sites are on the sockets of these numbers. */
  seat(indexes: readonly number[], bindings: readonly (readonly HostBinding[])[]): void {
    indexes.forEach((index, at) => (this.#sockets[index] = bindings[at]!));
  }

  /** Says where its sockets are open, in the order that they were planned in. */
  locate(addresses: readonly ListenerAddress[]): void {
    this.#addresses = addresses;
  }

  /** `undefined` before anything is open. */
  get addresses(): readonly ListenerAddress[] | undefined {
    return this.#addresses;
  }

  /** What is open never changes once all of it is, and plug-ins ask with every request. */
  listenersOf(site: SiteConfiguration, find: () => readonly OpenListener[]): readonly OpenListener[] {
    const found = this.#listeners.get(site) ?? find();
    if (this.#addresses !== undefined) this.#listeners.set(site, found);
    return found;
  }

  /** The sites on a socket; none on one that is not its own. */
  bindings(socket: number): readonly HostBinding[] {
    return this.#sockets[socket] ?? [];
  }

  serves(socket: number): boolean {
    return this.#sockets[socket] !== undefined;
  }

  handle(request: HostRequest, socket: number): HostResponse | Promise<HostResponse> {
    this.#running++;
    return this.#pipeline(request, socket);
  }

  /** Requests come to it from now on: its limits hold for what was remembered before it. */
  takeOver(): void {
    for (const { app } of this.applications.wsman) app?.takeOver();
  }

  /**
   * Waits for requests and enumerations that it has begun, ends those that are left at the limit, shuts its plug-ins down. Shells of plug-ins
   * that the configurations after it have unchanged are not ended: they are waited for. Never rejects.
   * @param limit milliseconds
   * @param pastLimit told when what is left then are such shells
   */
  async retire(limit: number, pastLimit: () => void): Promise<void> {
    let isHurried = false;
    const hurried = new Promise<void>((resolve) => (this.#hurry = () => {
      isHurried = true;
      resolve();
    }));
    const finished = Promise.all([this.#quiet(), this.#ended()]);
    await withDeadline(this.#clock, limit, () => Promise.race([finished, hurried]), () => undefined);
    if (!isHurried) {
      this.#endChanged();
      pastLimit();
      await Promise.race([this.#ended(), hurried]);
    }
    await this.applications.stop("iis-host", 0);
  }

  /** Another one serves from now on. @param limit milliseconds that shells have to end whose plug-in is another there, or none */
  outlivedBy({ identities }: Generation, limit: number): void {
    for (const [key, identity] of this.#same) if (identities.get(key) !== identity) this.#same.delete(key);
    if (this.#isPastLimit) this.#clock.after(limit, () => this.#endChanged());
  }

  /** Everything but shells that stay has had its time. */
  get isPastLimit(): boolean {
    return this.#isPastLimit;
  }

  /** What its plug-ins are, by their keys. */
  get identities(): ReadonlyMap<string, string> {
    return pluginIdentities(this.reading.configuration, this.reading.pluginVersions);
  }

  #ended(): Promise<unknown> {
    return Promise.all(this.applications.wsman.map(async ({ app }) => app?.openEnded()));
  }

  #endChanged(): void {
    this.#isPastLimit = true;
    for (const [key, app] of this.applications.processors) app.drainBut((plugin) => this.#same.has(pluginKey(key, plugin)));
  }

  /** Ends the waiting of `retire`. */
  hurry(): void {
    this.#hurry();
  }

  #quiet(): Promise<void> {
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => (this.#whenQuiet = resolve));
  }

  #finished(): void {
    if (--this.#running === 0) this.#whenQuiet?.();
  }
}
