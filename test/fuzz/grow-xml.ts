import type { Random } from "./random.js";

const names = ["a", "b", "p:a", "q:b", "é", "_x-1.2", "xml:c", "p:ü", "ab", "constructor"];
const uris = ["urn:1", "urn:2", "urn:ünï", "http://www.w3.org/2003/05/soap-envelope", " urn:1 "];
const texts = ["", "text", " ", "\n  ", "\r\n", "\t", "&amp;", "&lt;&gt;&quot;&apos;", "&#65;", "&#x1F600;", "&#10;", "\u{1f600}", "é\u0301", "]]", "a > b", "\u0085\u2028", "\ud7ff\ue000\ufffd", "<![CDATA[<&]]>", "<![CDATA[]]>", "<![CDATA[ ]] > ]]>"];
const asides = ["<!-- c -->", "<!---->", "<?pi?>", "<?pi data ?? >?>", "<!-- - -->"];

/** A document that follows the grammar of XML 1.0 with namespaces (but a document type): declarations, prefixes, references, sections and all. */
export function growDocument(random: Random): string {
  const declaration = random.pick(["", "", '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8"?>\n', "<?xml version='1.0' standalone='yes' ?>", '<?xml version="1.0" encoding="utf-8" standalone="no"?>\r\n']);
  return `${declaration}${around(random)}${growElement(random, 0, new Set())}${around(random)}`;
}

const around = (random: Random): string => (random.oneIn(3) ? `${random.pick(["", "\n"])}${random.pick(asides)}\n` : random.pick(["", "\n"]));

function growElement(random: Random, depth: number, inScope: ReadonlySet<string>): string {
  const scope = new Set(inScope);
  const declared: string[] = [];
  if (random.oneIn(4)) declared.push(`xmlns=${quoted(random, random.oneIn(3) ? "" : random.pick(uris))}`);
  const name = random.pick(names);
  const attributes = new Map<string, string>();
  for (let count = random.below(4); count > 0; count--) attributes.set(random.pick(names), quoted(random, valueOf(random)));
  for (const used of [name, ...attributes.keys()]) {
    const prefix = /^([pq]):/u.exec(used)?.[1];
    if (prefix === undefined || (scope.has(prefix) && !random.oneIn(8))) continue;
    if (!scope.has(prefix) || !declared.some((each) => each.startsWith(`xmlns:${prefix}`))) declared.push(`xmlns:${prefix}=${quoted(random, random.pick(uris))}`);
    scope.add(prefix);
  }
  const parts = [...declared, ...[...attributes].map(([key, value]) => `${key}${random.oneIn(9) ? " = " : "="}${value}`)];
  if (random.oneIn(2)) parts.reverse();
  const tag = [name, ...parts].join(random.pick([" ", " ", "\n  ", "\t"])) + (random.oneIn(5) ? " " : "");
  if (random.oneIn(4)) return `<${tag}/>`;
  let content = "";
  for (let count = random.below(depth > 5 ? 2 : 4); count > 0; count--) {
    const kind = random.below(8);
    content += kind < 3 ? random.pick(texts) : kind < 4 ? random.pick(asides) : depth > 8 ? "." : growElement(random, depth + 1, scope);
  }
  return `<${tag}>${content}</${name}${random.oneIn(9) ? " " : ""}>`;
}

const valueOf = (random: Random): string => random.pick(["", "1", "a b", " x ", "&lt;&amp;", "&#9;&#xA;", "tab\tline\nend", "é\u{1f600}", "a>b", "urn:x"]);
const quoted = (random: Random, value: string): string => (random.oneIn(3) ? `'${value}'` : `"${value}"`);
