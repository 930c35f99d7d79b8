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
 * Sends octets as they are and collects what comes back, until the connection closes or `quiet` milliseconds pass after an answer.
 * @param pieces sent one after another, a turn of the event loop apart
 */
export function sendRaw(port: number, pieces: string | readonly (string | Buffer)[], options: { readonly quiet?: number; readonly limit?: number; readonly host?: string } = {}): Promise<RawAnswer> {
  const { quiet = 40, limit = 3000, host = "127.0.0.1" } = options;
  return new Promise((resolve) => {
    const socket = connect({ port, host, noDelay: true });
    let text = "";
    let timer: NodeJS.Timeout | undefined;
    const end = (closed: boolean): void => {
      clearTimeout(timer);
      clearTimeout(bound);
      socket.destroy();
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gmu)].map((match) => Number(match[1]));
      resolve({ statuses, text, closed });
    };
    const bound = setTimeout(() => end(false), limit);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      clearTimeout(timer);
      timer = setTimeout(() => end(false), quiet);
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
