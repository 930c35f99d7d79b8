import { connect, type Socket } from "node:net";
import type { HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { silentLogger } from "../../../src/base/logger.js";
import { listen, type ListenerSet } from "../../../src/listener/listen.js";
import type { ListenerBinding, ListenerLimits } from "../../../src/listener/listener-settings.js";

export const limits: ListenerLimits = { headerTimeout: 5000, requestTimeout: 5000, idleTimeout: 5000, maxConnections: 100, maxHeaderBytes: 16_384 };
export const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
export const ok: HostResponse = { status: 200, headers: [] };

/** Runs with a listener on a free port, and closes it. */
export async function withListener(change: Partial<ListenerLimits>, handle: (request: HostRequest) => HostResponse | Promise<HostResponse>, run: (set: ListenerSet, port: number) => Promise<void>, binding: Partial<ListenerBinding> = {}): Promise<void> {
  const set = await listen([{ address: "127.0.0.1", port: 0, ...binding }], { ...limits, ...change }, handle, { logger: silentLogger, serverHeader: () => "Test" });
  try {
    await run(set, set.addresses[0]!.port);
  } finally {
    await set.close(50);
  }
}

/** A connection that has sent what it is given. */
export const open = (port: number, octets = ""): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(octets);
      resolve(socket);
    });
    socket.on("error", () => undefined);
  });
