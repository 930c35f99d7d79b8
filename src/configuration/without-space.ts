/** A URI as it was probably meant: there is no white space in one. */
export const withoutSpace = (uri: string): string => uri.replaceAll(/\s+/gu, "");
