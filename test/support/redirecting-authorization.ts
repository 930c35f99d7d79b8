import { defineAuthorizationPlugin } from "wsmanor/sdk";

/** Where it sends them. */
export const elsewhere = "https://other.example:5986/wsman?site=a&shelf=b";

/** Sends everybody elsewhere whose name begins with `moved`. */
export default defineAuthorizationPlugin({
  declaration: { name: "redirecting-authorization", sdkVersion: 1 },
  startup: () => ({
    authorizeUser: ({ senderName }) => (senderName.startsWith("moved") ? { redirect: elsewhere } : { allow: true }),
    authorizeOperation: () => ({ allow: true }),
  }),
});
