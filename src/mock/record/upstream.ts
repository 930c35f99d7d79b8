import * as http from "node:http";
import * as https from "node:https";
import { fail, ok, type Result } from "../../base/result.js";

type Field = readonly [name: string, value: string];

export interface UpstreamRequest {
  readonly method: string;
  /** Path and query, as the client sent them. */
  readonly target: string;
  readonly headers: readonly Field[];
  readonly body: Uint8Array;
  /** Calls its argument when nobody waits for the answer any more. @returns forgets it */
  onGone(run: () => void): () => void;
}

export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: readonly Field[];
  readonly body: Uint8Array;
}

/** The host that is recorded. */
export interface Upstream {
  /** @returns the answer, or one sentence why there is none */
  send(request: UpstreamRequest): Promise<Result<UpstreamAnswer, string>>;
  /** Ends its connections; answers that are waited for do not come. */
  close(): void;
}

export interface UpstreamSettings {
  readonly url: URL;
  /** Takes certificates that nobody known has signed. */
  readonly insecure: boolean;
  /** Octets of an answer. */
  readonly limit: number;
  /** Silence, in milliseconds, after which an answer is not waited for any more. */
  readonly patience: number;
}

/** Forwards requests over connections that are kept. */
export function createUpstream({ url, insecure, limit, patience }: UpstreamSettings): Upstream {
  const secure = url.protocol === "https:";
  const agent = secure ? new https.Agent({ keepAlive: true, rejectUnauthorized: !insecure }) : new http.Agent({ keepAlive: true });
  const request = secure ? https.request : http.request;
  return {
    send: ({ method, target, headers, body, onGone }) =>
      new Promise((resolve) => {
        const { hostname, port } = url;
        const outgoing = request({
          agent, method, path: target, hostname: hostname.replace(/^\[|\]$/gu, ""), port,
          headers: ["Host", url.host, ...headers.flat(), "Content-Length", String(body.length)], timeout: patience,
        });
        const forget = onGone(() => outgoing.destroy(new Error("the client has gone")));
        const settle = (result: Result<UpstreamAnswer, string>): void => {
          forget();
          resolve(result);
        };
        outgoing.once("timeout", () => outgoing.destroy(new Error(`it was silent for ${patience / 1000} seconds`)));
        outgoing.once("error", (error) => settle(fail(explain(error, url))));
        outgoing.once("response", (incoming) => collect(incoming, url, limit, settle));
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function collect(incoming: http.IncomingMessage, url: URL, limit: number, settle: (result: Result<UpstreamAnswer, string>) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) return void chunks.push(chunk);
    settle(fail(`The answer of ${url.origin} is larger than ${limit / 1024} KiB.`));
    incoming.destroy();
  });
  incoming.once("error", (error) => settle(fail(explain(error, url))));
  incoming.once("end", () => settle(ok({ status: incoming.statusCode!, headers: pairs(incoming.rawHeaders), body: Buffer.concat(chunks) })));
}

const pairs = (raw: readonly string[]): readonly Field[] => raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1]!] as const] : []));

function explain(error: NodeJS.ErrnoException, { origin }: URL): string {
  const { code = "", message } = error;
  if (code === "ECONNREFUSED") return `Nothing listens at ${origin}.`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `The name in ${origin} cannot be resolved.`;
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/u.test(code)) return `The certificate of ${origin} is not trusted (${message}); --insecure takes it all the same.`;
  if (code === "ECONNRESET") return `${origin} closed the connection before its answer was complete.`;
  return `The connection to ${origin} failed: ${message}.`;
}
