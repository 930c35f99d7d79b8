import { randomUUID } from "node:crypto";

const NS =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
  'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd" ' +
  'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"';

const anonymous = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";

/** An envelope with the headers that real WinRM clients send, and a MessageID of its own. */
export function envelope(action: string, resourceUri: string, body: string, extra = ""): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?><s:Envelope ${NS}><s:Header><a:To>http://127.0.0.1:5985/wsman</a:To>` +
    `<w:ResourceURI s:mustUnderstand="true">${resourceUri}</w:ResourceURI>` +
    `<a:ReplyTo><a:Address s:mustUnderstand="true">${anonymous}</a:Address></a:ReplyTo>` +
    `<a:Action s:mustUnderstand="true">${action}</a:Action><w:MaxEnvelopeSize s:mustUnderstand="true">153600</w:MaxEnvelopeSize>` +
    `<a:MessageID>uuid:${randomUUID()}</a:MessageID><w:Locale xml:lang="en-US" s:mustUnderstand="false"/>` +
    `<p:DataLocale xml:lang="en-US" s:mustUnderstand="false"/><p:SessionId s:mustUnderstand="false">uuid:7039397F-5AC1-48F8-A4F0-F182244C1566</p:SessionId>` +
    `${extra}<w:OperationTimeout>PT60.000S</w:OperationTimeout></s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

export const identify =
  '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsmid="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd">' +
  "<s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>";

/** An HTTP request as bytes. @param fields more header fields, each with its line end */
export function post(path: string, body: string, authorization: string | undefined, fields = ""): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${authorization === undefined ? "" : `Authorization: ${authorization}\r\n`}${fields}Content-Type: application/soap+xml;charset=UTF-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
