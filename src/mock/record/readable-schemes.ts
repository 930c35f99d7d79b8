type Field = readonly [name: string, value: string];

/** May a request that is authenticated so be read on its way? Of the others the messages are sealed, or belong to one connection. */
export const isReadableScheme = (authorization: string | undefined): boolean => authorization === undefined || /^\s*basic(?:\s|$)/iu.test(authorization);

/** Is this what a client sends whose messages are sealed (MS-WSMV 2.2.9.1)? */
export const isSealed = (contentType: string | undefined): boolean => /^\s*multipart\/(?:x-multi-)?encrypted\b/iu.test(contentType ?? "");

/** The challenges of an answer without those that a recording could not be read through. */
export const readableChallenges = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(([name, value]) => name.toLowerCase() !== "www-authenticate" || /^\s*basic(?:\s|$)/iu.test(value));

/** What is said where nothing but Basic would do. */
export const basicNeeded =
  "Recording needs Basic authentication: what Negotiate, NTLM, Kerberos and CredSSP seal cannot be read on its way. On the server, over HTTPS: " +
  "winrm set winrm/config/service/auth @{Basic=\"true\"}; over HTTP also: winrm set winrm/config/service @{AllowUnencrypted=\"true\"}. " +
  "In the client: transport or authentication basic, HTTP, and a local account of the server.";
