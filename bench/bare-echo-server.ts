/**
 * The bound of pywinrm's `echo`: bare node:http that gives the five answers pywinrm needs, looks for nothing in a request but its action and
 * MessageID, and starts the same process.
 *
 * usage: bare-echo-server.js
 */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const shell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const id = "D0000000-0000-0000-0000-000000000001";

/** What the process has written, when it is over. */
let output: Promise<string> = Promise.resolve("");

function run(): Promise<string> {
  const child = spawn("/bin/sh", ["-c", "echo hello"], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  let text = "";
  child.stdout.setEncoding("latin1").on("data", (part: string) => (text += part));
  child.stderr.resume();
  return new Promise((resolve) => child.once("close", () => resolve(text)));
}

/** By the end of the action's URI. */
const bodies: Readonly<Record<string, () => string | Promise<string>>> = {
  [`${transfer}/Create`]: () => `<x:ResourceCreated xmlns:x="${transfer}"><a:ReferenceParameters><w:SelectorSet><w:Selector Name="ShellId">${id}</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>`,
  [`${shell}/Command`]: () => {
    output = run();
    return `<rsp:CommandResponse><rsp:CommandId>${id}</rsp:CommandId></rsp:CommandResponse>`;
  },
  [`${shell}/Receive`]: async () => {
    const data = Buffer.from(await output, "latin1").toString("base64");
    return `<rsp:ReceiveResponse><rsp:Stream Name="stdout" CommandId="${id}">${data}</rsp:Stream><rsp:CommandState CommandId="${id}" State="${shell}/CommandState/Done"><rsp:ExitCode>0</rsp:ExitCode></rsp:CommandState></rsp:ReceiveResponse>`;
  },
  [`${shell}/Signal`]: () => "<rsp:SignalResponse/>",
  [`${transfer}/Delete`]: () => "",
};

async function answer(request: string): Promise<string> {
  const between = (mark: string): string => request.slice(request.indexOf(">", request.indexOf(mark)) + 1).split("<", 1)[0]!;
  const body = await bodies[between(":Action")]?.();
  return `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:rsp="${shell}"><s:Header><a:RelatesTo>${between(":MessageID")}</a:RelatesTo></s:Header><s:Body>${body ?? ""}</s:Body></s:Envelope>`;
}

const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8").on("data", (part: string) => (text += part)).on("end", () => {
    void answer(text).then((body) => response.writeHead(200, { "Content-Type": "application/soap+xml;charset=UTF-8", "Content-Length": body.length }).end(body, "latin1"));
  });
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on("SIGTERM", () => process.exit(0));
