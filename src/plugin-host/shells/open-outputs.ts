import { ChurningMap } from "../../base/churning-map.js";
import type { PluginRefusal } from "../plugin-answer.js";

/** What the open shells and commands of one instance write into: told when the instance has died, and all of them with it. */
export class OpenOutputs {
  readonly #failures = new ChurningMap<number, (refusal: PluginRefusal) => void>();
  #last = 0;

  /** @param fail tells a shell or command why nothing more will come @returns forgets it */
  add(fail: (refusal: PluginRefusal) => void): () => void {
    const id = ++this.#last;
    this.#failures.set(id, fail);
    return () => void this.#failures.take(id);
  }

  /** @param errorId under which the log has the reason */
  fail(plugin: string, errorId: string): void {
    const failures = this.#failures.values();
    this.#failures.clear();
    const message = `The plug-in "${plugin}" failed. The host's log has the reason under the id ${errorId}.`;
    for (const fail of failures) fail({ kind: "internal", detail: undefined, code: undefined, message, extended: undefined });
  }
}
