import type { Duplex } from "node:stream";
import type { Connection } from "./connection.js";

/** An answer that nobody was asked for, after which the connection ends. */
export const bareAnswer = (status: number): string => `HTTP/1.1 ${status} \r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;

const isOfTls = ({ code = "" }: NodeJS.ErrnoException): boolean => code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_");

/**
 * Answers what Node's parser refuses, and clients that are too slow with a request; ends what could read no answer.
 * @param connection of the socket, if it has come so far
 * @returns why a request was refused; `undefined` when there was none, or it has been refused before
 */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex, connection: Connection | undefined): string | undefined {
  // Without a connection it is a TLS handshake that failed or never ended, and behind one TLS may fail too: nobody there could read an answer.
  if (connection === undefined || error.code === "ECONNRESET" || isOfTls(error) || !socket.writable) {
    socket.destroy();
    return undefined;
  }
  if (connection.isRefused) return undefined;
  connection.isRefused = true;
  const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
  const refuse = (): void => {
    connection.isEnding = true;
    // An answer that has begun must not be mixed with this one.
    if (connection.response?.headersSent === true || !socket.writable) socket.destroy();
    else socket.end(bareAnswer(status), () => socket.destroy());
  };
  // What is wrong behind a whole request is not that request's: it still gets its own answer, and this one comes after.
  if (!connection.isBusy || !connection.hasWholeRequest) refuse();
  else if (!connection.queue(refuse)) socket.destroy();
  return error.code ?? error.message;
}
