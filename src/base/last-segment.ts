/** The last part of a resource URI: the class in `…/root/cimv2/Win32_Service`, `*` in `…/root/cimv2/*`, `hello` in `urn:example:hello`. */
export const lastSegment = (uri: string): string => uri.slice(Math.max(uri.lastIndexOf("/"), uri.lastIndexOf(":")) + 1);
