/** What an authorization plug-in is asked by. */
export const authorizationMethods = ["authorizeUser", "authorizeOperation", "queryQuota", "release"] as const;

export type AuthorizationMethod = (typeof authorizationMethods)[number];
