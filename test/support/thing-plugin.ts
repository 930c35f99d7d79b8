import { definePlugin, element, failure, type EnumerationItem, type OperationFailure, type SelectorSet, type XmlElement } from "wsmanor/sdk";

/** Five things, `a` to `e`, by the selector `Name`: stands behind the resource URIs that recorded requests name. */
export default definePlugin({
  declaration: { name: "thing", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Enumerate", "Invoke"] },
  startup: () => {
    const names = ["a", "b", "c", "d", "e"];
    const thing = (uri: string, name: string): XmlElement => ({ ...element(uri, "Thing", { ...element(uri, "A", name), prefix: "q" }), prefix: "q" });
    const named = (selectors: SelectorSet): string | OperationFailure => {
      const name = selectors.get("Name");
      if (name === undefined) return failure("invalid-selectors", { detail: "insufficient", message: "The selector Name is missing." });
      return names.includes(name) ? name : failure("not-found", { message: `There is no thing ${name}.` });
    };
    return {
      get: ({ resourceUri, selectors }) => {
        const name = named(selectors);
        return typeof name === "string" ? thing(resourceUri, name) : name;
      },
      put: ({ resourceUri, selectors, body }) => {
        const name = named(selectors);
        if (typeof name !== "string") return name;
        return body.element().name === "Thing" ? thing(resourceUri, name) : failure("schema-validation", { message: `The root is ${body.element().name}; it must be Thing.` });
      },
      create: () => ({ selectors: { Name: "f" } }),
      delete: ({ selectors }) => {
        const name = named(selectors);
        return typeof name === "string" ? undefined : name;
      },
      enumerate: ({ resourceUri }) => names.map((name): EnumerationItem => ({ object: thing(resourceUri, name), epr: { selectors: { Name: name } } })),
      invoke: ({ resourceUri, method }) =>
        method === "DoIt"
          ? ({ ...element(resourceUri, "DoIt_OUTPUT", { ...element(resourceUri, "ReturnValue", 0), prefix: "q" }), prefix: "q" })
          : failure("not-supported", { message: `There is no method ${method}; there is DoIt.` }),
    };
  },
});
