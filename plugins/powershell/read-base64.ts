/** @returns `undefined` when the text is no base64; white space does not count */
export function readBase64(text: string): Buffer | undefined {
  const plain = text.replaceAll(/[\t\n\r ]/gu, "");
  return /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/u.test(plain) ? Buffer.from(plain, "base64") : undefined;
}
