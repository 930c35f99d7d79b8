import { SaxesParser } from "saxes";
import { readElement } from "../src/protocol/xml/read-element.js";
import { readPositionedTree } from "../src/protocol/xml/positioned-tree.js";
import { XmlScanner, XmlToken } from "../src/protocol/xml/scanner.js";
import { wireLimits } from "../src/protocol/xml/xml-limits.js";

/** Prints how many times faster than saxes (namespaces, DOCTYPE refused) the readers are. Ratios, not times: machines differ. */

const header = (i: number): string => `<w:Option Name="name${String(i)}" s:mustUnderstand="false">value ${String(i)}</w:Option>`;
const open = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:p="urn:items">';
const item = (i: number): string => `<p:Item><p:Name>item ${String(i)}</p:Name><p:State p:kind="x">Running &amp; well</p:State><p:Path>C:\\folder\\${String(i)}</p:Path></p:Item>\n`;
const list = (count: number, piece: (i: number) => string): string => Array.from({ length: count }, (_, i) => piece(i)).join("");

const documents = {
  Get: `${open}<s:Header>${list(18, header)}</s:Header><s:Body/></s:Envelope>`,
  "Pull 250 KB": `${open}<s:Header>${list(6, header)}</s:Header><s:Body><p:Items>${list(1750, item)}</p:Items></s:Body></s:Envelope>`,
};

function scan(text: string): void {
  const scanner = new XmlScanner(text, wireLimits);
  for (let token = scanner.next(); token !== XmlToken.eof; token = scanner.next()) {
    if (token === XmlToken.start) void scanner.localName;
    else if (token === XmlToken.text) void scanner.text;
  }
}

function saxes(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const ignore = (): void => undefined;
  parser.on("opentag", ignore);
  parser.on("closetag", ignore);
  parser.on("text", ignore);
  parser.write(text).close();
}

const readers = { saxes, scan, element: (text: string) => void readElement(text, wireLimits), positioned: (text: string) => void readPositionedTree(text) };

/** Best of several short slices, in runs a second. */
function measure(read: (text: string) => void, text: string): number {
  let best = 0;
  for (let slice = 0; slice < 12; slice++) {
    const started = performance.now();
    let runs = 0;
    while (performance.now() - started < 40) {
      read(text);
      runs++;
    }
    best = Math.max(best, (runs * 1000) / (performance.now() - started));
  }
  return best;
}

for (const [name, text] of Object.entries(documents)) {
  const base = measure(readers.saxes, text);
  for (const [reader, read] of Object.entries(readers)) {
    const rate = reader === "saxes" ? base : measure(read, text);
    const megabytes = (rate * text.length) / 1e6;
    process.stdout.write(`${name.padEnd(12)} ${reader.padEnd(11)} x${(rate / base).toFixed(1)}  ${Math.round(rate).toString()}/s  ${megabytes.toFixed(0)} MB/s  (${String(text.length)} characters)\n`);
  }
}
