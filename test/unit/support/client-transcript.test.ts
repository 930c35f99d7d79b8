import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clientTranscript } from "../../support/client-transcript.js";
import type { Exchange } from "../../support/recording-proxy.js";

const shell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
const id = (digit: number): string => `${String(digit).repeat(8)}-1111-1111-1111-111111111111`;

function exchange(action: string, request: string, answer: string, rest: Partial<Exchange> = {}): Exchange {
  const requestBody = `<?xml version="1.0"?><s:Envelope xmlns:s="urn:s"><s:Header><a:MessageID>uuid:${id(9)}</a:MessageID><a:Action>${shell}/${action}</a:Action></s:Header><s:Body>${request}</s:Body></s:Envelope>`;
  const answerBody = `<s:Envelope><s:Header><a:RelatesTo>uuid:${id(9)}</a:RelatesTo></s:Header><s:Body>${answer}</s:Body></s:Envelope>`;
  return { method: "POST", path: "/wsman", requestHeaders: { authorization: "Basic c2VjcmV0" }, requestBody, status: 200, answerHeaders: {}, answerBody, overlaps: false, ...rest };
}

const begin = (command: number): Exchange => exchange("Command", "<rsp:CommandLine/>", `<rsp:CommandId>${id(command)}</rsp:CommandId>`);
const receive = (command: number, streams: string, rest: Partial<Exchange> = {}): Exchange =>
  exchange("Receive", `<rsp:DesiredStream CommandId="${id(command)}">stdout</rsp:DesiredStream>`, `<rsp:ReceiveResponse>${streams}</rsp:ReceiveResponse>`, rest);
const piece = (command: number, text: string, end = ""): string => `<rsp:Stream Name="stdout" CommandId="${id(command)}"${end}>${Buffer.from(text).toString("base64")}</rsp:Stream>`;
const fault = (code: string): Partial<Exchange> => ({ status: 500, answerBody: `<s:Envelope><f:WSManFault Code="${code}"/></s:Envelope>` });

describe("transcript of a client", () => {
  it("numbers ids, and shows no password", () => {
    const text = clientTranscript([begin(1), exchange("Signal", `<rsp:Signal CommandId="${id(1)}"/>`, "")], {});
    assert.match(text, /<rsp:CommandId>ID-1</u);
    assert.match(text, /<rsp:Signal CommandId="ID-1"\/>/u);
    assert.match(text, /POST \/wsman \(Basic; /u);
    assert.doesNotMatch(text, /c2VjcmV0/u);
  });

  it("is the same however output was cut, and however often nothing had come", () => {
    const once = [begin(1), receive(1, piece(1, "one two", ' End="true"'))];
    const often = [begin(1), receive(1, piece(1, "one")), receive(1, "", fault("2150858793")), receive(1, piece(1, " tw")), receive(1, piece(1, "o", ' End="true"'))];
    assert.equal(clientTranscript(often, {}), clientTranscript(once, {}));
    assert.match(clientTranscript(often, {}), /End="true">one two</u);
  });

  it("keeps the fault of a Receive that was asked on its own, and not that of one whose command was ended meanwhile", () => {
    const alone = clientTranscript([begin(1), receive(1, piece(1, "one")), receive(1, "", fault("2150858843"))], {});
    assert.match(alone, />one<[\s\S]*2150858843/u);
    const ended = clientTranscript([begin(1), receive(1, piece(1, "one")), receive(1, "", { ...fault("995"), overlaps: true })], {});
    assert.match(ended, />one</u);
    assert.doesNotMatch(ended, /995/u);
  });

  it("tells an answer to another message", () => {
    const { answerBody, ...rest } = exchange("Signal", "", "");
    assert.match(clientTranscript([{ ...rest, answerBody: answerBody.replace(id(9), id(8)) }], {}), /<a:RelatesTo>ANOTHER MESSAGE</u);
  });

  it("writes what is repeated once, with how often", () => {
    const send = exchange("Send", "<rsp:Send/>", "");
    assert.match(clientTranscript([begin(1), send, send, send, send], {}), /\(the 1 entries before this line: (?:3|4) times in all/u);
  });
});
