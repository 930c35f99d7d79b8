import { connect } from "node:net";

export interface RawAnswer {
  /** Status codes of the answers, in order. */
  readonly statuses: readonly number[];
  /** Everything that came back, one character an octet. */
  readonly text: string;
  /** The other side ended or reset the connection. */
  readonly closed: boolean;
}

/**
 * Sends octets as they are and collects what comes back, until the connection closes or `quiet` milliseconds pass after the answers that
 * are expected.
 * @param pieces sent one after another, a turn of the event loop apart
 * @param options.answers how many are expected before silence counts, one unless given; those of 1xx count as well
 * @param options.closes only the other side ends the connection; silence never counts
 * @param options.limit milliseconds after which nothing is expected any more: a bound for what hangs, not for what is slow
 */
export function sendRaw(port: number, pieces: string | readonly (string | Buffer)[], options: { readonly quiet?: number; readonly answers?: number; readonly closes?: boolean; readonly limit?: number } = {}): Promise<RawAnswer> {
  const { quiet = 40, answers = 1, closes = false, limit = 30_000 } = options;
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let text = "";
    let timer: NodeJS.Timeout | undefined;
    const statuses = (): number[] => [...text.matchAll(/HTTP\/1\.1 (\d{3}) [^\r]*\r\n/gu)].map((match) => Number(match[1]));
    const end = (closed: boolean): void => {
      clearTimeout(timer);
      clearTimeout(bound);
      socket.destroy();
      resolve({ statuses: statuses(), text, closed });
    };
    const bound = setTimeout(() => end(false), limit);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      clearTimeout(timer);
      if (!closes && statuses().length >= answers) timer = setTimeout(() => end(false), quiet);
    });
    socket.on("error", () => end(true));
    socket.on("close", () => end(true));
    socket.on("connect", () => {
      void (async () => {
        for (const piece of typeof pieces === "string" ? [pieces] : pieces) {
          if (socket.destroyed) return;
          socket.write(typeof piece === "string" ? Buffer.from(piece, "latin1") : piece);
          await new Promise((later) => setImmediate(later));
        }
      })();
    });
  });
}
