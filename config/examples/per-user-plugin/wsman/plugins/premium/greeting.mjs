import { definePlugin, element } from "wsmanor/sdk";

export default definePlugin({
  declaration: { name: "greeting, premium", sdkVersion: 1, capabilities: ["Get"] },
  operations: { get: () => element("urn:example:greeting", "Greeting", "Welcome, it is a pleasure to see you.") },
});
