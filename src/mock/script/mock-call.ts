import type { ResourceOperation } from "./resource-operation.js";

/** Something that a client asked of the mock, as scripts, tests and expectations see it. */
export type MockCall =
  | {
      readonly kind: "command";
      /** Command and arguments joined by single spaces. */
      readonly line: string;
      /** The script that -EncodedCommand carries. */
      readonly script: string | undefined;
      readonly shellId: string;
      readonly commandId: string;
      readonly environment: Readonly<Record<string, string>>;
      readonly workingDirectory: string | undefined;
      readonly user: string;
    }
  | { readonly kind: "query"; readonly query: string; readonly resourceUri: string; readonly user: string }
  | {
      readonly kind: "resource";
      readonly operation: ResourceOperation;
      readonly resourceUri: string;
      /** Of invoke. */
      readonly method: string | undefined;
      /** In the order sent; values that are endpoint references are left out. */
      readonly selectors: Readonly<Record<string, string>>;
      /** XML text. */
      readonly body: string | undefined;
      readonly user: string;
    };
