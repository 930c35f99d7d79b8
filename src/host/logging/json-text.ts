/** Nothing in it that JSON would escape. */
const plain = /^[ !#-[\]-~]*$/;

/** A text as JSON. What strangers send is nearly always plain, and then the quotes are all it needs. */
export const jsonText = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));
