import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { element } from "../../../../src/sdk/element.js";
import type { GetRequest } from "../../../../src/sdk/operation-request.js";
import { childrenOf, findElement, parseXml, textIn, writtenName } from "../../../support/envelope-shape.js";
import { AppHarness, envelope, get, type PostOptions, URI } from "./app-harness.js";

let seen: GetRequest | undefined;
let invoked = 0;
const thing = definePlugin({
  declaration: { name: "thing", sdkVersion: 1, capabilities: ["Get", "Invoke"] },
  operations: {
    get: (request) => {
      seen = request;
      return element("urn:x", "Thing", "1");
    },
    invoke: () => {
      invoked++;
      return undefined;
    },
  },
});

const ELSEWHERE = "http://client.example/answers";
const plain = envelope(get());
const ANONYMOUS = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";
const without = (name: string): string => plain.replace(new RegExp(`<${name}>.*?</${name}>`, "u"), "");
const changed = (name: string, value: string): string => plain.replace(new RegExp(`<${name}>.*?</${name}>`, "u"), `<${name}>${value}</${name}>`);
const withHeader = (header: string): string =>
  plain.replace("</s:Header>", `${header}</s:Header>`.replaceAll(/<p:(\w+)/gu, '<p:$1 xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"'));
const must = 's:mustUnderstand="true"';
const unlike = (length: number): string => "x".repeat(length);

/** The rules of MS-WSMV, header by header; `-`: the request is answered. */
const rules: readonly (readonly [rule: string, message: string, fault: string])[] = [
  ["To may be any", changed("a:To", "http://windows-host:5985/wsman"), "-"],
  ["To may be missing", without("a:To"), "-"],
  ["ReplyTo is required", without("a:ReplyTo"), "a:MessageInformationHeaderRequired 2150858769"],
  ["ReplyTo is anonymous", changed("a:ReplyTo", `<a:Address>${ELSEWHERE}</a:Address>`), "w:UnsupportedFeature 2150858870 AddressingMode"],
  ["ReplyTo with white space around it", changed("a:ReplyTo", `<a:Address> \n${ANONYMOUS} </a:Address>`), "-"],
  ["FaultTo is anonymous", withHeader(`<a:FaultTo><a:Address>${ELSEWHERE}</a:Address></a:FaultTo>`), "w:UnsupportedFeature 2150858870 AddressingMode"],
  ["FaultTo anonymous", withHeader(`<a:FaultTo><a:Address>${ANONYMOUS}</a:Address></a:FaultTo>`), "-"],
  ["MessageID is required", without("a:MessageID"), "a:InvalidMessageInformationHeader 2150858767"],
  ["MessageID is not empty", changed("a:MessageID", " "), "a:InvalidMessageInformationHeader 2150858767"],
  ["MessageID of 2 KB", changed("a:MessageID", unlike(2048)), "-"],
  ["MessageID of more", changed("a:MessageID", unlike(2049)), "a:InvalidMessageInformationHeader 2150858767"],
  ["Action is required", without("a:Action"), "a:MessageInformationHeaderRequired 2150858769"],
  ["Action that the resource cannot do", changed("a:Action", "http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete"), "a:ActionNotSupported 2150858771"],
  ["Action that no standard has", changed("a:Action", "http://schemas.xmlsoap.org/ws/2004/09/enumeration/DeEnumerate"), "a:ActionNotSupported 2150858771"],
  ["Action in another case", changed("a:Action", "http://schemas.xmlsoap.org/ws/2004/09/transfer/get"), "a:ActionNotSupported 2150858771"],
  ["Action of an event", changed("a:Action", "http://schemas.dmtf.org/wbem/wsman/1/wsman/Heartbeat"), "a:ActionNotSupported 2150858771"],
  ["Action of a fault", changed("a:Action", "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault"), "a:ActionNotSupported 2150858771"],
  ["Action of one's own", changed("a:Action", `${URI}/Restart`), "-"],
  ["From is ignored", withHeader(`<a:From ${must}><a:Address>urn:somebody</a:Address></a:From>`), "-"],
  ["ResourceURI is required", without("w:ResourceURI"), "a:MessageInformationHeaderRequired 2150858769"],
  ["ResourceURI with white space around it", changed("w:ResourceURI", ` \n${URI} `), "-"],
  ["ResourceURI malformed", changed("w:ResourceURI", "urn:a b"), "a:DestinationUnreachable 2150858754 InvalidResourceURI"],
  ["ResourceURI of nobody", changed("w:ResourceURI", "urn:nobody"), "a:DestinationUnreachable 2150858752 InvalidResourceURI"],
  ["ResourceURI too long", changed("w:ResourceURI", `urn:${unlike(2048)}`), "w:EncodingLimit 2150858797 UriLimitExceeded"],
  ["OperationTimeout with a fraction", withHeader("<w:OperationTimeout>PT5.0S</w:OperationTimeout>"), "-"],
  ["OperationTimeout of days", withHeader("<w:OperationTimeout>P1DT2H</w:OperationTimeout>"), "-"],
  ["OperationTimeout negative", withHeader("<w:OperationTimeout>PT-1S</w:OperationTimeout>"), "a:InvalidMessageInformationHeader 2150858767"],
  ["OperationTimeout no duration", withHeader("<w:OperationTimeout>60</w:OperationTimeout>"), "a:InvalidMessageInformationHeader 2150858767"],
  ["MaxEnvelopeSize of the least", withHeader(`<w:MaxEnvelopeSize ${must}>8192</w:MaxEnvelopeSize>`), "-"],
  ["MaxEnvelopeSize of less", withHeader("<w:MaxEnvelopeSize>8191</w:MaxEnvelopeSize>"), "w:EncodingLimit 2150858878 MinimumEnvelopeLimit"],
  ["MaxEnvelopeSize of more than the host's", withHeader("<w:MaxEnvelopeSize>99999999</w:MaxEnvelopeSize>"), "-"],
  ["Locale as a hint", withHeader('<w:Locale xml:lang="de-DE" s:mustUnderstand="false"/>'), "-"],
  ["Locale that must be understood", withHeader(`<w:Locale xml:lang="de-DE" ${must}/>`), "w:UnsupportedFeature 2150858887 Locale"],
  ["DataLocale that must be understood", withHeader(`<p:DataLocale xml:lang="de-DE" ${must}/>`), "w:UnsupportedFeature 2150858887 DataLocale"],
  ["SessionId", withHeader("<p:SessionId>uuid:81108274-98AB-4247-BED4-76B462E11586</p:SessionId>"), "-"],
  ["ActivityId of 2048 characters", withHeader(`<p:ActivityId>${unlike(2048)}</p:ActivityId>`), "-"],
  ["ActivityId of more", withHeader(`<p:ActivityId>${unlike(2049)}</p:ActivityId>`), "a:InvalidMessageInformationHeader 2150858767"],
  ["SequenceId that is not 1", withHeader("<p:OperationID>uuid:A</p:OperationID><p:SequenceId>2</p:SequenceId>"), "a:InvalidMessageInformationHeader 2150858767"],
  ["FragmentTransfer that need not be understood", withHeader("<w:FragmentTransfer>a</w:FragmentTransfer>"), "a:InvalidMessageInformationHeader 2150858767"],
  ["FragmentTransfer without support", withHeader(`<w:FragmentTransfer ${must}>a</w:FragmentTransfer>`), "w:UnsupportedFeature 2150858871 FragmentLevelAccess"],
  ["RequestEPR is ignored", withHeader(`<w:RequestEPR ${must}/>`), "-"],
  ["selectors twice, without regard to case", withHeader('<w:SelectorSet><w:Selector Name="A">1</w:Selector><w:Selector Name="a">1</w:Selector></w:SelectorSet>'), "w:InvalidSelectors 2150858847 DuplicateSelectors"],
  ["options without support", withHeader('<w:OptionSet><w:Option Name="o">1</w:Option></w:OptionSet>'), "w:UnsupportedFeature 2150858918 OptionSet"],
  ["options without support that must be understood", withHeader(`<w:OptionSet ${must}><w:Option Name="o">1</w:Option></w:OptionSet>`), "w:UnsupportedFeature 2150858918 OptionSet"],
  ["a set of no options", withHeader(`<w:OptionSet ${must}/>`), "-"],
  ["an unknown header", withHeader('<q:Odd xmlns:q="urn:q"><q:Inside/></q:Odd>'), "-"],
  ["an unknown header with mustUnderstand of no namespace", withHeader('<q:Odd xmlns:q="urn:q" mustUnderstand="true"/>'), "-"],
  ["an unknown header that must be understood", withHeader(`<q:Odd xmlns:q="urn:q" ${must}/>`), "s:MustUnderstand 2150858768"],
  ["an unknown header for somebody else on the way", withHeader(`<q:Odd xmlns:q="urn:q" s:role="urn:proxy" ${must}/>`), "-"],
  ["credentials for deliveries", withHeader(`<t:IssuedTokens xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust" ${must}/>`), "s:MustUnderstand 2150858768"],
];

const families: Readonly<Record<string, string>> = {
  a: "http://schemas.xmlsoap.org/ws/2004/08/addressing/fault", s: "http://schemas.xmlsoap.org/ws/2004/08/addressing/fault", w: "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault",
};

describe("the rules for headers", () => {
  for (const [rule, message, fault] of rules) {
    it(`${rule}: ${fault}`, async () => {
      const app = await AppHarness.start({ plugin: thing });
      const answer = await app.post(message);
      if (fault === "-") return void answer.ok();
      const envelope = parseXml(answer.text);
      const found = [answer.subcode ?? textIn(findElement(envelope, "Code")!, "Value"), answer.code, answer.detail].filter((part) => part !== undefined).join(" ");
      assert.deepEqual([answer.status, found], [500, fault]);
      assert.equal(textIn(envelope, "Action"), families[fault[0]!]);
      assert.deepEqual(answer.response.headers, [["Content-Type", "application/soap+xml;charset=UTF-8"]]);
      if (message.includes("<a:MessageID>uuid:1<")) assert.equal(textIn(envelope, "RelatesTo"), "uuid:1");
    });
  }

  it("names the header that was not understood", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const answer = await app.post(withHeader(`<q:Odd xmlns:q="urn:q" ${must}/>`));
    assert.match(answer.text, /<s:NotUnderstood qname="q:Odd" xmlns:q="urn:q"\/>/u);
  });

  it("never let an action of somebody else reach a plug-in as a method", async () => {
    const app = await AppHarness.start({ plugin: thing });
    invoked = 0;
    for (const base of ["http://schemas.xmlsoap.org/ws/2004/09/transfer", "http://schemas.xmlsoap.org/ws/2004/08/eventing", "http://schemas.microsoft.com/wbem/wsman/1/windows/shell", "http://schemas.microsoft.com/wbem/wsman/1/wsman"]) {
      (await app.post(changed("a:Action", `${base}/Restart`))).fault("a:ActionNotSupported");
    }
    for (const foreign of ["http://schemas.microsoft.com/wbem/wsman/1/config/Restore", "Restore", "http://x/y", `${URI}s/Restore`, `${URI}/`, `${URI}/a/Restore`, `${URI}/1st`, URI, `x${URI}/Restore`]) {
      (await app.post(changed("a:Action", foreign))).fault("a:ActionNotSupported", { code: 2150858771 });
    }
    assert.equal(invoked, 0);
    (await app.post(changed("a:Action", `${URI.toUpperCase()}/Restore`))).ok();
    // A part of a resource has the methods of what serves it: winrm restores config/plugin with the action config/Restore.
    (await app.post(changed("a:Action", `${URI}/Restore`).replace(`${URI}</w:ResourceURI>`, `${URI}/part</w:ResourceURI>`))).ok();
    assert.equal(invoked, 2);
  });

  it("hand locale, data locale, timeout and size to the plug-in, capped", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const headers = '<w:Locale xml:lang="de-DE"/><p:DataLocale xml:lang="fr-FR"/><w:OperationTimeout>PT20S</w:OperationTimeout><w:MaxEnvelopeSize>9000</w:MaxEnvelopeSize>';
    (await app.post(withHeader(headers))).ok();
    assert.deepEqual([seen?.locale, seen?.dataLocale, seen?.limits.timeout, seen?.limits.maxEnvelopeSize], ["de-DE", "fr-FR", 19_050, 9000]);
    (await app.post(withHeader("<w:OperationTimeout>P1D</w:OperationTimeout><w:MaxEnvelopeSize>99999999</w:MaxEnvelopeSize>"))).ok();
    assert.deepEqual([seen?.limits.timeout, seen?.limits.maxEnvelopeSize], [59_050, 153_600]);
  });

  // Windows does, and GLPI's agent compares. It is no promise to give a lost answer again: who asks for that is told.
  it("echo OperationID with a SequenceId, in their place, in answers and faults; and only when it was sent", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const headersOf = (text: string): string[] => childrenOf(findElement(parseXml(text), "Header")!).map(writtenName);
    const ids = '<p:OperationID s:mustUnderstand="false">uuid:5C6F4EDE-9D8C-46FA-8A01-3A0ED1C4F6EB</p:OperationID><p:SequenceId s:mustUnderstand="false">1</p:SequenceId>';
    for (const message of [withHeader(ids), withHeader(ids).replace(URI, "urn:nobody"), withHeader(`${ids}<w:OperationTimeout>soon</w:OperationTimeout>`)]) {
      const { text } = await app.post(message);
      assert.deepEqual(headersOf(text), ["a:Action", "a:MessageID", "p:ActivityId", "p:OperationID", "p:SequenceId", "a:To", "a:RelatesTo"]);
      assert.match(text, /<p:OperationID s:mustUnderstand="false">uuid:5C6F4EDE-9D8C-46FA-8A01-3A0ED1C4F6EB<\/p:OperationID><p:SequenceId>1<\/p:SequenceId>/u);
    }
    assert.deepEqual(headersOf((await app.post(plain)).text), ["a:Action", "a:MessageID", "p:ActivityId", "a:To", "a:RelatesTo"]);
  });

  it("are not given again to who asks by an OperationID that must be understood: nothing is done twice", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const asked = (must: boolean): string => withHeader(`<p:OperationID s:mustUnderstand="${must}">uuid:1</p:OperationID><p:SequenceId>1</p:SequenceId>`);
    (await app.post(asked(false))).ok();
    seen = undefined;
    assert.match((await app.post(asked(true))).text, /<s:NotUnderstood qname="q:OperationID".*<s:Value>s:MustUnderstand.*asks for an answer that was lost/u);
    assert.equal(seen, undefined);
  });
});

describe("RelatesTo", () => {
  const written: readonly string[] = [
    "uuid:B81D85A2-70FB-4D2B-A842-3E28DE7DF1CC", "uuid:bc46d7f7-1c4b-4679-b3e1-fd2ffee085e0", "urn:uuid:5", "http://x/?a=1&amp;b=2", "1", "\n  uuid:1\t", "a&lt;b&gt;c\"d'e", "&#x1F600; ü", "a&#13;b", "<![CDATA[a&b<c>]]>", "]]&gt;",
  ];
  const outcomes: readonly (readonly [string, (message: string) => string, PostOptions])[] = [
    ["an answer", (message) => message, {}],
    ["a fault of a step", (message) => message.replace(URI, "urn:nobody"), {}],
    ["a fault of a header", (message) => message.replace("</s:Header>", `<q:Odd xmlns:q="urn:q" ${must}/></s:Header>`), {}],
  ];
  for (const id of written) {
    it(`is ${JSON.stringify(id)} when that is the MessageID`, async () => {
      const app = await AppHarness.start({ plugin: thing });
      const message = changed("a:MessageID", id);
      const sent = textIn(parseXml(message), "MessageID");
      for (const [what, make, options] of outcomes) {
        const answer = await app.post(make(message), options);
        assert.equal(textIn(parseXml(answer.text), "RelatesTo"), sent, what);
      }
    });
  }

  it("does not make a repeated MessageID a duplicate", async () => {
    const app = await AppHarness.start({ plugin: thing });
    for (let n = 0; n < 3; n++) (await app.post(plain)).ok();
  });
});
