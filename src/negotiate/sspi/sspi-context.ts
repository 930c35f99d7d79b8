import { EventEmitter } from "node:events";
import type { NegotiateContext, NegotiateStep, NegotiateTarget } from "../../base/negotiate-provider.js";
import type { NodeSspi, NodeSspiResponse } from "./node-sspi.js";

/** NTLM needs two messages of the client, Negotiate up to three. */
const mostSteps = 4;

type Failed = Extract<NegotiateStep, { state: "failed" }>;

/** Stands for the client's connection: node-sspi keeps its context in it, and leaves there who it is. */
class Connection extends EventEmitter {
  user?: unknown;
  userSid?: unknown;
  userGroups?: unknown;
}

/** One login with node-sspi, on objects of its own, so that it never sees the client's connection. */
export class SspiContext implements NegotiateContext {
  readonly #connection = new Connection();
  readonly #sspi: InstanceType<NodeSspi>;
  #steps = 0;
  #state: "open" | "running" | "done" | "failed" = "open";
  #isDisposed = false;

  /** @param packageName `undefined`: the scheme's word is none that SSPI is asked for */
  constructor(sspi: NodeSspi, private readonly packageName: "Negotiate" | "NTLM" | undefined, private readonly target: NegotiateTarget) {
    this.#sspi = new sspi({
      offerSSPI: true, offerBasic: false, authoritative: false, perRequestAuth: false, retrieveGroups: true, maxLoginAttemptsPerConnection: 1,
      sspiPackagesUsed: packageName === undefined ? [] : [packageName],
    });
  }

  async step(token: Uint8Array): Promise<NegotiateStep> {
    if (this.#isDisposed) return failed("the connection has ended");
    if (this.#state !== "open") return failed(this.#state === "running" ? "a token came while the one before was looked at" : "a token came after the end of the login");
    if (this.packageName === undefined) return failed("node-sspi does not know the scheme");
    if (this.target.tokenChecking === "Require") return failed("tokenChecking is Require, and node-sspi checks no channel bindings");
    if (this.target.serviceNames?.isRequired === true) return failed("tokenChecking is Require, and node-sspi does not tell which service the client logs in to");
    if (this.#steps++ === mostSteps) return failed(`the login has not ended after ${mostSteps} messages`);
    this.#state = "running";
    const answer = await this.#ask(this.packageName, token);
    this.#state = answer.state === "continue" ? "open" : answer.state;
    if (!this.#isDisposed) return answer;
    this.#close();
    return failed("the connection has ended");
  }

  dispose(): void {
    this.#isDisposed = true;
    // What node-sspi's thread is using may not be freed under it.
    if (this.#state !== "running") this.#close();
  }

  /** Makes node-sspi free its context. */
  #close(): void {
    this.#connection.emit("close");
    this.#connection.removeAllListeners();
  }

  async #ask(packageName: string, token: Uint8Array): Promise<NegotiateStep> {
    const response = new Answer();
    const request = { headers: { authorization: `${packageName} ${Buffer.from(token).toString("base64")}` }, connection: this.#connection };
    const error = await new Promise<string | undefined>((resolve) => {
      const told = (problem: unknown): string => (problem instanceof Error ? problem.message : typeof problem === "string" ? problem : "node-sspi does not say what went wrong");
      try {
        this.#sspi.authenticate(request, response, (problem) => resolve(problem === undefined || problem === null ? undefined : told(problem)));
      } catch (thrown) {
        resolve(told(thrown));
      }
    });
    return error === undefined ? this.#read(response) : failed(`SSPI: ${error}`);
  }

  /** That no error is told means nothing: only a name is a login, and only a token with a 401 goes on. */
  #read(response: Answer): NegotiateStep {
    const { user, userSid, userGroups } = this.#connection;
    if (typeof user === "string" && user !== "") {
      // Kerberos is done with one message; NTLM, and whatever else Negotiate may have agreed on, with more.
      const mechanism = this.#steps === 1 ? "Kerberos" : "NTLM";
      const groups = Array.isArray(userGroups) ? userGroups.filter((group) => typeof group === "string") : undefined;
      return { state: "done", identity: { name: user, mechanism, ...(typeof userSid === "string" ? { sid: userSid } : {}), ...(groups === undefined ? {} : { groups }) } };
    }
    const token = response.statusCode === 401 ? response.tokenOf(this.packageName!) : undefined;
    if (token !== undefined) return { state: "continue", token, stage: `SSPI: message ${this.#steps}` };
    return failed(response.statusCode === 500 ? "SSPI could not look at the token (no authority was reached, or a resource is short)" : "SSPI refused the login");
  }
}

class Answer implements NodeSspiResponse {
  statusCode: number | undefined;
  #challenges: readonly string[] = [];

  setHeader(name: string, value: string | readonly string[]): void {
    if (name.toLowerCase() === "www-authenticate") this.#challenges = typeof value === "string" ? [value] : value;
  }

  end(): void {
    // Nobody reads what it would say.
  }

  tokenOf(packageName: string): Uint8Array | undefined {
    for (const challenge of this.#challenges) {
      const [word, token] = challenge.split(" ");
      if (word === packageName && token !== undefined && token !== "") return Buffer.from(token, "base64");
    }
    return undefined;
  }
}

const failed = (reason: string): Failed => ({ state: "failed", reason, stage: "SSPI" });
