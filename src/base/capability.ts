/** What a plug-in can do on a resource; the names and numbers of wsmanconfig_schema.xml. */
export const capabilities = { Get: 1, Put: 2, Create: 3, Delete: 4, Invoke: 5, Enumerate: 6, Subscribe: 7, Shell: 8 } as const;

export type Capability = keyof typeof capabilities;
