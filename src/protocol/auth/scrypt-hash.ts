/** A stored password: scrypt's parameters, salt and result (PHC string format). */
export interface ScryptHash {
  /** Binary logarithm of the cost N. */
  readonly logN: number;
  readonly r: number;
  readonly p: number;
  /** Base64 without padding. */
  readonly salt: string;
  /** Base64 without padding. */
  readonly hash: string;
}

/** What new passwords are hashed with: 16 MiB and some 50 ms each. */
export const scryptDefaults = { logN: 14, r: 8, p: 1 } as const;

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{16,128})\$([A-Za-z0-9+/]{32,128})$/;

/** @returns `undefined` for anything that is not a scrypt PHC string of a bearable cost. */
export function parseScryptHash(text: string): ScryptHash | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, logN, r, p, salt, hash] = match;
  const parsed = { logN: Number(logN), r: Number(r), p: Number(p), salt: salt!, hash: hash! };
  const memory = 128 * 2 ** parsed.logN * parsed.r;
  return parsed.logN < 10 || parsed.r < 1 || parsed.p < 1 || parsed.p > 16 || memory > 2 ** 28 ? undefined : parsed;
}

export const formatScryptHash = ({ logN, r, p, salt, hash }: ScryptHash): string => `$scrypt$ln=${logN},r=${r},p=${p}$${salt}$${hash}`;
