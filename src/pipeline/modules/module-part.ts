import type { HttpContext } from "../../sdk/http-context.js";
import type { AuthenticationProvider, LogProvider } from "../../sdk/http-user.js";
import { HRESULT } from "../../sdk/hresult.js";
import type { ModuleNotification } from "../../sdk/request-notification.js";
import type { ChainedModule } from "./chained-module.js";
import { endQuietly } from "./end-quietly.js";
import { identityOf, isUser } from "./module-user.js";
import type { OpenCall } from "./open-call.js";
import type { RequestState } from "./request-state.js";
import { thrownText } from "./thrown-text.js";

/** One module's part in one request. */
export class ModulePart {
  readonly module: ChainedModule;
  readonly state: RequestState;
  readonly disabled = new Set<ModuleNotification>();
  /** The notification that it is told of at the moment. */
  open: OpenCall | undefined;
  notification: ModuleNotification | undefined;
  /** It has thrown or was late: nobody knows what state it is in, so it is only disposed. */
  isBroken = false;
  #instance: Record<string, unknown> | undefined;
  #context: HttpContext | undefined;

  /** @param show makes the request's context for it */
  constructor(module: ChainedModule, state: RequestState, private readonly show: (part: ModulePart) => HttpContext) {
    this.module = module;
    this.state = state;
  }

  get context(): HttpContext {
    return (this.#context ??= this.show(this));
  }

  /** Made when the first of its notifications is due. */
  get instance(): Record<string, unknown> {
    if (this.#instance === undefined) {
      const made: unknown = this.module.getHttpModule();
      if (typeof made !== "object" || made === null) throw new Error("its getHttpModule gave no module");
      this.#instance = made as Record<string, unknown>;
    }
    return this.#instance;
  }

  /** The provider of a notification; what it may do ends with `call`. */
  provider(notification: ModuleNotification, call: OpenCall): AuthenticationProvider & LogProvider {
    const { state } = this;
    return {
      setErrorStatus: (hresult) => {
        state.answer.hresult = hresult;
      },
      setUser: async (user) => (notification === "authenticateRequest" ? this.#setUser(user, call) : HRESULT.E_ACCESSDENIED),
      getLogEntry: () => state.logEntry(),
    };
  }

  async #setUser(user: unknown, call: OpenCall): Promise<number> {
    if (call.isOver) return HRESULT.E_ACCESSDENIED;
    if (user === null) return HRESULT.S_OK;
    if (!isUser(user)) return HRESULT.ERROR_INVALID_PARAMETER;
    const { exchange: { context }, logger, findAccount } = this.state;
    const identity = await identityOf(user, this.module.name, findAccount);
    if (identity === undefined) {
      logger.warn("authentication refused", { activityId: context.activityId, module: this.module.name, reason: "unknown-user", user: user.userName, client: context.request.connection.remoteAddress, secure: context.request.connection.secure });
      return HRESULT.ERROR_LOGON_FAILURE;
    }
    // An identity is settled for the rest of the request when its stage is over.
    if (call.isOver) return HRESULT.E_ACCESSDENIED;
    this.state.exchange.context.user = identity;
    logger.debug("authenticated by a module", { activityId: context.activityId, module: this.module.name, user: identity.name });
    return HRESULT.S_OK;
  }

  complete(how: (call: OpenCall) => string | undefined): void {
    const wrong = this.open === undefined ? "completed a notification that is over" : how(this.open);
    if (wrong !== undefined) this.misused(wrong);
  }

  /** The author's mistake, which changes nothing but is told. */
  misused(what: string): void {
    this.#log(`module "${this.module.name}" ${what}`, {});
  }

  cleanupFailed(error: unknown): void {
    this.#log(`module "${this.module.name}" failed in cleaning up what it had stored`, { error: thrownText(error) });
  }

  dispose(): void {
    const { dispose } = this.#instance ?? {};
    if (typeof dispose !== "function") return;
    endQuietly(() => Reflect.apply(dispose, this.#instance, []), (error) => this.#log(`module "${this.module.name}" failed in dispose`, { error: thrownText(error) }));
  }

  #log(message: string, more: Readonly<Record<string, string>>): void {
    this.state.logger.error(message, { activityId: this.state.exchange.context.activityId, module: this.module.name, notification: this.notification, ...more });
  }
}
