import { definePlugin, failure, type EnumerationItem, type OperationFailure } from "wsmanor/sdk";

/** Refuses every Get in the way that the selector `With` names, and enumerates what never comes. */
export default definePlugin({
  declaration: { name: "refusing", sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
  startup: () => ({
    get: ({ selectors }): OperationFailure => {
      switch (selectors.get("With")) {
        case "InvalidSelectors": return failure("invalid-selectors", { detail: "unexpected", message: "There is no such thing." });
        case "InternalError": return failure("internal", { code: 0x800700ce, message: "The file name is too long." });
        case "AccessDenied": return failure("access-denied", { message: "Not for you." });
        case "CannotProcessFilter":
          return failure("cannot-process-filter", { message: "There is no such class.", extended: '<p:Status xmlns:p="urn:test:status"><p:Operation>ExecQuery</p:Operation></p:Status>' });
        default: return failure("not-found");
      }
    },
    enumerate: (): AsyncIterable<EnumerationItem> => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }),
  }),
});
