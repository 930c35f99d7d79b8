import type { IsolationSettings } from "./isolation-settings.js";

/** Does a plug-in have a thread or process of its own? */
export const isApart = (settings: IsolationSettings | undefined): settings is IsolationSettings => settings !== undefined && settings.mode !== "inProcess";
