import { connect, type Socket } from "node:net";

/** A connection that sends what it is told and then nothing more, and remembers what became of it. */
export class IdleClient {
  readonly socket: Socket;
  text = "";
  closed = false;
  /** Resolves when it is open, or refused. */
  readonly opened: Promise<void>;

  constructor(port: number, octets = "") {
    this.socket = connect(port, "127.0.0.1", () => {
      if (octets !== "") this.socket.write(octets);
    });
    this.opened = new Promise((resolve) => {
      this.socket.once("connect", () => resolve());
      this.socket.once("close", () => resolve());
    });
    this.socket.on("data", (chunk: Buffer) => (this.text += chunk.toString("latin1")));
    this.socket.on("error", () => undefined);
    this.socket.on("close", () => (this.closed = true));
  }
}
