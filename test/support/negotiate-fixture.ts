import { noClientCertificates } from "../../src/base/client-certificate.js";
import type { HostConnection, HostRequest, HostResponse } from "../../src/base/host-message.js";
import type { LogFields, Logger } from "../../src/base/logger.js";
import { fail, ok } from "../../src/base/result.js";
import { ntHash } from "../../src/protocol/auth/ntlm/ntlm-keys.js";
import { accountKey, type UserRecord } from "../../src/protocol/auth/users-text.js";
import type { ApplicationGuards } from "../../src/pipeline/application-guards.js";
import type { ApplicationAuthentication } from "../../src/pipeline/authentication-scheme.js";
import type { ModuleChain } from "../../src/pipeline/modules/module-chain.js";
import { NegotiateLogins, type NegotiateSettings } from "../../src/pipeline/negotiate-logins.js";
import type { NegotiateProvider, NegotiateSchemeName } from "../../src/base/negotiate-provider.js";
import { NegotiateScheme } from "../../src/pipeline/negotiate-scheme.js";
import { NtlmProvider } from "../../src/pipeline/ntlm-provider.js";
import { createPipeline, type Pipeline } from "../../src/pipeline/run-pipeline.js";
import type { Application } from "../../src/base/request-context.js";
import { FailedAttempts } from "../../src/store/failed-attempts.js";
import { ManualClock } from "../../src/testing/manual-clock.js";
import { NtlmClient, type NtlmClientOptions } from "./ntlm-client.js";

export const account = (name: string, password?: string): UserRecord =>
  ({ name, hash: "", administrator: false, environment: new Map(), ...(password === undefined ? {} : { ntHash: Buffer.from(ntHash(password)).toString("hex") }) });

/** Accounts in memory, found as those of the users file are. */
export class AccountList {
  generation = 1;
  readonly #all = new Map<string, UserRecord>();
  isReading = false;
  set(...accounts: readonly UserRecord[]): void {
    this.#all.clear();
    for (const each of accounts) this.#all.set(accountKey(each.name), each);
    this.generation++;
  }
  refresh(): Promise<void> | undefined {
    return this.isReading ? Promise.resolve() : undefined;
  }
  async find(name: string): Promise<UserRecord | undefined> {
    const key = accountKey(name);
    return this.#all.get(key) ?? this.#all.get(key.slice(key.indexOf("\\") + 1));
  }
}

/** A ticket is text; whoever it names is let in. Two steps for names that begin with `slow`. */
export class TicketProvider implements NegotiateProvider {
  readonly name = "tickets";
  readonly schemes: readonly NegotiateSchemeName[] = ["Negotiate", "Kerberos"];
  readonly can = { sealing: false, mutualAuth: true, channelBinding: false };
  disposed = 0;
  open = 0;
  gate: Promise<void> = Promise.resolve();
  accepts(_scheme: NegotiateSchemeName, token: Uint8Array): boolean {
    return token[0] === 0x60 && Buffer.from(token).includes("ticket:");
  }
  begin(): ReturnType<NegotiateProvider["begin"]> {
    this.open++;
    return {
      step: async (token) => {
        await this.gate;
        const name = Buffer.from(token).toString("latin1").split("ticket:")[1]!;
        // As Kerberos' own rules do for names of the machine's realm.
        const localName = /^([^@/\\]+)@REALM$/u.exec(name)?.[1];
        return { state: "done", token: Buffer.from("mutual"), identity: { name, mechanism: "Kerberos", ...(localName === undefined ? {} : { localName }) } };
      },
      dispose: () => {
        this.disposed++;
      },
    };
  }
  /** Looks like raw Kerberos. */
  static ticket(name: string): Buffer {
    const inner = Buffer.concat([Buffer.from("06092a864886f712010202", "hex"), Buffer.from(`ticket:${name}`, "latin1")]);
    return Buffer.concat([Buffer.from([0x60, inner.length]), inner]);
  }
}

export interface Ask {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly method?: string;
}

/** A connection whose end tests decide. */
export interface TestConnection extends HostConnection {
  close(): void;
}

export function connectionOf(facts: Partial<HostConnection> = {}): TestConnection {
  const closing: (() => void)[] = [];
  return {
    id: 1, secure: false, tls: undefined, localAddress: "192.0.2.1", localPort: 5985, remoteAddress: "198.51.100.7", remotePort: 1, loopback: false,
    onClose: (run) => void closing.push(run), ...facts,
    close: () => closing.splice(0).forEach((run) => run()),
  };
}

/** The pipeline with one application, Negotiate in front of it, and what was logged. */
export class NegotiateFixture {
  readonly accounts = new AccountList();
  readonly clock = new ManualClock();
  readonly tickets = new TicketProvider();
  readonly lines: { readonly level: string; readonly message: string; readonly fields: LogFields }[] = [];
  /** Bodies that came to the application. */
  readonly served: { readonly user: string; readonly type: string; readonly body: string }[] = [];
  readonly #pipeline: Pipeline;

  constructor(settings: Partial<NegotiateSettings> = {}, authentication: Partial<ApplicationAuthentication> = {}, application: Application = () => ({ status: 200, headers: [["Content-Type", "text/plain"]], body: "answer" }), modules?: ModuleChain, guards?: ApplicationGuards) {
    this.accounts.set(account("alice", "secret"), account("bob", "other"));
    const { clock } = this;
    const log = (level: string) => (message: string, fields: LogFields = {}): void => void this.lines.push({ level, message, fields });
    const logger: Logger = { error: log("error"), warn: log("warn"), info: log("info"), debug: log("debug") };
    const logins = new NegotiateLogins(this.accounts, logger, this.clock);
    const providers = [this.tickets, new NtlmProvider({ accounts: this.accounts, failed: new FailedAttempts(clock, 10, 100), clock, computer: "host" })];
    const schemes = (["Negotiate", "NTLM", "Kerberos"] as const).map((name) => new NegotiateScheme(name, logins, { authPersistSingleRequest: false, authPersistNonNtlm: false, tokenChecking: "None", providers, keys: "", ...settings }));
    this.#pipeline = createPipeline({
      sockets: [[{ host: "", site: { name: "Site", applications: [{
        path: "/wsman", allowsAnonymous: (request) => request.headers.get("x-anybody") !== undefined,
        handle: async (context) => {
          const body = await context.request.readBody(1000);
          this.served.push({ user: context.user?.name ?? "", type: context.request.headers.get("content-type") ?? "", body: body.ok ? Buffer.from(body.value).toString() : body.error });
          return application(context);
        },
        authentication: { schemes, allowUnencrypted: true, realm: "WSMAN", messageEncryption: { mode: "service", limit: 2000 }, ...authentication },
        modules,
        ...(guards === undefined ? {} : { guards }),
      }] } }]],
      clock, logger, newId: () => "ID", logAccess: () => undefined,
    });
  }

  async ask(connection: HostConnection, { token, headers = {}, body = "<x/>", method = "POST" }: Ask = {}): Promise<HostResponse> {
    const octets = typeof body === "string" ? Buffer.from(body) : body;
    const fields = new Map(Object.entries({ "content-type": "application/soap+xml;charset=UTF-8", "content-length": String(octets.length), ...(token === undefined ? {} : { authorization: token }), ...headers }));
    const request: HostRequest = {
      method, path: "/wsman", query: "", host: "a", connection, certificates: noClientCertificates,
      headers: { get: (name) => fields.get(name.toLowerCase()), entries: () => fields },
      readBody: async (limit) => (octets.length > limit ? fail("tooLarge") : ok(octets)),
      onGone: () => () => undefined,
    };
    return this.#pipeline(request, 0);
  }

  /** A whole login with raw NTLM. @returns the client, which has the key, and the last answer */
  async login(connection: HostConnection, options: NtlmClientOptions = { user: "alice", password: "secret" }, scheme = "NTLM", last: Ask = { body: "" }): Promise<{ readonly client: NtlmClient; readonly answer: HostResponse }> {
    const client = new NtlmClient(options);
    const challenged = await this.ask(connection, { token: `${scheme} ${client.negotiate().toString("base64")}`, body: "" });
    const challenge = Buffer.from(challenges(challenged)[0]!.split(" ")[1] ?? "", "base64");
    return { client, answer: await this.ask(connection, { ...last, token: `${scheme} ${client.authenticate(challenge).toString("base64")}` }) };
  }

  /** Why the last attempt was refused. */
  get reason(): unknown {
    return this.lines.filter(({ message }) => message === "authentication refused").at(-1)?.fields["reason"];
  }
}

export const challenges = ({ headers }: HostResponse): readonly string[] => headers.filter(([name]) => name === "WWW-Authenticate").map(([, value]) => value);

export const kerberos = (name: string): string => `Kerberos ${TicketProvider.ticket(name).toString("base64")}`;
