const longest = 100;

/** What a stranger wrote, in quotes and shortened, for a sentence that goes back to that stranger: no answer grows with the mistake. */
export function quote(written: string): string {
  return `"${written.length > longest ? `${written.slice(0, longest)}…` : written}"`;
}
