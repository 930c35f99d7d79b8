import type { ModuleNotification, ModulePriority } from "../../sdk/request-notification.js";
import { NotificationTimes } from "./notification-times.js";

/** A module that is loaded and registered. */
export interface RegisteredModule {
  /** As the configuration names it. */
  readonly name: string;
  readonly notifications: readonly ModuleNotification[];
  readonly priorities: ReadonlyMap<ModuleNotification, ModulePriority>;
  /** Made by its author: may throw, may give anything. */
  getHttpModule(): unknown;
}

/** One in the chain of an application. */
export interface ChainedModule extends RegisteredModule {
  readonly times: NotificationTimes;
}

export const chainedModule = ({ name, notifications, priorities, getHttpModule }: RegisteredModule): ChainedModule => ({
  name, notifications, priorities, getHttpModule, times: new NotificationTimes(),
});
