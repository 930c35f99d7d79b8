import { createHash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { Socket } from "node:net";
import type { MessageSealer, NegotiateContext, NegotiatedIdentity, NegotiateProvider, NegotiateSchemeName, NegotiateTarget } from "../../src/base/negotiate-provider.js";
import { selfSignedCertificate } from "./self-signed-certificate.js";

/** What a connection is known to be. */
interface Login {
  context?: NegotiateContext;
  identity?: NegotiatedIdentity;
  sealer?: MessageSealer | undefined;
}

/** HTTP with a provider's logins and nothing else, to put real clients before a provider alone. Answers the caller's name and the body. */
export class NegotiateServer {
  /** Reasons of refusals. */
  readonly reasons: string[] = [];
  readonly identities: NegotiatedIdentity[] = [];
  readonly #logins = new WeakMap<Socket, Login>();
  readonly #certificate: { readonly key: string; readonly cert: string } | undefined;
  readonly #server: Server;

  private constructor(private readonly provider: NegotiateProvider, private readonly scheme: NegotiateSchemeName, private readonly tokenChecking: NegotiateTarget["tokenChecking"], secure: boolean) {
    const handle = (request: IncomingMessage, response: ServerResponse): void => void this.#handle(request, response);
    this.#certificate = secure ? selfSignedCertificate("localhost", { dns: ["localhost"], addresses: ["127.0.0.1"] }) : undefined;
    this.#server = this.#certificate === undefined ? createHttpServer(handle) : createHttpsServer(this.#certificate, handle);
  }

  static async start(provider: NegotiateProvider, { scheme = "Negotiate", tokenChecking = "None", secure = false }: { readonly scheme?: NegotiateSchemeName; readonly tokenChecking?: NegotiateTarget["tokenChecking"]; readonly secure?: boolean } = {}): Promise<NegotiateServer> {
    const server = new NegotiateServer(provider, scheme, tokenChecking, secure);
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  get port(): number {
    return (this.#server.address() as { readonly port: number }).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const login = this.#loginOf(request.socket);
    const { authorization } = request.headers;
    if (authorization !== undefined && !(await this.#authenticate(authorization, login, response))) return;
    if (login.identity === undefined) return void response.writeHead(401, { "WWW-Authenticate": this.scheme }).end();
    const body = Buffer.concat(chunks);
    if (body.length === 0 && authorization !== undefined && request.method === "POST") return void response.end();
    if (/^multipart\/encrypted/u.test(request.headers["content-type"] ?? "")) this.#answerSealed(body, login, response);
    else response.end(`${login.identity.name} ${body.toString()}`);
  }

  /** @returns was it, and may the request go on? */
  async #authenticate(authorization: string, login: Login, response: ServerResponse): Promise<boolean> {
    login.context ??= this.provider.begin(this.scheme, { channelBinding: this.#channelBinding(), tokenChecking: this.tokenChecking, remoteAddress: "127.0.0.1" });
    const token = Buffer.from(authorization.split(" ")[1] ?? "", "base64");
    const step = await login.context.step(token);
    if (step.state === "failed") {
      this.reasons.push(step.reason);
      login.context.dispose();
      delete login.context;
      response.writeHead(401, { "WWW-Authenticate": this.scheme }).end();
      return false;
    }
    if (step.token !== undefined) response.setHeader("WWW-Authenticate", `${this.scheme} ${Buffer.from(step.token).toString("base64")}`);
    if (step.state === "continue") response.writeHead(401).end();
    else {
      login.identity = step.identity;
      login.sealer = step.sealer;
      this.identities.push(step.identity);
    }
    return step.state === "done";
  }

  #answerSealed(body: Buffer, { identity, sealer }: Login, response: ServerResponse): void {
    const mark = Buffer.from("Content-Type: application/octet-stream\r\n");
    const at = body.indexOf(mark) + mark.length;
    const headerEnd = at + 4 + body.readUInt32LE(at);
    const length = Number(/Length=(\d+)/u.exec(body.subarray(0, at).toString("latin1"))![1]);
    const plain = sealer!.unwrap(body.subarray(at + 4, headerEnd), body.subarray(headerEnd, headerEnd + length));
    const text = Buffer.from(`${identity!.name} ${Buffer.from(plain).toString()}`);
    const { header, data } = sealer!.wrap(text);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(header.length);
    response.setHeader("Content-Type", `multipart/encrypted;protocol="${sealer!.protocol}";boundary="Encrypted Boundary"`);
    response.end(Buffer.concat([
      Buffer.from(`--Encrypted Boundary\r\n\tContent-Type: ${sealer!.protocol}\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=${text.length}\r\n--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n`),
      size, header, data, Buffer.from("--Encrypted Boundary--\r\n"),
    ]));
  }

  #channelBinding(): Uint8Array | undefined {
    return this.#certificate && createHash("sha256").update(new X509Certificate(this.#certificate.cert).raw).digest();
  }

  #loginOf(socket: Socket): Login {
    const known = this.#logins.get(socket);
    if (known !== undefined) return known;
    const login: Login = {};
    this.#logins.set(socket, login);
    socket.once("close", () => login.context?.dispose());
    return login;
  }
}
