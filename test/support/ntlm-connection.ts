import { sealedContentType } from "../../src/protocol/auth/sealed-body.js";
import { field, HttpExchange, type HttpAnswer } from "./http-exchange.js";
import { NtlmClient, type NtlmClientOptions } from "./ntlm-client.js";
import { opened, sealed, soap, word } from "./sealed-messages.js";

/** A connection that logs in with NTLM and may seal what it sends. */
export class NtlmConnection {
  client: NtlmClient | undefined;

  private constructor(readonly exchange: HttpExchange) {}

  static async open(port: number): Promise<NtlmConnection> {
    return new NtlmConnection(await HttpExchange.open(port));
  }

  post(body: string | Uint8Array, { authorization, type = soap, path = "/wsman", method = "POST", more = [] }: { readonly authorization?: string; readonly type?: string; readonly path?: string; readonly method?: string; readonly more?: readonly string[] } = {}): Promise<HttpAnswer> {
    const fields = [`${method} ${path} HTTP/1.1`, "Host: localhost", `Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`, ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]), ...more];
    return this.exchange.send(Buffer.concat([Buffer.from(`${fields.join("\r\n")}\r\n\r\n`), Buffer.from(body)]));
  }

  /** @returns the challenge, from which `finish` goes on */
  async begin(options: NtlmClientOptions): Promise<Buffer> {
    this.client = new NtlmClient(options);
    const answer = await this.post("", { authorization: `NTLM ${this.client.negotiate().toString("base64")}` });
    return Buffer.from(/^NTLM (\S+)$/u.exec(field(answer, "WWW-Authenticate") ?? "")?.[1] ?? "", "base64");
  }

  /** A whole login, ended by an empty message unless a body is given. */
  async login(options: NtlmClientOptions, body = ""): Promise<HttpAnswer> {
    const challenge = await this.begin(options);
    return this.post(body, { authorization: `NTLM ${this.client!.authenticate(challenge).toString("base64")}` });
  }

  /** @returns status and text of the answer, which must come sealed */
  async sealed(text: string): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await this.sendSealed(text);
    return { status: answer.status, text: this.read(answer) };
  }

  /** @returns what is sealed in an answer */
  read(answer: HttpAnswer): string {
    return opened(this.client!, answer).text;
  }

  /** @returns the answer as it comes */
  sendSealed(text: string, method = "POST"): Promise<HttpAnswer> {
    return this.post(sealed(this.client!, text), { type: sealedContentType(word), method });
  }

  close(): void {
    this.exchange.close();
  }
}
