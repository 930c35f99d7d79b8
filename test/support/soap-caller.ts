import { randomUUID } from "node:crypto";
import { requestActions, writeRequest } from "../../src/protocol/wsman/write-request.js";

export interface SoapAnswer {
  readonly status: number;
  readonly text: string;
  /** Code of the WSManFault, when it is a fault that has one. */
  readonly code: number | undefined;
}

export interface SoapQuestion {
  readonly action: keyof typeof requestActions;
  readonly resourceUri: string;
  readonly selectors?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one request as Windows' client writes it. */
export async function askWsman(url: string, authorization: string, { action, resourceUri, selectors = {}, body = "" }: SoapQuestion): Promise<SoapAnswer> {
  const head = {
    to: url, resourceUri, action: requestActions[action], messageId: `uuid:${randomUUID().toUpperCase()}`, maxEnvelopeSize: 153_600, operationTimeout: 20_000, locale: "en-US",
    selectors: Object.entries(selectors).map(([name, value]) => ({ name, value })),
  };
  const answer = await fetch(url, { method: "POST", headers: { authorization, "content-type": "application/soap+xml;charset=UTF-8" }, body: writeRequest(head, body) });
  const text = await answer.text();
  const code = /<f:WSManFault[^>]* Code="(\d+)"/u.exec(text)?.[1];
  return { status: answer.status, text, code: code === undefined ? undefined : Number(code) };
}
