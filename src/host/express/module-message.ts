import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { encodePath } from "../../base/encode-path.js";
import type { HttpContext } from "../../sdk/http-context.js";
import { HRESULT } from "../../sdk/hresult.js";

/** Octets that are asked for at a time. */
const pieceSize = 65_536;

/** A module's request as Node's own class has it. Its body comes when somebody reads it. */
export class ModuleMessage {
  readonly message: IncomingMessage;
  readonly #read: Uint8Array[] = [];
  #isPulling = false;
  readonly #before: { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, unknown>> };

  constructor(context: HttpContext) {
    const request = context.getRequest();
    const { address, cookedUrl, sslInfo, headers } = request.getRawHttpRequest();
    const socket = new Socket();
    // What middleware asks a socket for; there is no connection of its own behind it.
    const facts = { remoteAddress: address.remote.address, remotePort: address.remote.port, remoteFamily: address.remote.address.includes(":") ? "IPv6" : "IPv4", localAddress: address.local.address, localPort: address.local.port, ...(sslInfo === undefined ? {} : { encrypted: true }) };
    Object.defineProperties(socket, Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value, configurable: true }])));
    const message = new IncomingMessage(socket);
    const { major, minor } = request.getHttpVersion();
    // Fields as modules before it have left them.
    const names = [...new Map(headers.map(([name]) => [name.toLowerCase(), name])).values()];
    const fields = names.flatMap((name) => [request.getHeader(name)].flatMap((value) => (value === undefined ? [] : [[name, value] as const])));
    Object.assign(message, { method: request.getHttpMethod(), url: encodePath(cookedUrl.absPath) + (cookedUrl.queryString ?? ""), httpVersion: `${major}.${minor}`, httpVersionMajor: major, httpVersionMinor: minor, rawHeaders: fields.flat() });
    message.headers = Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]));
    message._read = () => void this.#pull(context).catch((error: unknown) => message.destroy(error as Error));
    this.message = message;
    this.#before = { method: message.method!, url: message.url!, headers: { ...message.headers } };
  }

  /** What the middleware made of the request is that of everybody behind it; what it has read of the body is put back. */
  giveBack(context: HttpContext): void {
    const request = context.getRequest();
    const { method, url, headers } = this.message;
    if (method !== this.#before.method) request.setHttpMethod(method!);
    if (url !== this.#before.url) request.setUrl(url!);
    for (const name of Object.keys({ ...this.#before.headers, ...headers })) {
      const value = headers[name];
      if (value === this.#before.headers[name]) continue;
      if (value === undefined) request.deleteHeader(name);
      else request.setHeader(name, [value].flat().join(", "));
    }
    if (this.#read.length > 0) request.insertEntityBody(Buffer.concat(this.#read));
  }

  /** All of it at once: the host holds it whole already, and its limit is that of modules. */
  async #pull(context: HttpContext): Promise<void> {
    if (this.#isPulling) return;
    this.#isPulling = true;
    const { message } = this;
    for (;;) {
      const { hresult, bytes } = await context.getRequest().readEntityBody(pieceSize);
      if (hresult === HRESULT.S_OK) {
        this.#read.push(bytes);
        message.push(bytes);
        continue;
      }
      message.complete = hresult === HRESULT.ERROR_HANDLE_EOF;
      if (message.complete) message.push(null);
      else message.destroy(new Error("the body of the request could not be read"));
      return;
    }
  }
}
