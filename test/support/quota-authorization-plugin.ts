import { defineAuthorizationPlugin } from "wsmanor/sdk";

/** Operations that a user may have at a time, as in Windows' example. */
export const quotaOperations = 15;
/** Shells that a user may have open. */
export const quotaShells = 20;

/** Everybody may everything, so many at a time. */
export default defineAuthorizationPlugin({
  declaration: { name: "quota", sdkVersion: 1 },
  startup: () => ({
    authorizeUser: () => ({ allow: true }),
    authorizeOperation: () => ({ allow: true }),
    queryQuota: () => ({ maxAllowedConcurrentShells: quotaShells, maxAllowedConcurrentOperations: quotaOperations, timeslotSize: 1, maxAllowedOperationsPerTimeslot: "unlimited" as const }),
  }),
});
