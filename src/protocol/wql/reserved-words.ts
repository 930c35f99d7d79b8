/** Words that are no names, unless they stand behind a dot. */
export const reservedWords: ReadonlySet<string> = new Set([
  "AND", "ASSOCIATORS", "BY", "FROM", "GROUP", "HAVING", "IS", "ISA", "KEYSONLY", "LIKE", "NOT", "NULL", "OF", "OR", "REFERENCES", "SELECT",
  "TRUE", "FALSE", "WHERE", "WITHIN",
]);
