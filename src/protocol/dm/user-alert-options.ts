/** How a question to the device's user is to be put (OMA DM Protocol 1.2.1, 9.4.1): the first Item of alerts 1100 to 1104. */
export interface UserAlertOptions {
  /** Seconds that the user has at least. */
  readonly minimumDisplay?: number | undefined;
  /** Seconds after which it is answered with 408. */
  readonly maximumDisplay?: number | undefined;
  /** What is answered when the user does nothing: `0` or `1` to confirm, a text, numbers of choices with `-` between them. */
  readonly defaultResponse?: string | undefined;
  /** Characters. */
  readonly maximumLength?: number | undefined;
  readonly inputType?: "alphanumeric" | "date" | "ip-address" | "numeric" | "phone-number" | "time" | undefined;
  /** `password`: it is not shown. */
  readonly echo?: "password" | "text" | undefined;
}

const inputTypes = { A: "alphanumeric", D: "date", I: "ip-address", N: "numeric", P: "phone-number", T: "time" } as const;
const echoTypes = { P: "password", T: "text" } as const;

/** Parameters joined by `&`, their values escaped as in URLs. Unknown ones, and values that are none, are passed over: the question can be put without. */
export function readUserAlertOptions(text: string): UserAlertOptions {
  const given = new Map<string, string>();
  for (const part of text.trim().split("&")) {
    const equals = part.indexOf("=");
    if (equals > 0) given.set(part.slice(0, equals).toUpperCase(), unescape(part.slice(equals + 1)));
  }
  const [minimumDisplay, maximumDisplay, maximumLength] = ["MINDT", "MAXDT", "MAXLEN"].map((name) => readNumber(given.get(name)));
  const [inputType, echo, defaultResponse] = [readWord(inputTypes, given.get("IT")), readWord(echoTypes, given.get("ET")), given.get("DR")];
  return {
    ...(minimumDisplay === undefined ? {} : { minimumDisplay }), ...(maximumDisplay === undefined ? {} : { maximumDisplay }), ...(maximumLength === undefined ? {} : { maximumLength }),
    ...(defaultResponse === undefined ? {} : { defaultResponse }), ...(inputType === undefined ? {} : { inputType }), ...(echo === undefined ? {} : { echo }),
  };
}

const readNumber = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

const readWord = <T extends object>(words: T, text: string | undefined): T[keyof T] | undefined => (text !== undefined && Object.hasOwn(words, text.toUpperCase()) ? words[text.toUpperCase() as keyof T] : undefined);

/** What is not escaped rightly stays as it is. */
function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
