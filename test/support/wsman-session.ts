import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { post, type PlainAnswer } from "./plain-request.js";
import { actions, soapEnvelope, type SoapMessage } from "./soap-envelope.js";

/** A client that keeps one connection. */
export class WsmanSession {
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(
    readonly url: string,
    readonly authorization: string,
  ) {
    const options = { keepAlive: true, maxSockets: 1 };
    this.#agent = url.startsWith("https:") ? new HttpsAgent(options) : new HttpAgent(options);
  }

  send(message: SoapMessage): Promise<PlainAnswer> {
    return post(this.url, soapEnvelope(message), { authorization: this.authorization, agent: this.#agent });
  }

  get(resourceUri: string, selectors: Readonly<Record<string, string>> = {}): Promise<PlainAnswer> {
    return this.send({ action: actions.get, resourceUri, selectors });
  }

  /** @returns the answer, whose context the next Pull names */
  enumerate(resourceUri: string): Promise<PlainAnswer> {
    return this.send({ action: actions.enumerate, resourceUri, body: "<n:Enumerate/>" });
  }

  pull(resourceUri: string, context: string, max: number): Promise<PlainAnswer> {
    return this.send({ action: actions.pull, resourceUri, body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>${max}</n:MaxElements></n:Pull>` });
  }

  /** Local port of the connection that it keeps: the same as long as nobody closes it. */
  get connection(): number | undefined {
    return Object.values(this.#agent.freeSockets)[0]?.[0]?.localPort;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The context of an answer to Enumerate or Pull; `undefined` when it was the last. */
export const contextIn = ({ text }: PlainAnswer): string | undefined => /EnumerationContext[^>]*>([^<]+)</u.exec(text)?.[1];
