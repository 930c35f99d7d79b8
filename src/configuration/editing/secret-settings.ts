import type { EffectiveElement } from "../effective-element.js";

/** What is shown for a secret. */
export const maskedValue = "******";

const secretName = /passw(?:or)?d|passphrase$|secret|token|(?:api|private|access|shared)_?key$/iu;

/** Is a value nobody's business: by its own name, or, of a name and value pair, by the name it is given there? */
export const isSecretName = (attribute: string, given: string | undefined): boolean =>
  secretName.test(attribute) || (attribute.toLowerCase() === "value" && given !== undefined && (secretName.test(given) || /key$/iu.test(given)));

export const isSecretSetting = (attribute: string, holder: EffectiveElement | undefined): boolean =>
  isSecretName(attribute, holder?.attributes.get("Name")?.text ?? holder?.attributes.get("name")?.text);
