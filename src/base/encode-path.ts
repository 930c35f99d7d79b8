/** A percent-decoded path as it stands in a URL. */
export const encodePath = (path: string): string => encodeURI(path).replaceAll("?", "%3F").replaceAll("#", "%23");
