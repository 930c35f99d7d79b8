import * as http from "node:http";
import * as https from "node:https";
import type { Clock } from "../../base/clock.js";
import { fail, ok, type Result } from "../../base/result.js";
import { connectionProblem, type ClientProblem } from "./client-problem.js";
import { problemNumbers } from "./problem-numbers.js";
import { TlsAgent } from "./tls-agent.js";

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  /** `WWW-Authenticate`, joined. */
  readonly challenge: string;
  readonly body: Uint8Array;
}

export interface HttpSenderSettings {
  readonly url: URL;
  readonly skipAuthorityCheck: boolean;
  readonly skipNameCheck: boolean;
  /** Milliseconds from sending to the last octet of the answer. */
  readonly timeout: number;
  readonly clock: Clock;
}

export interface HttpSender {
  /** Posts (or gets) and collects the answer. Requests of one sender share a connection. */
  send(body: Uint8Array, headers: Readonly<Record<string, string>>, method?: "POST" | "GET"): Promise<Result<HttpAnswer, ClientProblem>>;
  close(): void;
}

/** More than any envelope: a server that sends without end is stopped here. Octets. */
const answerLimit = 64 * 1024 * 1024;

/** The only client socket of the house. */
export function createHttpSender(settings: HttpSenderSettings): HttpSender {
  const secure = settings.url.protocol === "https:";
  const agent = secure ? new TlsAgent(settings) : new http.Agent({ keepAlive: true, maxSockets: 1 });
  const request = secure ? https.request : http.request;
  return {
    send: (body, headers, method = "POST") =>
      new Promise((resolve) => {
        const outgoing = request(settings.url, { method, agent, headers: method === "GET" ? headers : { ...headers, "Content-Length": body.length } });
        const settle = (result: Result<HttpAnswer, ClientProblem>): void => {
          cancel();
          resolve(result);
        };
        const cancel = settings.clock.after(settings.timeout, () => {
          settle(fail(timedOut(settings)));
          outgoing.destroy();
        });
        outgoing.once("error", (error: Error) => settle(fail(connectionProblem(error, settings.url))));
        outgoing.once("response", (incoming: http.IncomingMessage) => collect(incoming, settings.url, settle));
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function collect(incoming: http.IncomingMessage, url: URL, settle: (result: Result<HttpAnswer, ClientProblem>) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= answerLimit) return void chunks.push(chunk);
    settle(fail({ number: problemNumbers.invalidAnswer, message: `The answer of ${url.host} is larger than ${answerLimit / 1024 / 1024} MiB.` }));
    incoming.destroy();
  });
  incoming.once("error", (error) => settle(fail(connectionProblem(error, url))));
  incoming.once("end", () =>
    settle(
      ok({
        status: incoming.statusCode ?? 0,
        contentType: incoming.headers["content-type"] ?? "",
        challenge: incoming.headers["www-authenticate"] ?? "",
        body: Buffer.concat(chunks),
      }),
    ),
  );
}

const timedOut = (settings: HttpSenderSettings): ClientProblem => ({
  number: problemNumbers.networkTimedOut,
  message: `${settings.url.protocol}//${settings.url.host} did not answer within ${settings.timeout / 1000} seconds.`,
  remedy: "Check the name, the network and the firewall on the way, or allow more time with -timeout:MILLISECONDS.",
});
