import { dialects } from "../../../protocol/wsman/namespaces.js";
import { askDuties } from "./ask-duties.js";
import type { Step } from "./step.js";

const queries: ReadonlySet<string> = new Set([dialects.wql, dialects.cql]);

/**
 * What becomes of subclasses (DSP0227, `b:PolymorphismMode`): "as they are" everybody does; the rest only plug-ins that say so, and never
 * with a query, which names its class itself (ERROR_WSMAN_POLYMORPHISM_MODE_UNSUPPORTED).
 */
export const checkPolymorphism: Step = (exchange) => {
  const { polymorphism, filter } = exchange.enumerate!;
  if (polymorphism === undefined || polymorphism === "IncludeSubClassProperties") return undefined;
  const refuse = (message: string) => ({ name: "polymorphismModeNotSupported", message: `The PolymorphismMode ${polymorphism} is not supported ${message}; send IncludeSubClassProperties or none.` }) as const;
  if (filter !== undefined && queries.has(filter.dialect)) return refuse("with a query");
  return askDuties(exchange, (duties) => (duties.polymorphism ? undefined : refuse(`for ${exchange.resourceUri}`)));
};
