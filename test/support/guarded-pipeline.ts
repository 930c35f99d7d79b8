import { noClientCertificates, type ClientCertificates } from "../../src/base/client-certificate.js";
import type { HostConnection, HostRequest, HostResponse } from "../../src/base/host-message.js";
import type { Identity } from "../../src/base/identity.js";
import { ok } from "../../src/base/result.js";
import type { ApplicationGuards } from "../../src/pipeline/application-guards.js";
import type { AccessEntry, MountedApplication } from "../../src/pipeline/pipeline-settings.js";
import { createPipeline, type Pipeline } from "../../src/pipeline/run-pipeline.js";
import { ManualClock } from "../../src/testing/manual-clock.js";
import { RecordingLogger } from "../../src/testing/recording-logger.js";

export const connection: HostConnection = {
  id: 1, secure: false, tls: undefined, localAddress: "192.0.2.1", localPort: 5985, remoteAddress: "198.51.100.7", remotePort: 1, loopback: false, onClose: () => undefined,
};

export interface Asked {
  readonly method?: string;
  readonly connection?: Partial<HostConnection>;
  readonly certificates?: ClientCertificates;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who signs in; nobody unless given. */
  readonly user?: Pick<Identity, "name"> & Partial<Identity>;
}

/** A pipeline with one application that lets anybody in who comes past its guards. */
export class GuardedPipeline {
  readonly entries: AccessEntry[] = [];
  readonly logger = new RecordingLogger();
  served = 0;
  #user: Identity | undefined;
  readonly #pipeline: Pipeline;

  constructor(guards: ApplicationGuards) {
    const application: MountedApplication = {
      path: "/wsman", guards,
      handle: () => {
        this.served++;
        return { status: 200, headers: [] };
      },
      allowsAnonymous: () => true,
      authentication: {
        schemes: [{ name: "Test", challenge: () => ({ offer: "Test" }), authenticate: () => ({ kind: "accepted", identity: this.#user! }) }],
        allowUnencrypted: false, realm: "",
      },
    };
    this.#pipeline = createPipeline({
      sockets: [[{ host: "", site: { name: "Site", applications: [application] } }]],
      clock: new ManualClock(), logger: this.logger, newId: () => "ID", logAccess: (entry) => this.entries.push(entry),
    });
  }

  ask({ method = "POST", connection: own = {}, certificates = noClientCertificates, headers = {}, user }: Asked = {}): HostResponse | Promise<HostResponse> {
    const fields = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    if (user !== undefined) {
      fields.set("authorization", "Test x");
      this.#user = { authenticationType: "Test", isAdministrator: false, environment: new Map(), ...user };
    }
    const request: HostRequest = {
      method, path: "/wsman", query: "", host: "a", connection: { ...connection, ...own }, certificates,
      headers: { get: (name) => fields.get(name.toLowerCase()), entries: () => fields },
      readBody: async () => ok(new Uint8Array()),
      onGone: () => () => undefined,
    };
    return this.#pipeline(request, 0);
  }

  /** Status and sub-status as the log has them, or `200`, or `dropped`. */
  async outcome(asked: Asked = {}): Promise<string> {
    const served = this.served;
    const answer = await this.ask(asked);
    const { status, subStatus } = this.entries.at(-1)!;
    if ((this.served > served) !== (status === 200)) throw new Error(`answered ${status}, served ${this.served - served} times`);
    if (answer.abort === true) return `dropped ${status}.${subStatus}`;
    if (answer.status !== status || JSON.stringify(answer.headers).includes(String(subStatus ?? "none")) || answer.body !== undefined) throw new Error(`the client is told ${JSON.stringify(answer)}`);
    return subStatus === undefined ? String(status) : `${status}.${subStatus}`;
  }
}
