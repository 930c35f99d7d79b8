/** SOAP 1.2, the only version WS-Management speaks (DSP0226 5.1). */
export const SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

/** SOAP 1.1, recognised only to be refused as a version mismatch. */
export const SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";

/** Namespace that `xsi:nil` and `xsi:type` live in. */
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Namespace of `xml:lang`. */
export const XML = "http://www.w3.org/XML/1998/namespace";

const ROLE_NEXT = `${SOAP_12}/role/next`;
const ROLE_ULTIMATE_RECEIVER = `${SOAP_12}/role/ultimateReceiver`;

/** Roles in which this host acts; an absent or empty role is the ultimate receiver (SOAP 1.2 part 1, 5.2.2). */
export const ownRoles: ReadonlySet<string> = new Set(["", ROLE_NEXT, ROLE_ULTIMATE_RECEIVER]);
