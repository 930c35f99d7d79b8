/** One piece of a text that is replaced; everything around it stays, octet for octet. Offsets are UTF-16 units. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

export const applyChange = (text: string, { offset, length, text: inserted }: TextChange): string => text.slice(0, offset) + inserted + text.slice(offset + length);
