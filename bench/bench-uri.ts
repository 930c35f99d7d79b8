/** The resource of the benchmark's plug-in. */
export const benchUri = "urn:wsmanor:bench";
