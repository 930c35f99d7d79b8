import { FewTexts } from "../../base/few-texts.js";
import { escapeUnprintable } from "./escape-unprintable.js";

/** Nothing in it that JSON would escape or that is not printable ASCII. */
const plain = /^[ !#-[\]-~]*$/;

/** A text as JSON, safe to show as it is. What strangers send is nearly always plain, and then the quotes are all it needs. */
export const jsonText = (text: string): string => (plain.test(text) ? `"${text}"` : escapeUnprintable(JSON.stringify(text)));

const known = new FewTexts(jsonText);

/** The same for a text that many lines have alike: names, addresses, actions. */
export const jsonTextOfFew = (text: string): string => known.of(text);
