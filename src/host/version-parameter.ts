/** In the query of a plug-in's module that was loaded anew. */
export const versionParameter = "wsmanor-version";
