import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { envelope, scriptedServer, sendEnvelope, type Answer, type SeenRequest } from "./scripted-server.js";
import { runLine, type Ran } from "./test-terminal.js";

const login = ["-a:Basic", "-u:me", "-p:pässword"];
const config = "http://schemas.microsoft.com/wbem/wsman/1/config";

/** Runs one command line against canned answers. `URL` in a word stands for the server. */
async function against(answers: readonly Answer[], words: readonly string[], given: Parameters<typeof runLine>[1] = {}): Promise<Ran & { seen: SeenRequest[]; connections: number }> {
  const server = await scriptedServer(answers);
  try {
    const ran = await runLine([...words, `-r:${server.url}`, ...(words.some((word) => word.startsWith("-u:") || word === "-a:None") ? [] : login)], given);
    return { ...ran, seen: server.seen, connections: server.connections() };
  } finally {
    await server.close();
  }
}

const header = (request: SeenRequest | undefined, name: string): string | undefined => new RegExp(`<[a-z]:${name}(?: [^>]*)?>([^<]*)<`, "u").exec(request?.body ?? "")?.[1];
const bodyOf = (request: SeenRequest | undefined): string | undefined => /<s:Body>([\s\S]*)<\/s:Body>|<s:Body\/>/u.exec(request?.body ?? "")?.[1];

describe("identify", () => {
  const answer = "<wsmid:IdentifyResponse><wsmid:ProtocolVersion>p</wsmid:ProtocolVersion><wsmid:SecurityProfiles><wsmid:SecurityProfileName>a</wsmid:SecurityProfileName><wsmid:SecurityProfileName>b</wsmid:SecurityProfileName></wsmid:SecurityProfiles></wsmid:IdentifyResponse>";

  it("asks with credentials and prints text", async () => {
    const ran = await against([answer], ["identify"]);
    assert.equal(ran.out, "IdentifyResponse\n    ProtocolVersion = p\n    SecurityProfiles\n        SecurityProfileName = a, b\n");
    assert.equal(ran.status, 0);
    assert.equal(ran.seen[0]!.headers.authorization, `Basic ${Buffer.from("me:pässword", "utf8").toString("base64")}`);
    assert.equal(ran.seen[0]!.headers["wsmanidentify"], undefined);
    assert.equal(ran.seen[0]!.headers["content-type"], "application/soap+xml;charset=UTF-8");
    assert.match(ran.seen[0]!.body, /<s:Header\/><s:Body><wsmid:Identify\/><\/s:Body>/u);
  });

  it("-a:None asks for what anybody may know", async () => {
    const ran = await against([answer], ["id", "-a:None"]);
    assert.equal(ran.status, 0);
    assert.equal(ran.seen[0]!.headers.authorization, undefined);
    assert.equal(ran.seen[0]!.headers["wsmanidentify"], "unauthenticated");
  });
});

describe("get", () => {
  it("sends what winrm sends", async () => {
    const ran = await against(['<r xmlns="urn:r"><v>1</v></r>'], ["g", "winrm/config?A=1+B=x&y", "-timeout:1500", "-options:{K=\"V\";N=$null}", "-fragment:Service/Auth", "-json", "-locale:de-DE"]);
    assert.equal(ran.out, '{\n  "r": {\n    "v": "1"\n  }\n}\n');
    const sent = ran.seen[0];
    assert.equal(header(sent, "Action"), "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get");
    assert.equal(header(sent, "ResourceURI"), config);
    assert.equal(header(sent, "OperationTimeout"), "PT1.500S");
    assert.equal(header(sent, "FragmentTransfer"), "Service/Auth");
    assert.match(header(sent, "MessageID")!, /^uuid:[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/u);
    assert.equal(header(sent, "Address"), "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous");
    assert.ok(sent!.body.includes('<w:SelectorSet><w:Selector Name="A">1</w:Selector><w:Selector Name="B">x&amp;y</w:Selector></w:SelectorSet>'));
    assert.ok(sent!.body.includes('<w:OptionSet><w:Option Name="K">V</w:Option><w:Option Name="N" xsi:nil="true"/></w:OptionSet>'));
    assert.ok(sent!.body.includes('<w:Locale xml:lang="de-DE" s:mustUnderstand="false"/>'));
    assert.equal(bodyOf(sent), undefined);
  });

  it("speaks UTF-16 when asked to, both ways", async () => {
    const reply: Answer = (request, response) => {
      const text = request.bytes.toString("utf16le");
      assert.equal(text.charCodeAt(0), 0xfeff);
      sendEnvelope(response, Buffer.from(`\ufeff${envelope("<r>ä€</r>", text)}`, "utf16le"), 200, "UTF-16");
    };
    const ran = await against([reply], ["get", "config", "-encoding:utf-16"]);
    assert.equal(ran.out, "r = ä€\n");
    assert.equal(ran.seen[0]!.headers["content-type"], "application/soap+xml;charset=UTF-16");
  });

  it("takes the password from a file, from standard input, from the person at the terminal", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-cli-"));
    try {
      const file = join(folder, "password");
      writeFileSync(file, "from file\r\nsecond line");
      const expected = (password: string): string => `Basic ${Buffer.from(`me:${password}`).toString("base64")}`;
      const one = await against(["<r/>"], ["get", "config", "-u:me", "--password-file", file]);
      assert.equal(one.seen[0]!.headers.authorization, expected("from file"));
      const two = await against(["<r/>"], ["get", "config", "-u:me", "--password-file=-"], { input: "from input\n" });
      assert.equal(two.seen[0]!.headers.authorization, expected("from input"));
      const three = await against(["<r/>"], ["get", "config", "-u:me"], { secret: "typed" });
      assert.equal(three.seen[0]!.headers.authorization, expected("typed"));
      assert.equal(three.asked.length, 1);
      assert.match(three.asked[0]!, /^Password of me at 127\.0\.0\.1:\d+: $/u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("set", () => {
  const document =
    '<cfg:Config xmlns:cfg="urn:c" Name="n"><cfg:MaxTimeoutms>60000</cfg:MaxTimeoutms><cfg:Empty xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/><cfg:Client><cfg:Auth><cfg:Basic>true</cfg:Basic></cfg:Auth></cfg:Client>' +
    "<cfg:Service><cfg:Auth><cfg:Basic>true</cfg:Basic><cfg:Only>1</cfg:Only></cfg:Auth></cfg:Service><cfg:On>1</cfg:On><cfg:On>2</cfg:On></cfg:Config>";

  it("gets, changes what the keys name, and puts", async () => {
    const ran = await against([document, '<r xmlns="urn:c">new</r>'], ["set", "winrm/config", '@{MaxTimeoutms="1000";Only="<&>"}', "Service/Auth/Basic=false", "Empty=x", "On=7", "On=8", "On=9", "Name=m"]);
    assert.equal(ran.err, "");
    assert.equal(ran.out, "r = new\n");
    assert.equal(header(ran.seen[1], "Action"), "http://schemas.xmlsoap.org/ws/2004/09/transfer/Put");
    assert.equal(
      bodyOf(ran.seen[1]),
      '<cfg:Config xmlns:cfg="urn:c" Name="m"><cfg:MaxTimeoutms>1000</cfg:MaxTimeoutms><cfg:Empty>x</cfg:Empty><cfg:Client><cfg:Auth><cfg:Basic>true</cfg:Basic></cfg:Auth></cfg:Client>' +
        "<cfg:Service><cfg:Auth><cfg:Basic>false</cfg:Basic><cfg:Only>&lt;&amp;&gt;</cfg:Only></cfg:Auth></cfg:Service><cfg:On>7</cfg:On><cfg:On>8</cfg:On><cfg:On>9</cfg:On></cfg:Config>",
    );
    assert.equal(ran.connections, 1, "one connection for both");
  });

  it("writes null as xsi:nil", async () => {
    const ran = await against([document, "<r/>"], ["s", "winrm/config", "MaxTimeoutms=$null"]);
    assert.ok(bodyOf(ran.seen[1])!.includes('<cfg:MaxTimeoutms xsi:nil="true"/>'));
  });

  for (const [pair, message] of [
    ["MaxTimeoutMs=1", 'Error: "MaxTimeoutMs" (argument 3) matches nothing in Config: it has no such value. Did you mean MaxTimeoutms?'],
    ["Basic=false", 'Error: "Basic" (argument 3) could be Client/Auth/Basic or Service/Auth/Basic: write the path instead of the name.'],
    ["Service=1", 'Error: "Service" (argument 3) holds other values: Service/Auth/Basic, Service/Auth/Only.'],
    ["zzzz=1", 'Error: "zzzz" (argument 3) matches nothing in Config: it has no such value.'],
  ] as const) {
    it(`refuses ${pair} and puts nothing`, async () => {
      const ran = await against([document], ["put", "winrm/config", pair]);
      assert.equal(ran.status, 2);
      assert.equal(ran.err.split("\n")[0], message);
      assert.equal(ran.seen.length, 1);
    });
  }

  it("puts a file as it is, and wraps a fragment", async () => {
    const ran = await against(["<r/>"], ["set", "config", "-file:-"], { input: '<?xml version="1.0"?><a xmlns="urn:a"><b/></a>' });
    assert.equal(bodyOf(ran.seen[0]), '<a xmlns="urn:a"><b/></a>');
    const part = await against(["<r/>"], ["set", "urn:x:y", "-fragment:Alias", "Alias=v"]);
    assert.equal(bodyOf(part.seen[0]), '<w:XmlFragment><q:Alias xmlns:q="urn:x:y">v</q:Alias></w:XmlFragment>');
    const text = await against(["<r/>"], ["set", "urn:x:y", "-fragment:Alias/text()", "Alias=v & w"]);
    assert.equal(bodyOf(text.seen[0]), "<w:XmlFragment>v &amp; w</w:XmlFragment>");
    assert.equal(bodyOf((await against(["<r/>"], ["set", "urn:x:y", "-fragment:Part[@n='1']/@n", "n=2"])).seen[0]), "<w:XmlFragment>2</w:XmlFragment>");
    assert.match((await against(["<r/>"], ["set", "urn:x:y", "-fragment:Alias/text()", "Alias=v", "b=w"])).err, /"b" \(argument \d+\) is one too many: -fragment leads to one text/u);
    assert.match((await against(["<r/>"], ["set", "urn:x:y", "-fragment:Alias/text()", "@{Alias=$null}"])).err, /is no text, which -fragment leads to/u);
    const broken = await runLine(["set", "config", "-file:-"], { input: "<a><b></a>" });
    assert.equal(broken.status, 2);
    assert.match(broken.err, /^Error: -file \(argument 3\): standard input is not XML, at character \d+: /u);
  });
});

describe("create, invoke, delete", () => {
  it("create names the element after the last part of the URI", async () => {
    const created = "<x:ResourceCreated><a:Address>u</a:Address></x:ResourceCreated>";
    const ran = await against([created], ["create", "winrm/config/Listener?Address=*+Transport=HTTP", '@{Enabled="true";Port=$null}']);
    assert.equal(ran.out, "ResourceCreated\n    Address = u\n");
    assert.equal(header(ran.seen[0], "Action"), "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create");
    assert.equal(bodyOf(ran.seen[0]), `<q:Listener xmlns:q="${config}/Listener"><q:Enabled>true</q:Enabled><q:Port xsi:nil="true"/></q:Listener>`);
    const urn = await against([created], ["c", "urn:wsmanor:registry?Path=A", '{"a":{"b":["1","2"]}}']);
    assert.equal(bodyOf(urn.seen[0]), '<q:registry xmlns:q="urn:wsmanor:registry"><q:a><q:b>1</q:b><q:b>2</q:b></q:a></q:registry>');
  });

  it("invoke calls a method", async () => {
    const ran = await against(['<p:StopService_OUTPUT xmlns:p="urn:p"><p:ReturnValue>0</p:ReturnValue></p:StopService_OUTPUT>'], ["invoke", "StopService", "urn:p?Name=x", "@{}"]);
    assert.equal(ran.out, "StopService_OUTPUT\n    ReturnValue = 0\n");
    assert.equal(header(ran.seen[0], "Action"), "urn:p/StopService");
    assert.equal(bodyOf(ran.seen[0]), '<q:StopService_INPUT xmlns:q="urn:p"/>');
  });

  it("delete prints a line break", async () => {
    const ran = await against([""], ["delete", "urn:p?Name=x"]);
    assert.deepEqual([ran.status, ran.out, ran.err], [0, "\n", ""]);
    assert.equal(header(ran.seen[0], "Action"), "http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete");
  });
});

describe("enumerate", () => {
  const item = (value: number): string => `<i>${value}</i>`;

  it("takes everything from one optimized answer", async () => {
    const ran = await against([`<n:EnumerateResponse><n:EnumerationContext/><w:Items>${item(1)}${item(2)}</w:Items><w:EndOfSequence/></n:EnumerateResponse>`], ["enumerate", "plugin"]);
    assert.equal(ran.out, "i = 1\n\ni = 2\n\n");
    assert.equal(header(ran.seen[0], "ResourceURI"), `${config}/plugin`);
    assert.equal(bodyOf(ran.seen[0]), "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000</w:MaxElements></n:Enumerate>");
  });

  it("pulls to the end, follows a context that changes, and does not need the optimization", async () => {
    const ran = await against(
      [
        "<n:EnumerateResponse><n:EnumerationContext> uuid:1 </n:EnumerationContext></n:EnumerateResponse>",
        `<n:PullResponse><n:EnumerationContext>uuid:2</n:EnumerationContext><n:Items>${item(1)}</n:Items></n:PullResponse>`,
        "<n:PullResponse><n:Items/></n:PullResponse>",
        `<n:PullResponse><n:Items>${item(2)}</n:Items><n:EndOfSequence/></n:PullResponse>`,
      ],
      ["e", "urn:p?A=1", "-f:xml"],
    );
    assert.equal(ran.out, '<wsman:Results xmlns:wsman="http://schemas.dmtf.org/wbem/wsman/1/wsman/results">\n<i>1</i>\n<i>2</i>\n</wsman:Results>\n');
    assert.deepEqual(ran.seen.slice(1).map((request) => header(request, "EnumerationContext")), ["uuid:1", "uuid:2", "uuid:2"]);
    assert.equal(header(ran.seen[1], "Action"), "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Pull");
    assert.ok(ran.seen[1]!.body.includes('<w:Selector Name="A">1</w:Selector>'));
    assert.equal(ran.connections, 1);
  });

  it("asks for references, base properties, filters", async () => {
    const end = "<n:EnumerateResponse><n:EnumerationContext/><w:Items/><w:EndOfSequence/></n:EnumerateResponse>";
    const asked = async (...words: string[]): Promise<string | undefined> => bodyOf((await against([end], ["enum", "wmicimv2/*", ...words])).seen[0]);
    const frame = (inner: string): string => `<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000</w:MaxElements>${inner}</n:Enumerate>`;
    assert.equal(await asked("-returntype:EPR"), frame("<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>"));
    assert.equal(await asked("-returntype:objectAndEpr", "-shallow"), frame("<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode><b:PolymorphismMode>None</b:PolymorphismMode>"));
    assert.equal(await asked("-BasePropertiesOnly"), frame("<b:PolymorphismMode>ExcludeSubClassProperties</b:PolymorphismMode>"));
    assert.equal(await asked("-filter:select * from X where a<1"), frame('<w:Filter Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL">select * from X where a&lt;1</w:Filter>'));
    assert.equal(await asked("-filter:../a", "-dialect:urn:d"), frame('<w:Filter Dialect="urn:d">../a</w:Filter>'));
    assert.equal(
      await asked('-filter:{State="Running"}', "-dialect:selector"),
      frame('<w:Filter Dialect="http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter"><w:SelectorSet><w:Selector Name="State">Running</w:Selector></w:SelectorSet></w:Filter>'),
    );
    assert.equal(
      await asked("-filter:{Object=Win32_Service?Name=winrm;Role=Antecedent}", "-dialect:association"),
      frame(
        '<w:Filter Dialect="http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter"><b:AssociatedInstances><b:Object><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address><a:ReferenceParameters>' +
          '<w:ResourceURI>http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Service</w:ResourceURI><w:SelectorSet><w:Selector Name="Name">winrm</w:Selector></w:SelectorSet></a:ReferenceParameters></b:Object><b:Role>Antecedent</b:Role></b:AssociatedInstances></w:Filter>',
      ),
    );
  });

  it("prints what came, closes it, and releases, when a Pull fails", async () => {
    const fault: Answer = (request, response) => sendEnvelope(response, envelope(faultBody("w:InternalError", 1359), request.body), 500);
    const ran = await against([`<n:EnumerateResponse><n:EnumerationContext>c</n:EnumerationContext><w:Items>${item(1)}</w:Items></n:EnumerateResponse>`, fault, ""], ["enumerate", "urn:p", "--json"]);
    assert.equal(ran.status, 1);
    assert.deepEqual(JSON.parse(ran.out), [{ i: "1" }]);
    assert.equal(header(ran.seen[2], "Action"), "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Release");
    assert.equal(JSON.parse(ran.err).error.hex, "0x8007054F");
  });

  it("gives up on an enumeration that never ends", async () => {
    const empty = "<n:PullResponse><n:EnumerationContext>c</n:EnumerationContext><n:Items/></n:PullResponse>";
    const ran = await against(["<n:EnumerateResponse><n:EnumerationContext>c</n:EnumerationContext></n:EnumerateResponse>", ...Array<string>(200).fill(empty)], ["enumerate", "urn:p"]);
    assert.equal(ran.status, 1);
    assert.match(ran.err, /goes on without any items/u);
  });
});

const faultBody = (subcode: string, code: number, message = "<f:Message>It went wrong.</f:Message>"): string =>
  `<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>${subcode}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en-US">The reason. </s:Text></s:Reason>` +
  `<s:Detail><f:WSManFault Code="${code}" Machine="m">${message}</f:WSManFault></s:Detail></s:Fault>`;

describe("what goes wrong", () => {
  const problem = async (answer: Answer): Promise<Ran> => against([answer], ["get", "config"]);

  it("a fault", async () => {
    const ran = await problem((request, response) => sendEnvelope(response, envelope(faultBody("a:DestinationUnreachable", 2150858752), request.body), 500));
    assert.equal(ran.status, 1);
    assert.equal(ran.out, "");
    assert.match(ran.err, /^WSManFault\n {4}Message = It went wrong\.\n\nError number: {2}-2144108544 0x80338000\n[A-Z].*\n$/u);
  });

  it("a fault of a plug-in names it", async () => {
    const provider = '<f:Message><f:ProviderFault provider="registry" path="p"><f:WSManFault Code="5" Machine="m"><f:Message>No.</f:Message></f:WSManFault></f:ProviderFault></f:Message>';
    const ran = await problem((request, response) => sendEnvelope(response, envelope(faultBody("w:AccessDenied", 5, provider), request.body), 500));
    assert.match(ran.err, /Error number: {2}-2147024891 0x80070005\nAccess is denied\.\nPlug-in: registry\n$/u);
  });

  it("a quota fault without WSManFault", async () => {
    const body = '<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>Quota.</s:Text></s:Reason><s:Detail><q:MSFT_WmiError xmlns:q="urn:q"><q:error_Code>2150859174</q:error_Code></q:MSFT_WmiError></s:Detail></s:Fault>';
    const ran = await problem((request, response) => sendEnvelope(response, envelope(body, request.body), 500));
    assert.match(ran.err, /^MSFT_WmiError\n {4}error_Code = 2150859174\n\nError number: {2}-2144108122 0x803381A6\n/u);
  });

  it("401 with the schemes that are offered", async () => {
    const ran = await problem((_, response) => response.writeHead(401, { "WWW-Authenticate": ["Negotiate", 'Basic realm="WSMAN"'], "Content-Length": 0 }).end());
    assert.match(ran.err, /Error number: {2}-2147024891 0x80070005\nAccess is denied: .* did not accept the user name and password\.\nIt offers: Negotiate, Basic\./u);
    assert.ok(!ran.err.includes("pässword"));
  });

  it("401 for nobody in particular does not speak of a name and password that were refused", async () => {
    const ran = await against([(_, response) => response.writeHead(401, { "WWW-Authenticate": 'Basic realm="WSMAN"', "Content-Length": 0 }).end()], ["get", "config", "-a:None"]);
    assert.equal(ran.err, `Error number:  -2147024891 0x80070005\nAccess is denied: ${/http:\S+/u.exec(ran.err)![0]} wants a user name and password, and none were sent.\nIt offers: Basic. Leave out -authentication:None and log in with -username:NAME.\n`);
  });

  it("says a sentence once", async () => {
    const fault = faultBody("w:AccessDenied", 5, "<f:Message>Access is denied.</f:Message>");
    const denied = await problem((request, response) => sendEnvelope(response, envelope(fault, request.body), 500));
    assert.equal(denied.err, "WSManFault\n    Message = Access is denied.\n\nError number:  -2147024891 0x80070005\n");
    const gone = await runLine(["get", "config", "-r:http://127.0.0.1:1", ...login]);
    assert.equal(gone.err.split("Nothing listens").length, 2, gone.err);
  });

  it("the plug-in has a key of its own in JSON", async () => {
    const provider = '<f:Message><f:ProviderFault provider="registry" path="p"><f:WSManFault Code="5" Machine="m"><f:Message>No.</f:Message></f:WSManFault></f:ProviderFault></f:Message>';
    const ran = await against([(request, response) => sendEnvelope(response, envelope(faultBody("w:AccessDenied", 5, provider), request.body), 500)], ["get", "config", "--json"]);
    const { error } = JSON.parse(ran.err) as { error: Record<string, unknown> };
    assert.deepEqual([error["plugin"], error["remedy"]], ["registry", undefined]);
  });

  const statuses: readonly (readonly [number, string, RegExp])[] = [
    [403, "0x80070005", /refuses this user/u],
    [404, "0x80338113", /\/wsman is not there/u],
    [405, "0x80072F78", /answered HTTP 405/u],
    [413, "0x80338111", /MaxEnvelopeSizeKB/u],
    [503, "0x80338112", /overloaded/u],
    [302, "0x80072F78", /answered HTTP 302/u],
    [200, "0x80072F78", /answered HTTP 200 with content type "text\/html" instead of application\/soap\+xml/u],
  ];
  for (const [status, hex, text] of statuses) {
    it(`HTTP ${status} with a page`, async () => {
      const ran = await problem((_, response) => response.writeHead(status, { "Content-Type": "text/html" }).end("<html>no</html>"));
      assert.equal(ran.status, 1);
      assert.ok(ran.err.includes(hex), ran.err);
      assert.match(ran.err, text);
    });
  }

  it("a body that is cut", async () => {
    const ran = await problem((request, response) => {
      const bytes = Buffer.from(envelope("<r/>", request.body));
      response.writeHead(200, { "Content-Type": "application/soap+xml;charset=UTF-8", "Content-Length": bytes.length });
      response.write(bytes.subarray(0, 50), () => response.destroy());
    });
    assert.match(ran.err, /0x80072EFE\n.* closed the connection before its answer was complete/u);
  });

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ["no XML", "hello", /cannot be read: .*at character/u],
    ["half an envelope", '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>', /cannot be read/u],
    ["another root", "<a/>", /holds no SOAP 1\.2 Body/u],
    ["SOAP 1.1", '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>', /holds no SOAP 1\.2 Body/u],
    ["a DTD", '<!DOCTYPE a><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>', /cannot be read/u],
    ["another request's answer", envelope("<r/>", "", "uuid:other"), /answers another request/u],
  ];
  for (const [name, text, message] of bad) {
    it(name, async () => {
      const ran = await problem((_, response) => sendEnvelope(response, text));
      assert.equal(ran.status, 1);
      assert.match(ran.err, /0x80072F78/u);
      assert.match(ran.err, message);
    });
  }

  it("bytes that are not the charset's", async () => {
    const ran = await problem((_, response) => sendEnvelope(response, Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x3e])));
    assert.match(ran.err, /0x80072F78/u);
  });

  it("an Enumerate answered with something else", async () => {
    const ran = await against(["<r/>"], ["enumerate", "urn:p"]);
    assert.match(ran.err, /no answer to Enumerate or Pull/u);
    assert.equal(ran.out, "");
  });

  it("nobody listening, no such name, no HTTP", async () => {
    const ran = await runLine(["get", "config", "-r:http://127.0.0.1:1", ...login]);
    assert.match(ran.err, /0x80338012\nNothing listens at http:\/\/127\.0\.0\.1:1\.\nCheck that the host is running and that port 1/u);
    const server = createServer((socket) => socket.on("error", () => undefined).resume().end("220 mail\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address() as { port: number };
    const mail = await runLine(["get", "config", `-r:http://127.0.0.1:${address.port}`, ...login]);
    assert.match(mail.err, /0x80072F78\n.*is not HTTP/u);
    await new Promise((resolve) => server.close(resolve));
  });

  it("a password that would travel in clear", async () => {
    const ran = await runLine(["get", "config", "-r:http://server.example:5985/wsman", ...login]);
    assert.equal(ran.status, 1);
    assert.match(ran.err, /-2144108322 0x803380DE\nThe password would travel to server\.example:5985 unencrypted\.\nUse https/u);
  });

  it("as JSON for programs", async () => {
    const ran = await against([(_, response) => response.writeHead(404).end()], ["get", "config", "--json"]);
    assert.deepEqual(Object.keys(JSON.parse(ran.err).error), ["number", "hex", "message", "remedy"]);
    assert.equal(ran.out, "");
  });
});

describe("the local host", () => {
  it("is found by its state directory, with the key it left", async () => {
    const state = mkdtempSync(join(tmpdir(), "wsmanor-cli-"));
    const server = await scriptedServer(["<r/>", "<r/>"]);
    try {
      writeFileSync(join(state, "host.json"), JSON.stringify({ pid: 1, urls: ["https://127.0.0.1:1/wsman", `${server.url.replace("/wsman", "/other")}`, server.url] }));
      const denied = await runLine(["get", "config", "--state", state]);
      assert.match(denied.err, /0x80070005\nThe local host's key cannot be read/u);
      writeFileSync(join(state, "local-credentials"), JSON.stringify({ user: ".local", password: "key" }));
      const ran = await runLine(["get", "config"], { environment: { WSMANOR_STATE: state } });
      assert.equal(ran.status, 0, ran.err);
      assert.equal(server.seen[0]!.url, "/wsman");
      assert.equal(server.seen[0]!.headers.authorization, `Basic ${Buffer.from(".local:key").toString("base64")}`);
      await runLine(["get", "config", "--state", state, "-u:me", "-p:x"]);
      assert.equal(server.seen[1]!.headers.authorization, `Basic ${Buffer.from("me:x").toString("base64")}`);
    } finally {
      await server.close();
      rmSync(state, { recursive: true });
    }
  });

  it("says what to do when there is none", async () => {
    const ran = await runLine(["get", "config"]);
    assert.equal(ran.status, 1);
    assert.match(ran.err, /0x80338012\nNo host is running here .*\nStart one with wsmanor serve/u);
  });
});
