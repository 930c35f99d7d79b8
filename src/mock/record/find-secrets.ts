/**
 * Where a command line or a script says a secret: by the words that stand before it. Whatever is not found so can be named with a regular
 * expression of one's own.
 */

/** Where a secret stands. */
export interface FoundSecret {
  readonly start: number;
  readonly end: number;
  readonly secret: string;
}

const names = "(?:[\\w.-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential)[\\w.-]*|pass)";

/** In quotes of either kind, or up to the next thing that ends a word. */
const value = "(?:\"(?<dq>(?:[^\"\\\\\\r\\n]|\\\\.){1,4096}?)\"|'(?<sq>(?:[^'\\r\\n]|''){1,4096})'|(?<bare>[^\\s\"'`|;,<>(){}[\\]@$%*/-][^\\s\"'`|;,<>(){}]{0,4095}))";

const patterns: readonly RegExp[] = [
  // password=…, "apiKey": "…", $secret = '…'
  `(?<![\\w.-])["']?${names}["']?\\s{0,9}(?::=|=>|=|:)\\s{0,9}${value}`,
  // -Password …, --token=…, /pass:…; not Get-Secret …
  `(?<![\\w"'])(?:--?|/)${names}(?:\\s{1,9}|[:=])${value}`,
  // ConvertTo-SecureString '…' -AsPlainText, with its switches before or behind
  `ConvertTo-SecureString(?:\\s{1,9}-(?:AsPlainText|Force|String))*\\s{1,9}${value}`,
  // net user NAME …, net use X: \\\\server\\share …
  `\\bnet1?(?:\\.exe)?\\s{1,9}user\\s{1,9}(?:"[^"]{1,256}"|[^\\s"/]{1,256})\\s{1,9}${value}`,
  `\\bnet1?(?:\\.exe)?\\s{1,9}use\\s{1,9}(?:\\S{1,9}\\s{1,9})?\\\\\\\\\\S{1,256}\\s{1,9}${value}`,
  // programs that call it -p
  `\\b(?:psexec|paexec|winrs|sqlcmd|osql|plink|pscp|schtasks|sc)(?:64)?(?:\\.exe)?\\s[^|&\\r\\n]{0,1024}?[-/](?:p|rp|pw)(?:\\s{1,9}|[:=])${value}`,
  // curl -u name:…, scheme://name:…@host, Authorization: Bearer …
  "\\s(?:-u|--user)\\s{1,9}[\"']?[^\\s:\"']{1,256}:(?<bare>[^\\s\"']{1,4096})",
  "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@\"']{1,256}:(?<bare>[^\\s/@\"']{1,4096})@",
  "\\b(?:Basic|Bearer)\\s{1,9}(?<bare>[A-Za-z0-9+/=._~-]{8,8192})",
].map((source) => new RegExp(source, "dgiu"));

/** What stands behind such a word and is no secret. */
const harmless = /^(?:true|false|yes|no|null|none|on|off|\d{1,3}|\$.*|%.*%|\*+)$/iu;

const isSecretName = new RegExp(`^[$/-]{0,2}${names}$`, "iu");

/** Is a variable, a selector or an element of that name a secret? */
export const namesSecret = (name: string, text: string): boolean => isSecretName.test(name) && text !== "" && !harmless.test(text);

export function findSecrets(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const pattern of patterns) {
    for (const { indices } of text.matchAll(pattern)) {
      const groups: Readonly<Record<string, [number, number] | undefined>> = indices?.groups ?? {};
      const [start, end] = groups["dq"] ?? groups["sq"] ?? groups["bare"] ?? [0, 0];
      const secret = text.slice(start, end);
      if (secret !== "" && !harmless.test(secret)) found.push({ start, end, secret });
    }
  }
  return found;
}
