import { createServer, request, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";

/** One request of a client and what the host answered. Recorded when the answer is whole. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: IncomingHttpHeaders;
  readonly requestBody: string;
  readonly status: number;
  readonly answerHeaders: IncomingHttpHeaders;
  readonly answerBody: string;
  /** Another exchange was under way while this one was. */
  readonly overlaps: boolean;
}

export interface RecordingProxy {
  readonly port: number;
  /** What came since the last call, in the order in which the requests came. A request that was not answered is left out. */
  take(): readonly Exchange[];
  stop(): Promise<void>;
}

/** Stands between a client and a host on loopback, hands everything on unchanged, and keeps it. A client that goes away is gone for the host too. */
export async function startRecordingProxy(hostPort: number): Promise<RecordingProxy> {
  let exchanges: (Exchange | undefined)[] = [];
  /** Those under way, with whether they are alone. */
  const open = new Set<{ overlaps: boolean }>();
  const server = createServer((incoming, outgoing) => {
    const kept = exchanges;
    const place = kept.push(undefined) - 1;
    const { method = "", url: path = "", headers: requestHeaders } = incoming;
    const requestBody = text(incoming);
    const own = { overlaps: open.size > 0 };
    for (const other of open) other.overlaps = true;
    open.add(own);
    const forwarded = request({ host: "127.0.0.1", port: hostPort, method, path, headers: requestHeaders, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.statusMessage, answer.headers);
      void Promise.all([requestBody, text(answer)]).then(([sent, answerBody]) => {
        kept[place] = { method, path, requestHeaders, requestBody: sent, status: answer.statusCode!, answerHeaders: answer.headers, answerBody, overlaps: own.overlaps };
        open.delete(own);
        outgoing.end(answerBody);
      }, () => outgoing.destroy());
    });
    forwarded.on("error", () => outgoing.destroy());
    outgoing.on("close", () => {
      open.delete(own);
      forwarded.destroy();
    });
    void requestBody.then((sent) => forwarded.end(sent), () => forwarded.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    take: () => {
      const taken = exchanges.filter((exchange) => exchange !== undefined);
      exchanges = [];
      return taken;
    },
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
