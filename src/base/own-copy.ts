/** A copy of a piece of a message that does not keep the message: a slice of a text holds the whole text. */
export const ownCopy = (piece: string): string => ` ${piece}`.slice(1);
