import type { Fault } from "../../../protocol/wsman/fault.js";

/** What was put is not what belongs where the path leads. @param why a sentence, without capital and full stop */
export const invalidFragment = (why: string): Fault => ({
  name: "invalidRepresentation", detail: "InvalidFragment", message: `${why.slice(0, 1).toUpperCase()}${why.slice(1).replace(/\.$/, "")}.`,
});
