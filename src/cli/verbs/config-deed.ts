/** What `wsmanor config` does. */
export const configDeeds = ["list", "get", "set", "add", "remove", "show"] as const;
export type ConfigDeed = (typeof configDeeds)[number];
