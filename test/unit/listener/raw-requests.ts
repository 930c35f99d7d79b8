/** A request as octets, and what must become of it. */
export interface RawCase {
  readonly name: string;
  readonly octets: string;
  /** Status of each answer; empty: closed without one. */
  readonly statuses: readonly number[];
  readonly closed: boolean;
}

const post = (headers: readonly string[], body = "", line = "POST /wsman HTTP/1.1"): string => `${[line, ...headers].join("\r\n")}\r\n\r\n${body}`;
const host = "Host: localhost";
const refused = (name: string, octets: string): RawCase => ({ name, octets, statuses: [400], closed: true });
const served = (name: string, octets: string, answers = 1): RawCase => ({ name, octets, statuses: Array.from({ length: answers }, () => 200), closed: false });

/** What Node's parser lets through, each with its neighbours. */
const fiveClasses: readonly RawCase[] = [
  refused("no version, bare line feed, then a body", "GET /x\nContent-Length: 5\r\nHost: localhost\r\n\r\nhello"),
  refused("no version", "GET /x\r\n\r\n"),
  ...["HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/3.0", "HTTP/9.9"].map((version) => refused(`version ${version}`, post([host], "", `POST /wsman ${version}`))),
  ...[["Host: localhost"], ["Host: other"], ["host: localhost"], ["HOST: "]].map((second) => refused(`a second Host (${second[0]!})`, post([host, ...second]))),
  refused("no Host", post([])),
  ...["http://other/wsman", "http://localhost:1/wsman", "http://user@localhost/wsman", "https://evil/", "ftp://localhost/wsman"].map((target) =>
    refused(`absolute target ${target}`, post([host], "", `POST ${target} HTTP/1.1`))),
  served("absolute target that agrees", post([host], "", "POST http://localhost/wsman HTTP/1.1")),
  served("absolute target without path", post([host], "", "POST http://localhost HTTP/1.1")),
  refused("HTTP/1.0 with chunked", post([host, "Transfer-Encoding: chunked"], "0\r\n\r\n", "POST /wsman HTTP/1.0")),
  refused("HTTP/1.0 with identity", post([host, "Transfer-Encoding: identity"], "", "POST /wsman HTTP/1.0")),
  ...[["Authorization: Basic a", "Authorization: Basic b"], ["Authorization: Basic a", "authorization: Basic a"], ["AUTHORIZATION: x", "Authorization: y"]].map((pair) =>
    refused(`two Authorization (${pair[1]!})`, post([host, ...pair]))),
];

/** Two readers, two lengths: the smuggling classes. */
const lengths: readonly RawCase[] = [
  refused("length and chunked", post([host, "Content-Length: 5", "Transfer-Encoding: chunked"], "0\r\n\r\n")),
  refused("chunked and length", post([host, "Transfer-Encoding: chunked", "Content-Length: 5"], "0\r\n\r\n")),
  refused("two lengths that differ", post([host, "Content-Length: 5", "Content-Length: 6"], "hello!")),
  refused("two lengths alike", post([host, "Content-Length: 5", "Content-Length: 5"], "hello")),
  ...["+5", "-5", "0x5", "5,5", "5 5", " ", "5a", "1e1", "5.0", "18446744073709551621", "\t"].map((value) => refused(`length ${JSON.stringify(value)}`, post([host, `Content-Length: ${value}`], "hello"))),
  ...["xchunked", "chunked, identity", "identity, chunked, identity", "chunked;q=1", "\"chunked\"", "gzip", "chunked-", "chunked, gzip"].map((coding) =>
    refused(`coding ${coding}`, post([host, `Transfer-Encoding: ${coding}`], "0\r\n\r\n"))),
  refused("two codings", post([host, "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], "0\r\n\r\n")),
  ...["5 \r\nhello\r\n0\r\n\r\n", "+5\r\nhello\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "-1\r\nhello\r\n0\r\n\r\n", "5\nhello\n0\n\n", "\r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "g\r\nhello\r\n0\r\n\r\n"].map((body) =>
    refused(`chunk ${JSON.stringify(body.slice(0, 12))}`, post([host, "Transfer-Encoding: chunked"], body))),
  served("a chunked body", post([host, "Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n")),
  served("a chunked body with an extension", post([host, "Transfer-Encoding: chunked"], "5;a=b\r\nhello\r\n0\r\n\r\n")),
  served("a chunked body with a trailer", post([host, "Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\nX: y\r\n\r\n")),
  served("chunked in capitals", post([host, "Transfer-Encoding: CHUNKED"], "5\r\nhello\r\n0\r\n\r\n")),
];

/** Header lines that are none. */
const headerLines: readonly RawCase[] = [
  ...["X : y", " X: y", "X\t: y", "X Y: z", ": y", "X", "X\x00Y: z", "X: a\x00b", "X: a\x01b", "X: a\x7fb", "(X): y", "X@: y", "X[0]: y", "X: a\rb", "X\r: y", "\xffX: y"].map((line) => refused(`header ${JSON.stringify(line)}`, post([host, line]))),
  refused("a folded header", post([host, "X: a\r\n b"])),
  refused("a folded header with a tab", post([host, "X: a\r\n\tb"])),
  refused("a folded first header", post([" folded", host])),
  ...["localhost:", "local host", "localhost/x", "local\"host", "a,b", "localhost:123456", "[::1", "::1", "http://localhost", "localhost#", "user@localhost"].map((name) => refused(`Host ${JSON.stringify(name)}`, post([`Host: ${name}`]))),
  ...["localhost:5985", "LOCALHOST", "127.0.0.1", "[::1]", "[::1]:5985", "a.b-c_d"].map((name) => served(`Host ${name}`, post([`Host: ${name}`, "Content-Length: 0"]))),
  ...["X: y", "X:y", "X:  y  ", "X: \xe9", "X:", "X-Long: " + "v".repeat(8000)].map((line) => served(`header ${JSON.stringify(line.slice(0, 20))}`, post([host, line, "Content-Length: 0"]))),
  { name: "a header block over the limit", octets: post([host, `X: ${"v".repeat(20_000)}`]), statuses: [431], closed: true },
  { name: "many headers over the limit", octets: post([host, ...Array.from({ length: 2000 }, (_, index) => `X-${index}: value`)]), statuses: [431], closed: true },
];

/** Request lines. */
const requestLines: readonly RawCase[] = [
  ...["POST\t/wsman HTTP/1.1", "POST /ws man HTTP/1.1", " POST /wsman HTTP/1.1", "POST /wsman HTTP/1.1 ", "POST /wsman http/1.1", "POST /wsman HTTP/1.", "POST /wsman HTTP/11", "POST /wsman HTTPS/1.1", "post /wsman HTTP/1.1", "FOO /wsman HTTP/1.1", "CCM_POST /wsman HTTP/1.1", "/wsman HTTP/1.1", "POST HTTP/1.1", "\x00POST /wsman HTTP/1.1", "POST /ws\x00man HTTP/1.1", "POST /ws\x01man HTTP/1.1"].map((line) =>
    refused(`line ${JSON.stringify(line)}`, post([host, "Content-Length: 0"], "", line))),
  // Node's parser folds blanks of a request line; nothing is read differently by it.
  ...["POST  /wsman HTTP/1.1", "POST /wsman  HTTP/1.1"].map((line) => served(`line ${JSON.stringify(line)}`, post([host, "Content-Length: 0"], "", line))),
  ...["wsman", "*", "//", "/%", "/%2", "/%zz", "/%ff", "/%c0%af", "/%00", "/a%00b", "/wsman#x", "?x", "/%ed%a0%80"].map((target) =>
    target === "//" ? served("target //", post([host, "Content-Length: 0"], "", "POST // HTTP/1.1")) : refused(`target ${target}`, post([host, "Content-Length: 0"], "", `POST ${target} HTTP/1.1`))),
  ...["/", "/wsman", "/wsman/", "/wsman?PSVersion=5.1", "/%77sman", "/w%20s", "/a/../b", "/%e2%82%ac", "/wsman?a=%00", "/wsman?%zz"].map((target) => served(`target ${target}`, post([host, "Content-Length: 0"], "", `POST ${target} HTTP/1.1`))),
  { name: "CONNECT", octets: post([host], "", "CONNECT localhost:80 HTTP/1.1"), statuses: [], closed: true },
  ...["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "SEARCH"].map((method) => served(method, post([host], "", `${method} /wsman HTTP/1.1`))),
  served("HTTP/1.1 with an upgrade that nobody offers", post([host, "Connection: Upgrade", "Upgrade: h2c", "Content-Length: 0"])),
  { name: "a line without end", octets: `POST /${"a".repeat(20_000)} HTTP/1.1\r\n${host}\r\n\r\n`, statuses: [431], closed: true },
  { name: "HTTP/1.0", octets: post([host, "Content-Length: 0"], "", "POST /wsman HTTP/1.0"), statuses: [200], closed: true },
  { name: "HTTP/1.0 without Host", octets: post(["Content-Length: 0"], "", "POST /wsman HTTP/1.0"), statuses: [200], closed: true },
  { name: "Connection: close", octets: post([host, "Connection: close", "Content-Length: 0"]), statuses: [200], closed: true },
  refused("TLS on a plain port", "\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03"),
  refused("the HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
  served("an upgrade, which is not done", post([host, "Connection: Upgrade", "Upgrade: websocket", "Content-Length: 0"])),
  served("an upgrade to HTTP/2, which is not done", post([host, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA", "Content-Length: 0"])),
  refused("nonsense", "\x80\x81\x82\x83\r\n\r\n"),
];

/** Expectations, and more than one request at a time. */
const sequences: readonly RawCase[] = [
  { name: "an expectation nobody knows", octets: post([host, "Expect: 200-ok", "Content-Length: 0"]), statuses: [417], closed: true },
  { name: "Expect: 100-continue", octets: post([host, "Expect: 100-continue", "Content-Length: 5"], "hello"), statuses: [100, 200], closed: false },
  served("two pipelined requests", post([host, "Content-Length: 5"], "hello") + post([host, "Content-Length: 0"]), 2),
  served("five pipelined requests", post([host, "Content-Length: 1"], "x").repeat(5), 5),
  { name: "a good request and a bad one", octets: post([host, "Content-Length: 0"]) + post([host, host]), statuses: [200, 400], closed: true },
  { name: "a bad request and a good one", octets: post([host, host]) + post([host, "Content-Length: 0"]), statuses: [400], closed: true },
  served("empty lines before a request", `\r\n\r\n${post([host, "Content-Length: 0"])}`),
  { name: "a body over the limit by its length", octets: post([host, "Content-Length: 1001"], "x".repeat(1001)), statuses: [413], closed: false },
  served("a body at the limit", post([host, "Content-Length: 1000"], "x".repeat(1000))),
  { name: "a chunked body over the limit", octets: post([host, "Transfer-Encoding: chunked"], `3e9\r\n${"x".repeat(1001)}\r\n0\r\n\r\n`), statuses: [413], closed: true },
  { name: "a body far over the limit", octets: post([host, "Content-Length: 100000000"], "x".repeat(1000)), statuses: [413], closed: true },
];

export const rawCases: readonly RawCase[] = [...fiveClasses, ...lengths, ...headerLines, ...requestLines, ...sequences];
