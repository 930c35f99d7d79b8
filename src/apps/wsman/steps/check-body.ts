import type { Step } from "./step.js";

/** Put and Create carry one representation (WS-Transfer 3.2, 3.4). */
export const requireBody: Step = ({ request: { operation, body } }) =>
  body.count === 1 ? undefined : { name: "schemaValidationError", message: `The Body of ${operation} holds ${body.count} elements; it must hold one, the representation.` };

/** An action's parameters are one element, or none. */
export const checkInvokeBody: Step = ({ request: { action, body } }) =>
  body.count <= 1 ? undefined : { name: "schemaValidationError", message: `The Body of ${action} holds ${body.count} elements; it must hold one at most, the input.` };
