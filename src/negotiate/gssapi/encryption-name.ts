/** RFC 3961 8.3, RFC 3962, RFC 4757, RFC 6803, RFC 8009. */
const names = new Map([
  [1, "des-cbc-crc"], [3, "des-cbc-md5"], [16, "des3-cbc-sha1"], [17, "aes128-cts-hmac-sha1-96"], [18, "aes256-cts-hmac-sha1-96"],
  [19, "aes128-cts-hmac-sha256-128"], [20, "aes256-cts-hmac-sha384-192"], [23, "arcfour-hmac"], [25, "camellia128-cts-cmac"], [26, "camellia256-cts-cmac"],
]);

/** Of an encryption type of Kerberos, as krb5.conf writes it. */
export const encryptionName = (type: number): string => names.get(type) ?? `encryption type ${type}`;
