/** Shells of the benchmark's own plug-in, whose commands are over at once. */
export const benchShells = "urn:wsmanor:bench/shell";
/** Command shells. */
export const commandShells = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd";
