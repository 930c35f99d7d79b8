import { namespaces } from "./namespaces.js";

/** URIs of what a Receive says of its command (MS-WSMV 2.2.5.4). */
export const commandStates = {
  Done: `${namespaces.rsp}/CommandState/Done`,
  Running: `${namespaces.rsp}/CommandState/Running`,
  Pending: `${namespaces.rsp}/CommandState/Pending`,
} as const;

export type CommandState = keyof typeof commandStates;
