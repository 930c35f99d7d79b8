import type { WbxmlProblem } from "../wbxml/document.js";
import type { XmlProblem } from "../xml/xml-problem.js";

/** Why octets are no message. `xml` and `wbxml`: not even a document of that kind. */
export type SyncmlProblem =
  | { readonly kind: "xml"; readonly problem: XmlProblem }
  | { readonly kind: "wbxml"; readonly problem: WbxmlProblem }
  | { readonly kind: "message"; readonly code: "doubled-element" | "missing-element" | "not-syncml" | "unexpected-element"; /** One sentence. */ readonly message: string };

/** Thrown by the readers of elements and caught by `readMessage`, which gives a `Result`. */
export class MessageError extends Error {
  readonly problem: Extract<SyncmlProblem, { kind: "message" }>;

  constructor(code: MessageError["problem"]["code"], message: string) {
    super(message);
    this.name = "MessageError";
    this.problem = { kind: "message", code, message };
  }
}

/** One sentence, with the place where there is one. */
export function describeProblem(problem: SyncmlProblem): string {
  switch (problem.kind) {
    case "xml": return `at character ${String(problem.problem.offset)}: ${problem.problem.message}`;
    case "wbxml": return `at octet ${String(problem.problem.offset)}: ${problem.problem.message}`;
    case "message": return problem.message;
  }
}
