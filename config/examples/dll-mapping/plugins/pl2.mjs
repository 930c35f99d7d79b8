import { childText, definePlugin, element } from "wsmanor/sdk";

/** Stands in for PL2.dll: one value that can be read, replaced and taken away. */
export default definePlugin({
  declaration: { name: "PL2", sdkVersion: 1, capabilities: ["Get", "Put", "Delete"] },
  startup: () => {
    let value = "";
    const instance = () => element("myUri2", "Sample", element("myUri2", "Value", value));
    return {
      get: instance,
      put: ({ body }) => {
        value = childText(body.element(), "Value") ?? "";
        return instance();
      },
      delete: () => {
        value = "";
      },
    };
  },
});
