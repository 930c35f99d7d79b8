import { defineAuthorizationPlugin } from "wsmanor/sdk";

/** Lets every authenticated user in, and gives each the same quota. */
export default defineAuthorizationPlugin({
  declaration: { name: "Auth1", sdkVersion: 1 },
  startup: () => ({
    authorizeUser: () => ({ allow: true }),
    authorizeOperation: () => ({ allow: true }),
    queryQuota: () => ({
      maxAllowedConcurrentShells: 5,
      maxAllowedConcurrentOperations: 15,
      timeslotSize: 60,
      maxAllowedOperationsPerTimeslot: "unlimited",
    }),
  }),
});
