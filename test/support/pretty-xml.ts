/** An element a line, indented, namespace declarations left out: for reading and comparing, not for reading back. @param xml well-formed */
export function prettyXml(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  let open = "";
  const indent = (): string => "  ".repeat(depth);
  for (const [token] of xml.replace(/^\ufeff?<\?xml[^>]*\?>\s*/u, "").matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<[^>]+>|[^<]+/gu)) {
    if (token.startsWith("</")) {
      depth--;
      if (open !== "") lines.push(`${open}${token}`);
      else lines.push(`${indent()}${token}`);
      open = "";
    } else if (token.startsWith("<") && !token.startsWith("<![CDATA[")) {
      if (open.trim() !== "") lines.push(open);
      open = "";
      const tag = token.replace(/ xmlns(?::\w+)?="[^"]*"/gu, "");
      if (tag.endsWith("/>")) lines.push(`${indent()}${tag}`);
      else {
        open = `${indent()}${tag}`;
        depth++;
      }
    } else if (open !== "" && token.trim() !== "") open += token;
  }
  return lines.join("\n");
}
