/** What the modules of one application may take. */
export interface ModuleLimits {
  /** Milliseconds that one notification of one module has, waiting included. */
  readonly notification: number;
  /** Octets of a body that are read before a client is asked for its certificate. */
  readonly preload: number;
  /** Octets of the largest body that a module may read. */
  readonly entity: number;
}
