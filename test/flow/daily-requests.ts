import { Agent } from "node:http";
import { basic } from "../support/basic.js";
import { IdleClient } from "../support/idle-client.js";
import { post, sendPlain, type PlainAnswer } from "../support/plain-request.js";
import { sendRaw } from "../support/raw-socket.js";
import type { RunningHost } from "../support/running-host.js";
import { actions, identifyEnvelope, soapEnvelope, type SoapMessage } from "../support/soap-envelope.js";
import { contextIn } from "../support/wsman-session.js";

const config = "http://schemas.microsoft.com/wbem/wsman/1/config";
const cimv2 = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
const registry = "urn:wsmanor:registry";
const wql = "http://schemas.microsoft.com/wbem/wsman/1/WQL";
const keys = 40;

/** One thing that a client does; it may take several requests. @throws for an answer that it should not have got */
export interface DailyRequest {
  readonly name: string;
  /** How many of a hundred. */
  readonly share: number;
  run(at: number): Promise<void>;
}

/** What clients do to a busy endpoint: mostly what monitoring and configuration management ask, and what goes wrong in any network. */
export function dailyRequests(host: RunningHost): { readonly requests: readonly DailyRequest[]; prepare(): Promise<void>; close(): void } {
  const url = host.urls[0]!;
  const kept = new Agent({ keepAlive: true, maxSockets: 8 });
  // Another machine: what it guesses wrong must not be held against the others.
  const stranger = new Agent({ localAddress: "127.0.0.2" });
  const ask = async (status: number, message: SoapMessage, agent: Agent | undefined = kept): Promise<PlainAnswer> => {
    const answer = await post(url, soapEnvelope(message), { authorization: host.authorization, ...(agent === undefined ? {} : { agent }) });
    if (answer.status !== status) throw new Error(`${answer.status} instead of ${status} for ${message.action} of ${message.resourceUri}: ${answer.text.slice(0, 500)}`);
    return answer;
  };
  const value = (name: string): Pick<SoapMessage, "resourceUri" | "selectors"> => ({ resourceUri: registry, selectors: { Key: "Day", Value: name } });
  const valueBody = (text: string): string => `<r:Value xmlns:r="${registry}"><r:Type>String</r:Type><r:Data>${text}</r:Data></r:Value>`;
  const enumerate = async (resourceUri: string, inside: string, upTo: number): Promise<number> => {
    let answer = await ask(200, { action: actions.enumerate, resourceUri, body: `<n:Enumerate>${inside}</n:Enumerate>` });
    let pulls = 0;
    for (let context = contextIn(answer); context !== undefined && pulls < upTo; context = contextIn(answer)) {
      answer = await ask(200, { action: actions.pull, resourceUri, body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>12</n:MaxElements></n:Pull>` });
      pulls++;
    }
    return pulls;
  };
  const optimized = (query: string): string => `<w:OptimizeEnumeration/><w:MaxElements>50</w:MaxElements><w:Filter Dialect="${wql}">${query}</w:Filter>`;
  const raw = (fields: string, body: string): string => `POST /wsman HTTP/1.1\r\nHost: a\r\nAuthorization: ${host.authorization}\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n${fields}\r\n\r\n${body}`;
  const get = soapEnvelope({ action: actions.get, resourceUri: config });
  const requests: DailyRequest[] = [
    { name: "Identify", share: 8, run: identify },
    { name: "Get of the configuration", share: 20, run: async () => void (await ask(200, { action: actions.get, resourceUri: config })) },
    { name: "Get on a new connection", share: 8, run: async () => void (await ask(200, { action: actions.get, resourceUri: `${cimv2}/Win32_OperatingSystem` }, undefined)) },
    { name: "Get of a value", share: 14, run: async (at) => void (await ask(200, { action: actions.get, ...value(`v${at % keys}`) })) },
    { name: "Put of a value", share: 10, run: async (at) => void (await ask(200, { action: actions.put, ...value(`v${at % keys}`), body: valueBody(`${at}`.padEnd(100)) })) },
    {
      name: "Create, Delete", share: 4,
      run: async (at) => {
        await ask(200, { action: actions.create, ...value(`new${at}`), body: valueBody("new") });
        await ask(200, { action: actions.delete, ...value(`new${at}`) });
      },
    },
    { name: "Enumerate and Pull to the end", share: 9, run: async () => void (await enumerate(registry, "", Infinity)) },
    { name: "Enumerate, and never more", share: 3, run: async () => void (await enumerate(registry, "", 0)) },
    { name: "WQL of a monitoring tool", share: 6, run: async () => void (await enumerate(`${cimv2}/*`, optimized("SELECT Name, DeviceID FROM Win32_Processor WHERE DeviceID IS NOT NULL"), Infinity)) },
    { name: "what there is not", share: 5, run: async (at) => void (await ask(500, at % 2 === 0 ? { action: actions.get, resourceUri: `urn:nothing:${at}` } : { action: actions.get, ...value(`none${at}`) })) },
    { name: "no XML", share: 2, run: async (at) => status(500, await post(url, soapEnvelope({ action: actions.get, resourceUri: config, body: `<x${at}>` }), { authorization: host.authorization, agent: kept })) },
    { name: "wrong password", share: 3, run: async (at) => status(401, await post(url, get, { authorization: basic(host.user, `wrong ${at % 7}`), agent: stranger })) },
    { name: "no HTTP", share: 1, run: async (at) => statuses(400, (await sendRaw(host.port, `GARBAGE ${at}\r\n\r\n`, { closes: true })).statuses) },
    { name: "gone within a request", share: 3, run: (at) => gone(raw(`Content-Length: ${get.length}`, get.slice(0, at % get.length))) },
    { name: "gone before the answer", share: 3, run: () => gone(raw(`Content-Length: ${get.length}`, get)) },
    { name: "gone within a header", share: 1, run: (at) => gone(raw("", "").slice(0, 10 + (at % 80))) },
  ];
  async function identify(): Promise<void> {
    status(200, await sendPlain(url, { body: identifyEnvelope, agent: kept, headers: { "Content-Type": "application/soap+xml", WSMANIDENTIFY: "unauthenticated" } }));
  }
  async function gone(octets: string): Promise<void> {
    const client = new IdleClient(host.port, octets);
    await client.opened;
    client.socket.end();
    setImmediate(() => client.socket.destroy());
  }
  return {
    requests,
    prepare: async () => {
      for (let at = 0; at < keys; at++) await ask(200, { action: actions.create, ...value(`v${at}`), body: valueBody("first") });
    },
    close: () => {
      kept.destroy();
      stranger.destroy();
    },
  };
}

function status(expected: number, { status: given, text }: PlainAnswer): void {
  if (given !== expected) throw new Error(`${given} instead of ${expected}: ${text.slice(0, 500)}`);
}

function statuses(expected: number, given: readonly number[]): void {
  if (given[0] !== expected) throw new Error(`${given.join()} instead of ${expected}`);
}
