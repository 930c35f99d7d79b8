import { createServer, type Server, type Socket } from "node:net";
import { findNamed, inOrderOfNames } from "./find-named.js";
import type { ListenerBinding, ListenerLimits, NamedCertificate } from "./listener-settings.js";
import { changeTimeouts, serverOptions } from "./make-server.js";
import { peekServerName } from "./peek-server-name.js";
import { SecureService, type ServiceSettings } from "./secure-service.js";

type Tls = NonNullable<ListenerBinding["tls"]>;

/** What an https binding asks of whoever keeps the connections. */
export interface SecureKeeper {
  /** @returns whether there is room for it; otherwise it has been seen off */
  admit(socket: Socket): boolean;
  /** Takes what comes on a new service. */
  attach(service: SecureService): void;
  /** Another one is in its place. */
  retire(service: SecureService): void;
}

interface Name {
  readonly host: string;
  readonly service: SecureService;
}

/**
 * The socket of an https binding and the TLS servers behind it. Host names whose clients are asked for certificates in the same way share a
 * server. Where there is more than one, the name in the client's first message decides before any of them sees it: whether a certificate
 * is asked for cannot be said for one name of a server only.
 */
export class SecureBinding {
  /** What listens. */
  readonly server: Server;
  readonly #keeper: SecureKeeper;
  #limits: ListenerLimits;
  #services: readonly SecureService[] = [];
  #names: readonly Name[] = [];
  readonly #retired = new Set<SecureService>();

  /** @throws for certificates and trusted issuers that cannot be used */
  constructor(tls: Tls, limits: ListenerLimits, keeper: SecureKeeper) {
    this.#keeper = keeper;
    this.#limits = limits;
    this.prepare(tls)();
    this.server = createServer({ noDelay: true, keepAlive: true }, (socket) => this.#accept(socket));
  }

  /**
   * Other certificates for a socket that listens: they are proved now and hold, once the returned function is called, for connections from
   * then on. Connections that are open stay, unless the names are asked in another way than before.
   * @throws for one that cannot be used
   */
  prepare(tls: Tls): () => void {
    const groups = groupsOf(tls);
    const isSame = groups.length === this.#services.length && groups.every(({ certificate }, index) => this.#services[index]!.mode === certificate.clientCertificate?.mode);
    const changes = isSame ? groups.map((group, index) => this.#services[index]!.prepare(group)) : [];
    const services = isSame ? this.#services : groups.map((group) => this.#open(group));
    const names = inOrderOfNames(groups.flatMap(({ named }, index) => named.map(({ host }) => ({ host, service: services[index]! }))));
    return () => {
      for (const change of changes) change();
      const before = this.#services;
      this.#services = services;
      this.#names = names;
      for (const service of services) {
        service.belongs = services.length === 1 ? undefined : (host) => this.#serviceOf(host) === service;
        if (before.includes(service)) continue;
        this.#keeper.attach(service);
        service.begin();
      }
      for (const service of before) if (!services.includes(service)) this.#retire(service);
    };
  }

  changeLimits(limits: ListenerLimits): void {
    this.#limits = limits;
    for (const { server } of [...this.#services, ...this.#retired]) changeTimeouts(server, limits);
  }

  /** @param closed when the last connection has ended */
  close(closed: () => void): void {
    this.server.close(closed);
    for (const service of [...this.#services, ...this.#retired]) service.close();
  }

  #open(group: ServiceSettings): SecureService {
    const service = new SecureService(group, { ...serverOptions(this.#limits), handshakeTimeout: this.#limits.headerTimeout });
    changeTimeouts(service.server, this.#limits);
    return service;
  }

  #retire(service: SecureService): void {
    service.isRetired = true;
    // For limits that change while its last answers are given.
    this.#retired.add(service);
    this.#keeper.retire(service);
  }

  #accept(socket: Socket): void {
    if (!this.#keeper.admit(socket)) return;
    const [only, ...others] = this.#services;
    if (others.length === 0) only!.server.emit("connection", socket);
    else peekServerName(socket, this.#limits.headerTimeout, (name) => this.#serviceOf(name ?? "").server.emit("connection", socket));
  }

  #serviceOf(name: string): SecureService {
    return findNamed(this.#names, name)?.service ?? this.#services[0]!;
  }
}

/** Names that are asked in the same way together; first those of who names none. */
function groupsOf({ named = [], ...certificate }: Tls): readonly ServiceSettings[] {
  const keyOf = ({ clientCertificate }: Pick<NamedCertificate, "clientCertificate">): string => JSON.stringify(clientCertificate ?? null);
  const groups = new Map<string, { readonly certificate: ServiceSettings["certificate"]; readonly named: NamedCertificate[] }>([[keyOf(certificate), { certificate, named: [] }]]);
  for (const each of inOrderOfNames(named)) {
    const key = keyOf(each);
    const group = groups.get(key) ?? { certificate: each, named: [] };
    group.named.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}
