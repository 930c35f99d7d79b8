import type { HostConnection } from "../../base/host-message.js";
import { HRESULT } from "../../sdk/hresult.js";
import type { ModuleContextContainer, StoredContext } from "../../sdk/http-context.js";
import { endQuietly } from "./end-quietly.js";

/** Told of what a stored object throws when it is cleaned up. */
export type CleanupFailed = (error: unknown) => void;

/** What modules keep with one request or one connection, by the module. */
export class ModuleContexts {
  /** Of a connection: it has ended. */
  isClosed = false;
  readonly #stored = new Map<object, { readonly context: StoredContext; readonly failed: CleanupFailed }>();

  container(owner: object, failed: CleanupFailed): ModuleContextContainer {
    return {
      getModuleContext: () => this.#stored.get(owner)?.context,
      setModuleContext: (context) => {
        if (typeof context !== "object" || (context as StoredContext | null) === null) return HRESULT.ERROR_INVALID_PARAMETER;
        if (this.#stored.has(owner)) return HRESULT.ERROR_ALREADY_ASSIGNED;
        this.#stored.set(owner, { context, failed });
        return HRESULT.S_OK;
      },
    };
  }

  end(event: "request" | "connection"): void {
    for (const { context, failed } of this.#stored.values()) {
      if (event === "connection") endQuietly(() => context.notifyDisconnect?.(), failed);
      endQuietly(() => context.cleanupStoredContext?.(), failed);
    }
    this.#stored.clear();
  }
}

const ofConnections = new WeakMap<HostConnection, ModuleContexts>();

/** What is kept with a connection; ends with it. */
export function contextsOf(connection: HostConnection): ModuleContexts {
  let contexts = ofConnections.get(connection);
  if (contexts === undefined) {
    const made = new ModuleContexts();
    ofConnections.set(connection, (contexts = made));
    connection.onClose(() => {
      made.isClosed = true;
      made.end("connection");
    });
  }
  return contexts;
}
