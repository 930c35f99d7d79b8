/**
 * Fields by which proxies say who the client is, where it is, how it came and what it asked for. From anybody but a proxy that the
 * operator has declared they are a stranger's own words. Lower case, with `-` for `_`.
 */
const names: ReadonlySet<string> = new Set([
  "cf-connecting-ip", "client-cert", "client-cert-chain", "forwarded", "front-end-https", "remote-user", "true-client-ip", "x-auth-user", "x-authenticated-user", "x-client-cert",
  "x-client-ip", "x-cluster-client-ip", "x-iis-windowsauthtoken", "x-logon-user", "x-real-ip", "x-remote-user", "x-rewrite-url", "x-url-scheme", "x-user", "x-username",
]);

/** Families of them. */
const families = [
  "ms-aspnetcore-", "ssl-client-", "x-amzn-mtls-", "x-amzn-oidc-", "x-arr-", "x-auth-request-", "x-forwarded-", "x-goog-authenticated-user-", "x-goog-iap-", "x-iisnode-", "x-ms-client-principal", "x-original-",
  "x-ssl-",
];

/** Names as they were spelled before: clients send the same ones each time. */
const looked = new Map<string, boolean>();
const mostLooked = 500;

/** What a name is compared by: programs behind CGI do not tell `-` from `_`. */
export const fieldKey = (name: string): string => name.toLowerCase().replaceAll("_", "-");

/** Does this field say who somebody is? Whatever its case and spelling. */
export function isIdentityField(name: string): boolean {
  const known = looked.get(name);
  if (known !== undefined) return known;
  const key = fieldKey(name);
  const is = names.has(key) || families.some((family) => key.startsWith(family));
  // A long name is nobody's habit.
  if (looked.size < mostLooked && name.length <= 64) looked.set(name, is);
  return is;
}
