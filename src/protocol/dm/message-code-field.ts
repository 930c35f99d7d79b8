/** The header field `x-syncml-hmac` (OMA DM Security 1.2.1, 5.4.3). */
export interface MessageCodeField {
  /** Name of the account: LocName of the message's Source. */
  readonly username: string;
  /** Base64. */
  readonly mac: string;
}

/**
 * Parameters stand in any order, separated by commas; values with quotes and without.
 * @returns what is wrong in one sentence, for the log
 */
export function readMessageCodeField(text: string): MessageCodeField | string {
  if (text.length > 1024) return "The field x-syncml-hmac is longer than 1024 characters.";
  const found = new Map<string, string>();
  for (const parameter of splitParameters(text)) {
    const read = /^\s*([A-Za-z]+)\s*=\s*(?:"([^"]*)"|([^\s",]+))\s*$/.exec(parameter);
    if (read === null) return "The field x-syncml-hmac has a parameter that is no name=value.";
    const name = read[1]!.toLowerCase();
    if (found.has(name)) return `The field x-syncml-hmac says ${name} twice.`;
    found.set(name, read[2] ?? read[3]!);
  }
  const [algorithm, username, mac] = ["algorithm", "username", "mac"].map((name) => found.get(name));
  if (algorithm !== undefined && algorithm.toUpperCase() !== "MD5") return "The field x-syncml-hmac names another algorithm than MD5.";
  if (username === undefined || mac === undefined) return `The field x-syncml-hmac has no ${username === undefined ? "username" : "mac"}.`;
  return { username, mac };
}

/** @throws RangeError for a name that the field cannot carry */
export function writeMessageCodeField({ username, mac }: MessageCodeField): string {
  if (/["\u0000-\u001f\u007f]/.test(username)) throw new RangeError("an account's name in x-syncml-hmac has no quotes and no control characters");
  return `algorithm=MD5, username="${username}", mac=${mac}`;
}

/** Commas inside of quotes part nothing. */
const splitParameters = (text: string): string[] => text.match(/(?:[^",]|"[^"]*"?)+/g) ?? [];
