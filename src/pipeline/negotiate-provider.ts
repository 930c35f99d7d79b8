/** The port stands in `base`, because the providers behind it may not know the pipeline. */
export type * from "../base/negotiate-provider.js";
