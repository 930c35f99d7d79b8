/** The text, or its first characters and an ellipsis. @param length characters at most */
export const cutText = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);
