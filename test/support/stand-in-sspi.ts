import type { EventEmitter } from "node:events";
import type { NodeSspiOptions, NodeSspiRequest, NodeSspiResponse } from "../../src/negotiate/sspi/node-sspi.js";

/** What one message of a client comes to. */
export type SspiMove =
  | { readonly kind: "challenge"; readonly token: string }
  | { readonly kind: "user"; readonly user: string; readonly sid?: string; readonly groups?: readonly string[] }
  /** SEC_E_LOGON_DENIED and the like: a bare 401. */
  | { readonly kind: "denied" }
  /** SEC_E_NO_AUTHENTICATING_AUTHORITY and the like. */
  | { readonly kind: "trouble" }
  /** A status that node-sspi has no case for: nothing is said at all. */
  | { readonly kind: "silence" }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "throws"; readonly text: string };

type StandInConnection = EventEmitter & { user?: string; userSid?: string; userGroups?: readonly string[]; svrCtx?: object };

/** Has node-sspi's interface and keeps its ways: a context in the connection from the first message to the last, freed when that closes. */
export class StandInSspi {
  /** Every header that came, of all logins. */
  static headers: string[] = [];
  static options: NodeSspiOptions[] = [];
  static openContexts = 0;
  static moves: SspiMove[] = [];
  /** Freed while its thread was using it. */
  static crashes = 0;
  /** Called before an answer is given. */
  static pause: (() => Promise<void>) | undefined;

  constructor(options: NodeSspiOptions) {
    StandInSspi.options.push(options);
  }

  static reset(...moves: readonly SspiMove[]): void {
    Object.assign(StandInSspi, { headers: [], options: [], openContexts: 0, moves: [...moves], crashes: 0, pause: undefined });
  }

  authenticate(request: NodeSspiRequest, response: NodeSspiResponse, done: (error?: unknown) => void): void {
    StandInSspi.headers.push(request.headers.authorization);
    const connection = request.connection as StandInConnection;
    if (connection.user !== undefined) return done();
    let running = true;
    const free = (): void => {
      if (connection.svrCtx === undefined) return;
      if (running) StandInSspi.crashes++;
      delete connection.svrCtx;
      StandInSspi.openContexts--;
    };
    if (connection.svrCtx === undefined) {
      connection.svrCtx = {};
      StandInSspi.openContexts++;
      connection.on("close", free);
    }
    const move = StandInSspi.moves.shift()!;
    if (move.kind === "throws") throw new Error(move.text);
    void (StandInSspi.pause ?? (async () => undefined))().then(() => {
      running = false;
      this.#answer(move, connection, response, done);
    });
  }

  #answer(move: Exclude<SspiMove, { kind: "throws" }>, connection: StandInConnection, response: NodeSspiResponse, done: (error?: unknown) => void): void {
    if (move.kind === "challenge") {
      response.setHeader("WWW-Authenticate", `Negotiate ${Buffer.from(move.token).toString("base64")}`);
      response.statusCode = 401;
      return done();
    }
    delete connection.svrCtx;
    StandInSspi.openContexts--;
    if (move.kind === "user") Object.assign(connection, { user: move.user, userSid: move.sid, userGroups: move.groups });
    if (move.kind === "denied") {
      response.statusCode = 401;
      response.setHeader("WWW-Authenticate", ["Negotiate"]);
    }
    if (move.kind === "trouble") response.statusCode = 500;
    done(...(move.kind === "error" ? [move.text] : []));
  }
}
