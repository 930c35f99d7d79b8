import type { Random } from "./random.js";

const words = [
  "", " ", "0", "-1", "1", "PT0S", "PT60S", "P1D", "PT-1S", "4294967296", "1e9", "NaN", "true", "TRUE", "__proto__", "constructor", "*", "urn:x", "\u{1f600}", "&#0;", "&lt;", "]]&gt;", "x".repeat(3000),
  "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous", "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter", "http://schemas.microsoft.com/wbem/wsman/1/WQL", "EnumerateEPR", "EnumerateObjectAndEPR", "uuid:1",
];

const element = /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*(?:\s[^<>]*)?>[^<]*<\/[^<>]*>|<[A-Za-z_][^<>]*\/>/gu;

/** The small elements of an envelope: headers, selectors, limits. */
const elementsOf = (text: string): readonly RegExpExecArray[] => [...text.matchAll(element)];

/**
 * Changes that keep most of the structure: an element dropped, doubled, moved, or taken over from another envelope; a text or an
 * attribute reworded; a namespace exchanged; mustUnderstand set.
 * @param others envelopes to take elements from
 */
export function mutateEnvelope(envelope: string, others: readonly string[], random: Random): string {
  let text = envelope;
  for (let times = 1 + random.below(3); times > 0; times--) text = mutateOnce(text, others, random);
  return text;
}

function mutateOnce(text: string, others: readonly string[], random: Random): string {
  const elements = elementsOf(text);
  if (elements.length === 0) return text;
  const { index: at, 0: piece } = random.pick(elements);
  const without = text.slice(0, at) + text.slice(at + piece.length);
  switch (random.below(8)) {
    case 0: return without;
    case 1: return text.slice(0, at) + piece + text.slice(at);
    case 2: {
      const to = random.pick(elements).index;
      return to <= at ? text.slice(0, to) + piece + text.slice(to, at) + text.slice(at + piece.length) : text.slice(0, to) + piece + text.slice(to);
    }
    case 3: {
      const foreign = elementsOf(random.pick(others));
      return foreign.length === 0 ? text : text.slice(0, at) + random.pick(foreign)[0] + text.slice(at);
    }
    case 4: return text.slice(0, at) + piece.replace(/>[^<]*</u, `>${random.pick(words)}<`) + text.slice(at + piece.length);
    case 5: return text.slice(0, at) + piece.replace(/="[^"]*"/u, () => `="${random.pick(words)}"`) + text.slice(at + piece.length);
    case 6: return text.slice(0, at) + piece.replace(/^(<[^\s/>]+)/u, (start) => `${start} ${random.pick(['s:mustUnderstand="true"', 'mustUnderstand="1"', 'xmlns=""', 'xmlns="urn:other"', 'Name="x"'])}`) + text.slice(at + piece.length);
    default: return text.replace(random.pick([/2004\/08\/addressing/u, /2004\/09\/transfer\/\w+/u, /2004\/09\/enumeration\/\w+/u, /wsman\/1\/wsman\.xsd/u, /2003\/05\/soap-envelope/u]), random.pick(["2004/08/addressing", "2004/09/transfer/Put", "2004/09/transfer/Delete", "2004/09/enumeration/Pull", "2004/09/enumeration/Enumerate", "2005/08/addressing"]));
  }
}
