/** Attribute types of names and their abbreviations (RFC 4519, PKCS #9; `S` is what Windows says for a state or province). */
export const attributeTypes: ReadonlyMap<string, string> = new Map([
  ["2.5.4.3", "CN"], ["2.5.4.4", "SN"], ["2.5.4.5", "SERIALNUMBER"], ["2.5.4.6", "C"], ["2.5.4.7", "L"], ["2.5.4.8", "S"], ["2.5.4.9", "STREET"],
  ["2.5.4.10", "O"], ["2.5.4.11", "OU"], ["2.5.4.12", "T"], ["2.5.4.42", "G"], ["2.5.4.43", "I"],
  ["1.2.840.113549.1.9.1", "E"], ["0.9.2342.19200300.100.1.25", "DC"], ["0.9.2342.19200300.100.1.1", "UID"],
]);
