import type { HttpExchange } from "./http-exchange.js";
import type { ShellTransport } from "./shell-session.js";

/** Everything on one connection, which whoever opened it can break off. */
export const overConnection = (connection: HttpExchange, authorization: string): ShellTransport => async (envelope) => {
  const { status, body } = await connection.send(
    `POST /wsman HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${authorization}\r\nContent-Type: application/soap+xml;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(envelope)}\r\n\r\n${envelope}`,
  );
  return { status, text: body.toString() };
};
