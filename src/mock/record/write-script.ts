import { Document, isMap, isScalar, isSeq } from "yaml";
import type { MockScript } from "../script/mock-script.js";

/**
 * A script as YAML, each text in the form in which it can be read best.
 * @param head lines that stand above it as comments
 */
export function writeScript(script: MockScript, head: readonly string[]): string {
  const document = new Document(script, { aliasDuplicateObjects: false });
  document.commentBefore = head.map((line) => ` ${line}`).join("\n");
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    if (isSeq(value) && isScalar(key)) key.spaceBefore = true;
    for (const item of isSeq(value) ? value.items.slice(1) : []) if (isMap(item)) item.spaceBefore = true;
  }
  return document.toString({ lineWidth: 0, minContentWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}
