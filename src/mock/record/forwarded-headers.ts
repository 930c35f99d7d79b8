type Field = readonly [name: string, value: string];

/** Fields about one connection (RFC 9110 7.6.1), and those that whoever sends the message makes himself. */
const perConnection: ReadonlySet<string> = new Set([
  "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "content-length",
]);
/** Of requests: the host is another one, the body is sent whole, and what is compressed cannot be read. */
const ofRequests: ReadonlySet<string> = new Set(["host", "expect", "accept-encoding"]);

/** The fields of a message that go on to the other side. What `Connection` names stays on its own. */
export function forwardedHeaders(fields: Iterable<Field>, of: "request" | "response"): readonly Field[] {
  const all = [...fields];
  const named = new Set(all.filter(([name]) => name.toLowerCase() === "connection").flatMap(([, value]) => value.split(",").map((each) => each.trim().toLowerCase())));
  return all.filter(([name]) => {
    const key = name.toLowerCase();
    return !perConnection.has(key) && !named.has(key) && (of === "response" || !ofRequests.has(key));
  });
}
