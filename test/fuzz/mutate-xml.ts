import type { Random } from "./random.js";

/** Well-formed documents that together use everything the scanner knows. */
export const seedDocuments: readonly string[] = [
  '<?xml version="1.0" encoding="utf-8"?>\r\n<s:E xmlns:s="urn:s" xmlns="urn:d" xml:lang="en"><!-- c --><s:H a="1" s:b=\'2 "x"\'>t &amp; u</s:H><b/></s:E>\n',
  '<a><?pi data?><b c="&#10;&lt;&#x41;" d="x\ty"><![CDATA[</b> & ]] >]]></b>\r text &gt; \u{1f600}<e xmlns=""/></a>',
  '<p:x xmlns:p="urn:1" xmlns:q="urn:2" p:a="1" q:a="2" a="3"><p:x xmlns:p="urn:2" p:a="1"><q:y p:b="&quot;"/></p:x></p:x>',
  "<configuration>\n  <add name='one' value=\"1\"/>\n  <!-- two -->\n  <add name='two' value=\"a=b\"/>\n  <deep><er><est>text</est></er></deep>\n</configuration>",
  "<é:ñame xmlns:é='urn:e' é:ü='1'>\u0130\ud83d\ude00</é:ñame>",
];

const pieces: readonly string[] = [
  "<", ">", "/", "/>", "</", "&", ";", "&amp;", "&#0;", "&#xD800;", "&#38;", "&x;", '"', "'", "=", " ", "\t", "\n", "\r", "-", "--", "-->", "<!--", "<!", "<?", "?>", "<?xml", "]]>", "<![CDATA[",
  "<!DOCTYPE a>", ":", "xmlns", "xmlns:p", 'xmlns:p=""', ' xmlns="urn:z"', "xml:", "a", "b", "p:a", "1", "<a>", "</a>", "<b/>", ' a="1"', "\u0000", "\u0001", "\ufffe", "\ud800", "\udc00", "\ufeff", "é", "\u00b7", "__proto__",
];

/** One to three small changes anywhere: a piece put in, taken out, doubled or exchanged. */
export function mutate(document: string, random: Random): string {
  let text = document;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(text.length + 1);
    const length = random.below(4) === 0 ? random.below(12) : random.below(3);
    const kind = random.below(4);
    const taken = text.slice(at, at + length);
    if (kind === 0) text = text.slice(0, at) + random.pick(pieces) + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at + length);
    else if (kind === 2) text = text.slice(0, at) + random.pick(pieces) + text.slice(at + length);
    else {
      const to = random.below(text.length + 1);
      text = text.slice(0, to) + taken + text.slice(to);
    }
  }
  return text;
}
