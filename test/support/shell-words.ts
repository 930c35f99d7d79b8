/** Words of a shell line: blanks part them, double quotes keep together. */
export const shellWords = (line: string): readonly string[] => [...line.matchAll(/(?:[^\s"]|"[^"]*")+/gu)].map(([word]) => word.replaceAll('"', ""));
