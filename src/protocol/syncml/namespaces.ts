/** What is written. */
export const SYNCML = "SYNCML:SYNCML1.2";

/** Meta information 1.2. */
export const METINF = "syncml:metinf";

/** Device description and serialised trees. */
export const DMDDF = "syncml:dmddf1.2";

/** Microsoft's additions: attribute `originalerror` of a status. */
export const MSFT = "http://schemas.microsoft.com/MobileDevice/MDM";

/** Peers write earlier versions, other cases and none at all. */
const syncmlNames: ReadonlySet<string> = new Set(["", "syncml:syncml1.0", "syncml:syncml1.1", "syncml:syncml1.2"]);

export const isSyncml = (namespace: string): boolean => syncmlNames.has(namespace.toLowerCase());

/** Elements of Meta stand in their own namespace, in that of SyncML, or in none. */
export const isMeta = (namespace: string): boolean => namespace.toLowerCase() === METINF || isSyncml(namespace);
