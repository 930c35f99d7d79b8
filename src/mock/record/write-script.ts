import { Document, isMap, isSeq } from "yaml";
import type { MockScript } from "../script/mock-script.js";

/**
 * A script as YAML, each text in the form in which it can be read best.
 * @param head lines that stand above it as comments
 */
export function writeScript(script: MockScript, head: readonly string[]): string {
  const document = new Document(script, { aliasDuplicateObjects: false });
  document.commentBefore = head.map((line) => ` ${line}`).join("\n");
  if (isMap(document.contents)) for (const { value } of document.contents.items) if (isSeq(value)) value.items.forEach((item, index) => index > 0 && isMap(item) && (item.spaceBefore = true));
  return document.toString({ lineWidth: 0, minContentWidth: 0 });
}
