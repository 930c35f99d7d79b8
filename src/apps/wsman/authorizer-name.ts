import type { WsmanState } from "./wsman-state.js";

/** Who decides, as log, audit and faults call it. */
export const authorizerName = ({ parts }: WsmanState): string => `authorization plug-in "${parts.authorizer?.plugin?.name ?? ""}"`;
