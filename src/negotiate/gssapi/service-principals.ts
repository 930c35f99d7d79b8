/** What WS-Management's clients ask tickets for. */
const usual = ["HTTP/*", "WSMAN/*"];

/**
 * May a client come in with a ticket for this principal? Others have keys in the same keytab (`host/…` is every machine's), and a ticket
 * that was made for them says nothing about this service.
 * @param target `HTTP/server.example.com@EXAMPLE.COM`
 * @param names as `servicePrincipalNames` lists them, with realm or without, `*` for every host; none: HTTP and WSMAN of every host
 */
export function isServicePrincipal(target: string, names: readonly string[]): boolean {
  const [own, realm] = splitRealm(target.toLowerCase());
  return (names.length === 0 ? usual : names).some((name) => {
    const [wanted, wantedRealm] = splitRealm(name.toLowerCase());
    if (wantedRealm !== undefined && wantedRealm !== realm) return false;
    return wanted.endsWith("/*") ? own.startsWith(wanted.slice(0, -1)) && own.length > wanted.length - 1 : own === wanted;
  });
}

function splitRealm(name: string): readonly [name: string, realm: string | undefined] {
  const at = name.lastIndexOf("@");
  return at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}
