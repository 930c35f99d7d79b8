import type { Fault } from "../../../protocol/wsman/fault.js";

/** ERROR_WSMAN_INVALID_FRAGMENT_PATH: its syntax, or the spelling or case of a name. */
const invalidPath = 0x80338093;

/** The path of a fragment cannot be processed. */
export const fragmentFault = (message: string, code = invalidPath): Fault => ({ name: "cannotProcessFragment", code, message });
