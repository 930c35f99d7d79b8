import { definePlugin, element } from "wsmanor/sdk";

export default definePlugin({
  declaration: { name: "greeting, standard", sdkVersion: 1, capabilities: ["Get"] },
  operations: { get: () => element("urn:example:greeting", "Greeting", "Good day.") },
});
