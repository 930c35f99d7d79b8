import type { Random } from "./random.js";

const soap = "http://www.w3.org/2003/05/soap-envelope";
const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
const wsman = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
const anonymous = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";
const namespaces = `xmlns:s="${soap}" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:n="${enumeration}" xmlns:w="${wsman}" xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd" xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

const actions = [`${transfer}/Get`, `${transfer}/Put`, `${transfer}/Create`, `${transfer}/Delete`, `${enumeration}/Enumerate`, `${enumeration}/Pull`, `${enumeration}/Release`, "urn:test/Method", `${enumeration}/Renew`, "http://schemas.xmlsoap.org/ws/2004/08/eventing/Subscribe"];
const uris = ["urn:test", "urn:x:y", "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Service", "http://schemas.dmtf.org/wbem/wscim/1/*", " urn:test ", ""];
const dialects = ["http://schemas.microsoft.com/wbem/wsman/1/WQL", "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter", "http://www.w3.org/TR/1999/REC-xpath-19991116", "urn:none"];
const texts = ["a", "", " x ", "1", "&lt;&amp;&gt;", "\u{1f600}", "<![CDATA[<]]>", "&#10;"];
const queries = ["select * from Item", "select Name from Item where Name like 'a%'", "select * from", "Item/text()", "//*", "select * from Item where not (a=1 or b is null)"];

/** An envelope by the grammar of SOAP, addressing and WS-Management: any headers in any order, now and then one that does not belong. */
export function growEnvelope(random: Random): string {
  const action = random.pick(actions);
  const headers = [`<a:Action${must(random)}>${action}</a:Action>`, `<a:To>http://host/wsman</a:To>`, `<w:ResourceURI${must(random)}>${random.pick(uris)}</w:ResourceURI>`, `<a:MessageID>uuid:${random.below(1e6)}</a:MessageID>`, `<a:ReplyTo><a:Address${must(random)}>${anonymous}</a:Address></a:ReplyTo>`];
  for (let count = random.below(5); count > 0; count--) headers.push(header(random));
  if (random.oneIn(8)) headers.splice(random.below(headers.length), 1);
  if (random.oneIn(4)) headers.sort();
  const body = random.oneIn(12) ? random.pick(texts) : bodyFor(action, random);
  const gap = random.pick(["", "", "\r\n  "]);
  return `${random.pick(["", '<?xml version="1.0" encoding="utf-8"?>'])}<s:Envelope ${namespaces}>${gap}<s:Header>${headers.join(gap)}</s:Header>${gap}<s:Body>${body}</s:Body></s:Envelope>`;
}

const must = (random: Random): string => random.pick(["", "", ' s:mustUnderstand="true"', ' s:mustUnderstand="1"', " s:mustUnderstand='false'", ' s:mustUnderstand="maybe"']);

function header(random: Random): string {
  switch (random.below(10)) {
    case 0: return `<w:SelectorSet>${selectors(random, 0)}</w:SelectorSet>`;
    case 1: return `<w:OptionSet${must(random)}>${Array.from({ length: random.below(4) }, () => `<w:Option Name="${random.pick(texts.slice(0, 5))}"${random.pick(["", ' MustComply="true"', ' Type="xs:string"', ' xsi:nil="true"'])}>${random.pick(texts)}</w:Option>`).join("")}</w:OptionSet>`;
    case 2: return `<w:OperationTimeout>${random.pick(["PT60S", "PT0.5S", "P1DT2H", "PT-1S", "60", "P1Y", "PT99999999999999S", " PT5S "])}</w:OperationTimeout>`;
    case 3: return `<w:MaxEnvelopeSize${must(random)}>${random.pick(["153600", "8192", "511", "-1", "1e9", "4294967296", "many"])}</w:MaxEnvelopeSize>`;
    case 4: return `<w:Locale xml:lang="${random.pick(["en-US", "de", "", "x y"])}"${must(random)}/>`;
    case 5: return `<p:DataLocale xml:lang="en-US"/>`;
    case 6: return `<w:FragmentTransfer${must(random)}${random.pick(["", ' Dialect="http://www.w3.org/TR/1999/REC-xpath-19991116"', ' Dialect="urn:x"'])}>${random.pick(["a/text()", "a[2]/@b", "//a", "", "a[", "../Got/a"])}</w:FragmentTransfer>`;
    case 7: return `<p:OperationID>uuid:1</p:OperationID><p:SequenceId>1</p:SequenceId>`;
    case 8: return `<w:RequestTotalItemsCountEstimate/>`;
    default: return `<q:Other xmlns:q="urn:q"${must(random)}${random.pick(["", ` s:role="${soap}/role/next"`, ' s:role="urn:somebody"'])}>${random.pick(texts)}</q:Other>`;
  }
}

function selectors(random: Random, nesting: number): string {
  return Array.from({ length: random.below(4) }, () => {
    const name = random.pick(["Name", "Handle", "name", "é", ""]);
    const value = random.oneIn(4) && nesting < 5 ? `<a:EndpointReference><a:Address>${anonymous}</a:Address><a:ReferenceParameters><w:ResourceURI>urn:x</w:ResourceURI><w:SelectorSet>${selectors(random, nesting + 1)}</w:SelectorSet></a:ReferenceParameters></a:EndpointReference>` : random.pick(texts);
    return `<w:Selector${random.oneIn(8) ? "" : ` Name="${name}"`}>${value}</w:Selector>`;
  }).join("");
}

function bodyFor(action: string, random: Random): string {
  if (action.endsWith("/Enumerate")) {
    const filter = random.oneIn(2) ? "" : `<w:Filter Dialect="${random.pick(dialects)}">${random.oneIn(3) ? `<w:SelectorSet>${selectors(random, 0)}</w:SelectorSet>` : random.pick(queries)}</w:Filter>`;
    return `<n:Enumerate>${random.pick(["", "<n:Expires>PT60S</n:Expires>"])}${filter}${random.pick(["", "<w:OptimizeEnumeration/>"])}${random.pick(["", "<w:MaxElements>20</w:MaxElements>", "<w:MaxElements>0</w:MaxElements>"])}${random.pick(["", "<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>", "<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode>", "<w:EnumerationMode>Other</w:EnumerationMode>"])}</n:Enumerate>`;
  }
  if (action.endsWith("/Pull")) return `<n:Pull><n:EnumerationContext>${random.pick(["uuid:1", "", "<a/>", "x"])}</n:EnumerationContext>${random.pick(["", "<n:MaxElements>10</n:MaxElements>", "<n:MaxTime>PT1S</n:MaxTime>", "<n:MaxCharacters>0</n:MaxCharacters>"])}</n:Pull>`;
  if (action.endsWith("/Release")) return `<n:Release><n:EnumerationContext>uuid:1</n:EnumerationContext></n:Release>`;
  return random.oneIn(3) ? "" : `<t:Thing xmlns:t="urn:t"><t:Name a="1">${random.pick(texts)}</t:Name>${random.pick(["", "<t:More/>", "<t:Name xsi:nil='true'/>", "text"])}</t:Thing>${random.oneIn(8) ? "<second/>" : ""}`;
}
