import type { Fault } from "../../../protocol/wsman/fault.js";

/** What a shell or command does not take or have. */
export const invalidParameter = (message: string): Fault => ({ name: "invalidParameter", message });
