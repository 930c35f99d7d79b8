/** What a client must have called this host, for its login to count (IIS's `extendedProtection`, service binding). */
export interface ServiceNameRules {
  /** `HTTP/server.example.com`, as `spn` elements list them; compared without case, and without the port where none is listed. Empty: none is right. */
  readonly names: readonly string[];
  /** `AllowDotlessSpn`: names of one label, which anybody on the network may answer to, are right too where they are listed. */
  readonly allowsDotless: boolean;
  /** Is a client that names nobody refused? */
  readonly isRequired: boolean;
}

/**
 * Did the client want to log in here? Where no TLS connection is there to bind a login to, one that was meant for another service, and was
 * passed on by it, is told by its name.
 * @param target as the client's proof has it: `HTTP/server.example.com`, with a port or a realm perhaps; empty or `undefined`: it names nobody
 * @returns why not; `undefined` when it may go on
 */
export function checkServiceName(target: string | undefined, rules: ServiceNameRules | undefined): string | undefined {
  if (rules === undefined) return undefined;
  if (target === undefined || target === "") return rules.isRequired ? 'the client does not say which service it logs in to, and extendedProtection tokenChecking="Require" wants to know' : undefined;
  const own = withoutRealm(target).toLowerCase();
  const bare = own.replace(/:\d+$/u, "");
  const listed = rules.names.map((name) => withoutRealm(name).toLowerCase());
  if (!listed.includes(own) && !listed.includes(bare)) return `the client logs in to ${JSON.stringify(target)}, which is no spn of extendedProtection: somebody may stand between`;
  const host = bare.slice(bare.indexOf("/") + 1).split("/", 1)[0]!;
  return host.includes(".") || host.includes(":") || rules.allowsDotless ? undefined : `the client logs in to ${JSON.stringify(target)}, a name without a dot, and extendedProtection has no AllowDotlessSpn`;
}

const withoutRealm = (name: string): string => name.split("@", 1)[0]!;
