import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { closestName } from "../../../src/cli/grammar/closest-name.js";
import { parsePairs, parseBlock } from "../../../src/cli/grammar/parse-pairs.js";
import { parseRemote } from "../../../src/cli/grammar/parse-remote.js";
import { parseResource } from "../../../src/cli/grammar/parse-resource.js";
import type { Token } from "../../../src/cli/grammar/usage-problem.js";
import { runLine } from "./test-terminal.js";

const tokens = (...texts: string[]): Token[] => texts.map((text, at) => ({ text, position: at + 3 }));
const token = (text: string): Token => ({ text, position: 2 });
const microsoft = "http://schemas.microsoft.com/wbem/wsman/1";

describe("resource URIs", () => {
  const accepted: readonly (readonly [string, string, ...string[]])[] = [
    ["winrm/config", `${microsoft}/config`],
    ["WinRM/config/Listener?Address=*+Transport=HTTP", `${microsoft}/config/Listener`, "Address=*", "Transport=HTTP"],
    ["wsman/config", `${microsoft}/config`],
    ["plugin", `${microsoft}/config/plugin`],
    ["plugin?Name=My plug-in", `${microsoft}/config/plugin`, "Name=My plug-in"],
    ["config/service/auth", `${microsoft}/config/service/auth`],
    ["listener", `${microsoft}/config/listener`],
    ["shell/cmd?ShellId=1", `${microsoft}/windows/shell/cmd`, "ShellId=1"],
    ["wmi/root/cimv2/*", `${microsoft}/wmi/root/cimv2/*`],
    ["wmicimv2/Win32_Service?Name=a=b", `${microsoft}/wmi/root/cimv2/Win32_Service`, "Name=a=b"],
    ["cimv2/CIM_X", "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_X"],
    ["http://example.org/a%20b?x=%2B", "http://example.org/a%20b", "x=%2B"],
    ["urn:wsmanor:registry?Path=", "urn:wsmanor:registry", "Path="],
    ['urn:x:y?a="q"', "urn:x:y", 'a="q"'],
  ];
  for (const [written, uri, ...selectors] of accepted) {
    it(`reads ${written}`, () => {
      const read = parseResource(token(written));
      assert.ok(read.ok);
      assert.equal(read.value.resourceUri, uri);
      assert.deepEqual(read.value.selectors.map(({ name, value }) => `${name}=${value}`), selectors);
    });
  }

  it("takes a selector whose value holds + from --selector", () => {
    const read = parseResource(token("urn:x:y?a=1"), [{ value: "b=2+3", token: { text: "--selector", position: 4 } }]);
    assert.deepEqual(read, { ok: true, value: { resourceUri: "urn:x:y", selectors: [{ name: "a", value: "1" }, { name: "b", value: "2+3" }] } });
  });

  const refused: readonly (readonly [string, RegExp, string | undefined])[] = [
    ["winrn/config", /^"winrn\/config" \(argument 2\) is not a resource URI: it begins with neither a scheme/u, "winrm/config"],
    ["listenr", /^"listenr" \(argument 2\)/u, "listener"],
    ["wimrm/a/b", /^"wimrm\/a\/b" \(argument 2\)/u, "winrm/a/b"],
    ["wimrm/\u001b[2J", /^"wimrm\/\\u001b\[2J" \(argument 2\)/u, "winrm"],
    ["zebra", /^"zebra" \(argument 2\)/u, undefined],
    ["plugin?Name", /^selector "Name" in "plugin\?Name" \(argument 2\) is not NAME=value/u, undefined],
    ["plugin?", /has an empty selector/u, undefined],
    ["plugin?a=1+", /has an empty selector/u, undefined],
    ["plugin?a=1+2", /^selector "2" in .* goes into --selector NAME=value$/u, undefined],
    ["plugin?=1", /^selector "=1" in/u, undefined],
  ];
  for (const [written, message, didYouMean] of refused) {
    it(`refuses ${written}`, () => {
      const read = parseResource(token(written));
      assert.ok(!read.ok);
      assert.match(read.error.message, message);
      assert.equal(read.error.didYouMean, didYouMean);
    });
  }
});

describe("remotes", () => {
  const accepted: readonly (readonly [string, boolean, string])[] = [
    ["server", false, "http://server:5985/wsman"],
    ["server", true, "https://server:5986/wsman"],
    ["server:8080", false, "http://server:8080/wsman"],
    ["http://server", false, "http://server/wsman"],
    ["https://server", false, "https://server/wsman"],
    ["HTTPS://server:5986/", true, "https://server:5986/wsman"],
    ["http://127.0.0.1:5985/wsman", false, "http://127.0.0.1:5985/wsman"],
    ["http://server:1/my/application?PSVersion=5", false, "http://server:1/my/application?PSVersion=5"],
    ["[::1]", false, "http://[::1]:5985/wsman"],
    ["http://[fe80::1]:5985/wsman", false, "http://[fe80::1]:5985/wsman"],
  ];
  for (const [written, ssl, url] of accepted) {
    it(`reads ${written}${ssl ? " with -usessl" : ""}`, () => {
      const read = parseRemote(token(written), written, ssl);
      assert.equal(read.ok ? read.value.href : read.error.message, url);
    });
  }
  const refused: readonly (readonly [string, boolean, RegExp])[] = [
    ["ftp://server", false, /the scheme "ftp" is neither http nor https/u],
    ["http://", false, /the host is missing/u],
    ["", false, /the host is missing/u],
    ["server:0", false, /"0" is not a port/u],
    ["server:99999", false, /"99999" is not a port/u],
    ["server:http", false, /"http" is not a port/u],
    ["::1", false, /an IPv6 address stands in brackets/u],
    ["http://me:secret@server", false, /^-remote \(argument 2\) holds "@": user and password go into -username/u],
    ["http://server", true, /says http, -usessl says https/u],
    ["a b", false, /cannot be read/u],
  ];
  for (const [written, ssl, message] of refused) {
    it(`refuses ${JSON.stringify(written)}${ssl ? " with -usessl" : ""}`, () => {
      const read = parseRemote(token(written), written, ssl);
      assert.ok(!read.ok);
      assert.match(read.error.message, message);
      assert.match(read.error.message, /argument 2/u);
    });
  }
});

describe("input pairs", () => {
  const accepted: readonly (readonly [string[], readonly (readonly [string, unknown])[]])[] = [
    [['@{MaxShellsPerUser="7"}'], [["MaxShellsPerUser", "7"]]],
    [['@{a="1";b="2"}'], [["a", "1"], ["b", "2"]]],
    [['@{ a = "x; y}" ; b=$null; }'], [["a", "x; y}"], ["b", null]]],
    [["@{a=1;b=two words;c=$NULL}"], [["a", "1"], ["b", "two words"], ["c", null]]],
    [['@{Path="C:\\dir\\";q="say ""hi"""}'], [["Path", "C:\\dir\\"], ["q", 'say "hi"']]],
    [["@{a='it''s'}"], [["a", "it's"]]],
    [['@{a="$null"}'], [["a", "$null"]]],
    [["@{}"], []],
    [["@{", "a=1;", "b=x", "y}"], [["a", "1"], ["b", "x y"]]],
    [["@{a=}"], [["a", ""]]],
    [["@{a={1}}"], [["a", "{1}"]]],
    [["a=1", "b=c=d", "e=$null", "f="], [["a", "1"], ["b", "c=d"], ["e", null], ["f", ""]]],
    [["Service/Auth/Basic=true"], [["Service/Auth/Basic", "true"]]],
    [['{"a":"1","b":2,"c":null,"d":[true,"x"]}'], [["a", "1"], ["b", "2"], ["c", null], ["d", "true"], ["d", "x"]]],
    [["@{a=1}", "a=2"], [["a", "1"], ["a", "2"]]],
  ];
  for (const [written, pairs] of accepted) {
    it(`reads ${written.join(" ")}`, () => {
      const read = parsePairs(tokens(...written));
      assert.ok(read.ok, read.ok ? "" : read.error.message);
      assert.deepEqual(read.value.map(({ key, value }) => [key, value]), pairs);
    });
  }

  it("keeps what JSON nests, and __proto__ is a name like any other", () => {
    const read = parsePairs(tokens('{"a":{"__proto__":"x"}}'));
    assert.ok(read.ok);
    assert.deepEqual(read.value, [{ key: "a", value: [{ key: "__proto__", value: "x", position: 3 }], position: 3 }]);
  });

  const refused: readonly (readonly [string[], string])[] = [
    [["@{Enabled}"], '"@{Enabled}" (argument 3), character 10: expected "=" after "Enabled", found "}"'],
    [['@{a="1" b="2"}'], '"@{a="1" b="2"}" (argument 3), character 9: expected ";" or "}", found "b="2"}"'],
    [['@{a="1}'], '"@{a="1}" (argument 3), character 8: expected the closing quote of the value of "a", found the end'],
    [["@{a=1"], '"@{a=1" (argument 3), character 6: expected ";" or "}", found the end'],
    [["@{1a=x}"], '"@{1a=x}" (argument 3), character 3: expected a key or "}", found "1a=x}"'],
    [["@{a=1;;b=2}"], '"@{a=1;;b=2}" (argument 3), character 7: expected a key, found ";b=2}"'],
    [['@{a="1"}x=2}'], '"@{a="1"}x=2}" (argument 3), character 9: expected nothing after "}", found "x=2}"'],
    [["Enabled"], '"Enabled" (argument 3) is not key=value, @{key="value"} or JSON'],
    [["a b=1"], '"a b=1" (argument 3): "a b" cannot be a key; a key is the name of an element'],
    [["=1"], '"=1" (argument 3): "" cannot be a key; a key is the name of an element'],
    [['{"a":[[1]]}'], '"{"a":[[1]]}" (argument 3): "a" holds an array inside an array, which XML cannot say'],
    [['{"a b":1}'], '"{"a b":1}" (argument 3): "a b" cannot be a key; a key is the name of an element'],
  ];
  for (const [written, message] of refused) {
    it(`refuses ${written.join(" ")}`, () => {
      const read = parsePairs(tokens(...written));
      assert.deepEqual(read, { ok: false, error: { message } });
    });
  }

  it("says that braces without @ are JSON", () => {
    const read = parsePairs(tokens('{a="1"}'));
    assert.ok(!read.ok);
    assert.match(read.error.message, /^"\{a="1"\}" \(argument 3\) is not JSON \(.*\); pairs in braces begin with "@\{"$/u);
  });

  it("refuses JSON that nests deeper than any message may", () => {
    const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
    assert.ok(parsePairs(tokens(nested(64))).ok);
    for (const levels of [65, 20_000]) {
      const read = parsePairs(tokens(nested(levels)));
      assert.ok(!read.ok);
      assert.match(read.error.message, /nests deeper than 64 levels, which no message may$/u);
    }
  });

  it("reads the braces of -options and -filter", () => {
    const read = parseBlock({ text: '{State="Running"}', position: 5 }, 0);
    assert.deepEqual(read.ok && read.value, [{ key: "State", value: "Running", position: 5 }]);
  });
});

describe("the closest name", () => {
  const names = ["enumerate", "identify", "get", "set", "delete", "invoke"];
  for (const [word, expected] of [["enumerte", "enumerate"], ["idnetify", "identify"], ["enumer", "enumerate"], ["gte", "get"], ["inovke", "invoke"], ["zzz", undefined], ["x".repeat(5000), undefined]] as const) {
    it(`of ${word.slice(0, 20)} is ${expected}`, () => assert.equal(closestName(word, names), expected));
  }
});

describe("command lines that are refused", () => {
  const refused: readonly (readonly [string[], string])[] = [
    [["enumerte", "plugin"], 'Error: "enumerte" (argument 1) is not a command. Did you mean enumerate?'],
    [["frobnicate"], 'Error: "frobnicate" (argument 1) is not a command.'],
    [["get", "config", "-fromat:pretty"], 'Error: "-fromat" (argument 3) is not a switch of get. Did you mean -format?'],
    [["get", "config", "-paswsord:hunter2"], 'Error: "-paswsord" (argument 3) is not a switch of get. Did you mean -password?'],
    [["get", "config", "-format:prety"], 'Error: "prety" is not a value of -format (argument 3): it takes text, xml or pretty. Did you mean pretty?'],
    [["get", "config", "-format"], 'Error: "-format" (argument 3) needs a value: -format:FORMAT.'],
    [["get", "config", "-format", "-un"], 'Error: "-format" (argument 3) needs a value: -format:FORMAT.'],
    [["get", "config", "-usessl:yes"], 'Error: "-usessl" (argument 3) takes no value, but has "yes".'],
    [["get", "config", "-f:xml", "--format=text"], "Error: -format is given twice (arguments 3 and 4)."],
    [["get", "config", "-defaultCreds"], 'Error: "-defaultCreds" (argument 3) is not supported: there is no Windows logon to take credentials from; use -username.'],
    [["get", "config", "-filter:x"], 'Error: "-filter" (argument 3) is not a switch of get.'],
    [["get"], "Error: the resource URI is missing, such as winrm/config."],
    [["get", "config", "extra"], 'Error: "extra" (argument 3) is one too many: nothing follows the resource URI.'],
    [["identify", "config"], 'Error: "config" (argument 2) is one too many: nothing follows identify but switches.'],
    [["set", "config"], 'Error: nothing to send: add @{key="value"}, key=value, JSON or -file:FILE.'],
    [["set", "config", "a=1", "-file:x.xml"], 'Error: "a=1" (argument 3) and -file (argument 4) both say what to send; one is enough.'],
    [["invoke"], "Error: the method is missing: invoke METHOD RESOURCE_URI."],
    [["invoke", "winrm/config", "Restore"], 'Error: "winrm/config" (argument 2) cannot be a method; the method comes first, then the resource URI.'],
    [["enumerate", "plugin", "-dialect:wql"], "Error: -dialect (argument 3) has no use without -filter."],
    [["enumerate", "wmi/*", "-dialect:selector", "-filter:Name=x"], 'Error: "Name=x" (argument 4), character 1: expected "{", found "Name=x".'],
    [["enumerate", "wmi/*", "-dialect:association", "-filter:{Objekt=x}"], 'Error: "Objekt" in -filter (argument 4) is not a key of an association: they are object, associationClassName, role, resultClassName or resultRole. Did you mean object?'],
    [["enumerate", "plugin", "-shallow", "-BasePropertiesOnly"], "Error: -shallow and -BasePropertiesOnly exclude each other."],
    [["get", "config", "-r:server"], "Error: -remote needs credentials: -username:NAME (and -password:PASSWORD), or -authentication:None."],
    [["get", "config", "-r:server", "-p:x"], "Error: -password (argument 4) has no use: -username:NAME is missing."],
    [["get", "config", "-r:server", "-u:me", "-a:None"], "Error: -username (argument 4) has no use: -authentication:None sends no credentials."],
    [["get", "config", "-r:server", "-u:me", "-a:Kerberos"], 'Error: "Kerberos" is not offered yet as -authentication (argument 5): it takes Basic or None.'],
    [["get", "config", "-r:server", "-u:me"], "Error: a password is needed: -password:PASSWORD or --password-file FILE (- is standard input)."],
    [["get", "config", "-r:server", "-u:a:b", "-p:x"], 'Error: "a:b" (-username, argument 4) holds a colon, which Basic cannot carry in a name.'],
    [["get", "config", "-r:server", "-u:me", "-p:x", "--password-file=y"], "Error: -password and --password-file are both given; one is enough."],
    [["get", "config", "-timeout:soon"], 'Error: "soon" is not a value of -timeout (argument 3): it takes milliseconds, such as 60000.'],
    [["get", "config", "-options:K=V"], 'Error: "K=V" (argument 3), character 1: expected "{", found "K=V".'],
    [["helpmsg", "seven"], 'Error: "seven" (argument 2) is not an error number: it is decimal, negative or 0x with up to 8 hex digits.'],
    [["helpmsg", "0x1234567890"], 'Error: "0x1234567890" (argument 2) is not an error number: it is decimal, negative or 0x with up to 8 hex digits.'],
    [["helpmsg"], "Error: the number is missing, such as 0x80338012."],
    [["helpmsg", "8033809A"], 'Error: "8033809A" (argument 2) is not an error number: it is decimal, negative or 0x with up to 8 hex digits. Did you mean 0x8033809A?'],
    [["get", "urn:a?K=\u0002"], 'Error: "urn:a?K=\\u0002" (argument 2), character 9: XML cannot carry U+0002.'],
    [["get", "urn:a", "--selector", "K=\ud800"], 'Error: "K=\\ud800" (-selector, argument 3), character 3: XML cannot carry U+D800.'],
    [["get", "urn:a", '-options:{K="\ufffe"}'], 'Error: "{K="\\ufffe"}" (-options, argument 3), character 5: XML cannot carry U+FFFE.'],
    [["enumerate", "urn:a", "-filter:\u001b[2J"], 'Error: "\\u001b[2J" (-filter, argument 3), character 1: XML cannot carry U+001B.'],
    [["set", "urn:a", "Data=a\u0007"], 'Error: "Data=a\\u0007" (argument 3), character 7: XML cannot carry U+0007.'],
    [["create", "urn:a", '{"Data":{"In":["ok","\\u0002"]}}'], 'Error: the value of "In" (argument 3), character 1: XML cannot carry U+0002.'],
    [["invoke", "urn:x/\u0001", "urn:a"], 'Error: "urn:x/\\u0001" (argument 2), character 7: XML cannot carry U+0001.'],
    [["quickconfig", "-q"], "Error: \"quickconfig\" (argument 1) is winrm's alone: wsmanor serve starts a host with the shipped configuration, whose bindings say where it listens; firewall and start with the machine are the system's."],
    [["QC"], "Error: \"QC\" (argument 1) is winrm's alone: wsmanor serve starts a host with the shipped configuration, whose bindings say where it listens; firewall and start with the machine are the system's."],
    [["configSDDL", "winrm/config"], "Error: \"configSDDL\" (argument 1) is winrm's alone: who may do what is decided by the application's AuthorizationPlugin, as config/examples/authorization shows."],
    [["get", "config", "-usessl"], 'Error: "-usessl" (argument 3) has no use without -remote:HOST: the host on this machine is reached at the address that it says itself.'],
    [["get", "config", "x".repeat(5000)], `Error: "${"x".repeat(120)}…" (argument 3) is one too many: nothing follows the resource URI.`],
    [["serve", "--port", "99999"], 'Error: "99999" is not a value of --port (argument 2): it takes 0 to 65535.'],
    [["serve", "now"], 'Error: "now" (argument 2) is one too many: nothing follows serve but switches.'],
    [["user"], "Error: what to do is missing: add, list, remove, passwd, import or environment."],
    [["user", "ad", "x"], 'Error: "ad" (argument 2) is not something user does: it is add, list, remove, passwd, import or environment. Did you mean add?'],
    [["user", "add"], "Error: the account's name is missing: user add NAME."],
    [["user", "list", "--administrator"], "Error: --administrator (argument 3) has no use with user list."],
    [["user", "add", "x", "--password-file", "/nonexistent"], "Error: --password-file (argument 4) cannot be read: ENOENT: no such file or directory, open '/nonexistent'."],
  ];
  for (const [words, message] of refused) {
    it(words.join(" "), async () => {
      const ran = await runLine(words);
      assert.equal(ran.err.split("\n")[0], message);
      assert.match(ran.err.split("\n")[1]!, /^ {7}Type "wsmanor .*--help" for help\.$/u);
      assert.equal(ran.status, 2);
      assert.equal(ran.out, "");
    });
  }
});

describe("help", () => {
  it("lists every command", async () => {
    const ran = await runLine(["--help"]);
    assert.equal(ran.status, 0);
    for (const name of ["serve", "user", "validate", "identify, id", "get, g", "set, s, put", "create, c", "delete, d", "enumerate, e, enum", "invoke, i", "helpmsg"]) assert.ok(ran.out.includes(`\n  ${name} `), name);
  });

  for (const words of [["help", "e"], ["enumerate", "--help"], ["enumerate", "plugin", "-?"], ["enum", "/?"]]) {
    it(`${words.join(" ")} explains enumerate`, async () => {
      const ran = await runLine(words);
      assert.match(ran.out, /^usage: wsmanor enumerate RESOURCE_URI/u);
      assert.doesNotMatch(ran.out, /defaultCreds/u);
    });
  }

  for (const words of [["help"], ["help", "--help"], ["--help", "help"], ["help", "--json"]]) {
    it(`${words.join(" ")} lists the commands`, async () => {
      const ran = await runLine(words);
      assert.deepEqual([ran.status, ran.err], [0, ""]);
      assert.match(ran.out, /^usage: wsmanor COMMAND/u);
    });
  }
  it("help get --help explains get", async () => assert.match((await runLine(["help", "get", "--help"])).out, /^usage: wsmanor get /u));

  it("--version prints the version", async () => assert.match((await runLine(["--version"])).out, /^\d+\.\d+\.\d+\n$/u));

  it("without a word shows the commands and is wrong use", async () => {
    const ran = await runLine([]);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /^usage: wsmanor COMMAND/u);
  });
});

describe("helpmsg", () => {
  for (const [written, text] of [
    ["0x80338012", "-2144108526 0x80338012"],
    ["-2144108526", "-2144108526 0x80338012"],
    ["2150858770", "-2144108526 0x80338012"],
    ["0x5", "5 0x00000005"],
    ["0x80070005", "-2147024891 0x80070005"],
  ] as const) {
    it(`explains ${written}`, async () => {
      const ran = await runLine(["helpmsg", written]);
      assert.equal(ran.status, 0);
      assert.ok(ran.out.split("\n")[0]!.endsWith(text), ran.out);
      assert.match(ran.out.split("\n")[1]!, /^[A-Z].*\.$/u);
    });
  }

  it("is JSON when asked", async () => {
    const ran = await runLine(["helpmsg", "0x5", "--json"]);
    const { number, hex, message } = JSON.parse(ran.out) as Record<string, unknown>;
    assert.deepEqual([ran.status, number, hex, message], [0, 5, "0x00000005", "Access is denied."]);
  });

  it("sees when 0x was forgotten", async () => {
    const ran = await runLine(["helpmsg", "80338029"]);
    assert.deepEqual([ran.status, ran.err], [1, "Error: no text is known for 80338029 0x04C9DC6D. Did you mean 0x80338029?\n"]);
  });

  it("says when a number is unknown", async () => {
    const ran = await runLine(["helpmsg", "0x81234567"]);
    assert.equal(ran.status, 1);
    assert.equal(ran.err, "Error: no text is known for -2128394905 0x81234567.\n");
  });
});
