export const resourceOperations = ["get", "put", "create", "delete", "invoke", "enumerate"] as const;
export type ResourceOperation = (typeof resourceOperations)[number];
