/** Shortens what one side says: headers that are as in its message before are left out, those that are missing now are named behind `- `. */
export type HeaderChanges = (lines: readonly string[]) => readonly string[];

/** @returns what shortens the messages of one side, called once for each, in order. Lines are those of prettyXml */
export function headerChanges(): HeaderChanges {
  let before: readonly string[] = [];
  return (lines) => {
    const start = lines.findIndex((line) => /^ {2}<(?:\w+:)?Header>$/u.test(line));
    const end = lines.findIndex((line) => /^ {2}<\/(?:\w+:)?Header>$/u.test(line));
    if (start === -1 || end === -1) return lines;
    const headers = lines.slice(start + 1, end).reduce<string[]>((blocks, line) => {
      if (/^ {4}<[^/]/u.test(line)) blocks.push(line);
      else blocks.push(`${blocks.pop() ?? ""}\n${line}`);
      return blocks;
    }, []);
    const changed = headers.filter((header) => !before.includes(header));
    const names = new Set(headers.map(nameOf));
    const missing = before.map(nameOf).filter((name) => !names.has(name)).map((name) => `  - ${name}`);
    before = headers;
    return [...lines.slice(0, start + 1), ...changed, ...missing, ...lines.slice(end)];
  };
}

const nameOf = (header: string): string => /<([\w:]+)/u.exec(header)?.[1] ?? header;
