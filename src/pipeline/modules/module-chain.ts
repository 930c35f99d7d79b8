import { modulePriorities, type ModuleNotification } from "../../sdk/request-notification.js";
import { chainedModule, type ChainedModule, type RegisteredModule } from "./chained-module.js";
import type { ModuleLimits } from "./module-limits.js";
import type { FindAccount } from "../account-identity.js";
import type { NotificationTime } from "./notification-times.js";

/** The HTTP modules of one application, in the order they are told of things. */
export class ModuleChain {
  readonly modules: readonly ChainedModule[];
  readonly limits: ModuleLimits;
  readonly findAccount: FindAccount;
  readonly #order = new Map<ModuleNotification, readonly ChainedModule[]>();

  /** @param modules in the order of the configuration */
  constructor(modules: readonly RegisteredModule[], limits: ModuleLimits, findAccount: FindAccount) {
    this.modules = modules.map(chainedModule);
    this.limits = limits;
    this.findAccount = findAccount;
  }

  /** Who is told of it: by priority, then by the configuration. */
  listeners(notification: ModuleNotification): readonly ChainedModule[] {
    let found = this.#order.get(notification);
    if (found === undefined) {
      const rank = ({ priorities }: ChainedModule): number => modulePriorities.indexOf(priorities.get(notification) ?? "MEDIUM");
      found = this.modules.filter(({ notifications }) => notifications.includes(notification)).sort((a, b) => rank(a) - rank(b));
      this.#order.set(notification, found);
    }
    return found;
  }

  /** What each has cost so far. */
  times(): readonly { readonly name: string; readonly notifications: readonly NotificationTime[] }[] {
    return this.modules.map(({ name, times }) => ({ name, notifications: times.all() }));
  }
}
