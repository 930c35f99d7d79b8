/** `1 shell`, `2 shells`. @param noun one that takes an s */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
