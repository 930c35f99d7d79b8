import assert from "node:assert/strict";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { accountTree } from "../../../src/protocol/dm/account/account-tree.js";
import { readProvisioning, writeProvisioning } from "../../../src/protocol/dm/account/provisioning-document.js";
import { readAccountTree } from "../../../src/protocol/dm/account/read-account-tree.js";
import { readAccounts, writeAccount } from "../../../src/protocol/dm/account/w7.js";
import { refuseValue } from "../../../src/protocol/dm/allowed-values.js";
import type { NodeDefinition } from "../../../src/base/node-definition.js";
import { readDescription } from "../../../src/protocol/dm/ddf/read-description.js";
import { writeDescription } from "../../../src/protocol/dm/ddf/write-description.js";
import { createPatternMatcher } from "../../../src/protocol/dm/pattern/create-pattern-matcher.js";
import { readTree } from "../../../src/protocol/dm/tnds/read-tree.js";
import { serialisedProperties } from "../../../src/protocol/dm/tnds/serialised-node.js";
import { writeTree } from "../../../src/protocol/dm/tnds/write-tree.js";
import { decodeElement } from "../../../src/protocol/syncml/decode-message.js";
import { toXmlElement } from "../../../src/protocol/syncml/element-parts.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords } from "../mutate-words.js";

const properties = "<DFProperties><AccessType><Add/><Get/></AccessType><DefaultValue>0x1</DefaultValue><DFFormat><int/></DFFormat><Occurrence><ZeroOrN>5</ZeroOrN></Occurrence><Scope><Permanent/></Scope><DFType><MIME>text/plain</MIME></DFType><CaseSense><CIS/></CaseSense>";
const seeds: readonly string[] = [
  `<!DOCTYPE MgmtTree PUBLIC " -//OMA//DTD-DM-DDF 1.2//EN" "x"[<?v 1?>]><MgmtTree xmlns:m="http://schemas.microsoft.com/MobileDevice/DM"><VerDTD>1.2</VerDTD><Man>M</Man><Node><NodeName>A</NodeName><Path>./Vendor</Path><DFProperties><AccessType/><DFFormat><node/></DFFormat><m:DynamicNodeNaming><m:UniqueName>[a-z]+</m:UniqueName></m:DynamicNodeNaming></DFProperties><Node><NodeName/>${properties}<m:AllowedValues ValueType="Range"><m:Value>[0-100],[-5--1],7</m:Value><m:List Delimiter="0xF000"/></m:AllowedValues></DFProperties></Node><Node><NodeName>B</NodeName>${properties}<m:AllowedValues ValueType="Flag"><m:Enum><m:Value>0x2</m:Value></m:Enum></m:AllowedValues></DFProperties></Node></Node></MgmtTree>`,
  `<MgmtTree xmlns="syncml:dmddf1.2" xmlns:m="http://schemas.microsoft.com/MobileDevice/DM"><VerDTD>1.2</VerDTD><Node><NodeName>C</NodeName>${properties}<m:AllowedValues ValueType="RegEx"><m:Value>^(\\d+\\.)?(\\*|\\d+)$</m:Value><m:List Delimiter="|"/></m:AllowedValues></DFProperties></Node></MgmtTree>`,
  "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>N</NodeName><Path>a/b</Path><RTProperties><ACL>Get=*</ACL><Format><node/></Format><Title>T</Title><TStamp>20260101T000000Z</TStamp><Type><DDFName>urn:x</DDFName></Type><VerNo>1</VerNo></RTProperties><Node><NodeName>L</NodeName><RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties><Value>v</Value></Node><Node><NodeName>M</NodeName></Node></Node></MgmtTree>",
  '<wap-provisioningdoc version="1.1"><characteristic type="APPLICATION"><parm name="APPID" value="w7"/><parm name="PROVIDER-ID" value="p"/><parm name="TO-PROXY" value="x"/><parm name="BACKCOMPATRETRYDISABLED"/><parm name="ROLE" value="1" datatype="integer"/><characteristic type="APPADDR"><parm name="ADDR" value="a"/><parm name="ADDRTYPE" value="URI"/><characteristic type="PORT"><parm name="PORTNBR" value="1"/></characteristic></characteristic><characteristic type="APPAUTH"><parm name="AAUTHLEVEL" value="APPSRV"/><parm name="AAUTHTYPE" value="DIGEST"/><parm name="AAUTHDATA" value="AQID"/></characteristic></characteristic><characteristic type="DMClient"/></wap-provisioningdoc>',
];
const words = ["<Node>", "</Node>", "<NodeName/>", "<NodeName>B</NodeName>", "<Value>", "</Value>", "<Value/>", "<node/>", "<chr/>", "<bin/>", "<ZeroOrMore/>", "1.1.2", "1.2", "0", "-", "[", "]", ",", " ", "&amp;", "APPSRV", "CLIENT", "w7", "ENUM", "JSON", "SDDL", "XSD", "None", "m:", "xmlns=\"\"", "é", "\u{1f600}", "__proto__", "constructor"];

const matches = createPatternMatcher();

/** Written in DDF 1.2, which knows nothing of Windows' additions and wants a type of every leaf. */
const plain = (definition: NodeDefinition): unknown => {
  const { namePattern: _, allowedValues: _a, isAtomicRequired: _b, rebootBehavior: _c, isDeprecated: _d, children, ...own } = definition;
  const types = own.types ?? (own.formats.includes("node") ? undefined : ["text/plain"]);
  return { ...own, ...(types === undefined ? {} : { types }), access: [...own.access].sort(), ...(children === undefined ? {} : { children: children.map(plain) }) };
};

const eachDefinition = (definition: NodeDefinition): readonly NodeDefinition[] => [definition, ...(definition.children ?? []).flatMap(eachDefinition)];

function elementOf(text: string): XmlElement | undefined {
  const read = decodeElement(Buffer.from(text), "xml");
  return read.ok ? toXmlElement(read.value) : undefined;
}

/** As if it had come from another. */
function again(element: XmlElement): XmlElement {
  const read = elementOf(writeElement(element));
  assert.ok(read !== undefined);
  return read;
}

function checkDescription(root: XmlElement): boolean {
  const read = readDescription(root);
  if (!read.ok) {
    assert.ok(read.error.length > 0 && read.error.every((problem) => problem.endsWith(".")), read.error.join(" "));
    return false;
  }
  for (const { allowedValues } of read.value.parts.flatMap(({ definition }) => eachDefinition(definition))) {
    for (const value of ["", "1", "-1", "a|b", "x\uf0001"]) if (allowedValues !== undefined) assert.ok((refuseValue(value, allowedValues, matches) ?? "The.").endsWith("."));
  }
  const written = readDescription(again(writeDescription(read.value)));
  assert.ok(written.ok, JSON.stringify(written));
  assert.deepEqual(written.value.parts.map(({ path, definition }) => [path, plain(definition)]), read.value.parts.map(({ path, definition }) => [path, plain(definition)]));
  return true;
}

function checkTree(root: XmlElement): boolean {
  const read = readTree(root);
  if (!read.ok) {
    assert.ok(read.error.endsWith("."), read.error);
    return false;
  }
  assert.deepEqual(readTree(again(writeTree(read.value, new Set(serialisedProperties)))), read);
  return true;
}

function checkProvisioning(root: XmlElement): boolean {
  const read = readProvisioning(root);
  if (!read.ok) {
    assert.ok(read.error.endsWith("."), read.error);
    return false;
  }
  assert.deepEqual(readProvisioning(again(writeProvisioning(read.value))), read);
  const accounts = readAccounts(read.value);
  if (!accounts.ok) {
    assert.ok(accounts.error.length > 0 && accounts.error.every((problem) => problem.endsWith(".")), accounts.error.join(" "));
    return false;
  }
  for (const account of accounts.value) {
    const written = readProvisioning(writeProvisioning([writeAccount(account)]));
    assert.ok(written.ok);
    assert.deepEqual(readAccounts(written.value), { ok: true, value: [account] });
    const nodes = readAccountTree(accountTree(account, "A"));
    assert.ok(nodes.ok, JSON.stringify(nodes));
    assert.deepEqual([nodes.value.serverId, nodes.value.name, nodes.value.connections.map(({ id }) => id)], [account.serverId, account.name, account.connections.map(({ id }) => id)]);
  }
  return accounts.value.length > 0;
}

export const deviceDocuments = pureTarget<string>({
  name: "device-documents",
  promise: "A device description, a serialised tree or a bootstrap document is the same when it was written and read again, or is refused in sentences.",
  cases: 6000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => mutateWords(random.pick(seeds), words, random),
  check: (text) => {
    const root = elementOf(text.toWellFormed());
    if (root === undefined) return false;
    return [checkDescription(root), checkTree(root), checkProvisioning(root)].includes(true);
  },
});
