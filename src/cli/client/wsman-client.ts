import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import { writeEnumerateBody, writePullBody, writeReleaseBody, type EnumerateRequest } from "../../protocol/wsman/write-enumerate-request.js";
import { requestActions, requestScope, writeIdentifyRequest, writeRequest, type RequestHead } from "../../protocol/wsman/write-request.js";
import { encodeXml } from "../../protocol/xml/encode-xml.js";
import { writeElement } from "../../protocol/xml/write-element.js";
import type { ClientProblem } from "./client-problem.js";
import { problemNumbers } from "./problem-numbers.js";
import { childElements, findChild, textOf } from "./element-access.js";
import type { HttpSender } from "./http-sender.js";
import { readAnswer } from "./read-answer.js";

export interface ClientSettings {
  readonly url: URL;
  /** Absent: no authentication is tried. */
  readonly credentials?: { readonly user: string; readonly password: string };
  readonly encoding: "utf-8" | "utf-16";
  /** Milliseconds; the service's own limit, sent as OperationTimeout. */
  readonly operationTimeout: number;
  readonly locale: string;
  readonly newMessageId: () => string;
}

/** What a request is about, without what the client fills in. */
export type Target = Pick<RequestHead, "resourceUri" | "selectors" | "options" | "fragment">;

type Answer = Promise<Result<XmlElement | undefined, ClientProblem>>;

/** Windows' own default: 500 KB. */
const maxEnvelopeSize = 512_000;
const maxElements = 32_000;

/** Answers with no items in a row that an enumeration may give before it is taken for endless. */
const emptyAnswersAllowed = 100;

/** WS-Management from the client's side: one method an operation. Nothing throws for what the service or the network does. */
export class WsmanClient {
  readonly #settings: ClientSettings;
  readonly #sender: HttpSender;

  constructor(settings: ClientSettings, sender: HttpSender) {
    this.#settings = settings;
    this.#sender = sender;
  }

  /** Without credentials it asks for what anybody may know (WSMANIDENTIFY). */
  identify(): Answer {
    return this.#first(this.#exchange(writeIdentifyRequest(), undefined));
  }

  get(target: Target): Answer {
    return this.#first(this.#request(target, requestActions.Get, ""));
  }

  /** @returns the updated representation; `undefined` when the service answers with an empty Body. */
  put(target: Target, representation: XmlElement): Answer {
    return this.#first(this.#request(target, requestActions.Put, writeElement(representation, { inScope: requestScope })));
  }

  create(target: Target, representation: XmlElement): Answer {
    return this.#first(this.#request(target, requestActions.Create, writeElement(representation, { inScope: requestScope })));
  }

  delete(target: Target): Answer {
    return this.#first(this.#request(target, requestActions.Delete, ""));
  }

  /** @param action the whole Action URI */
  invoke(target: Target, action: string, input: XmlElement): Answer {
    return this.#first(this.#request(target, action, writeElement(input, { inScope: requestScope })));
  }

  /** Asks until the end; `onItem` gets each item as soon as it has come. */
  async enumerate(target: Target, request: Omit<EnumerateRequest, "maxElements">, onItem: (item: XmlElement) => void): Promise<Result<void, ClientProblem>> {
    let answer = await this.#first(this.#request(target, requestActions.Enumerate, writeEnumerateBody({ ...request, maxElements })));
    let context = "";
    for (let empty = 0; ; ) {
      if (!answer.ok) {
        // A Pull that failed leaves the enumeration open; the service should not have to wait for its idle time.
        if (context !== "" && answer.error.detail !== undefined) await this.#request(target, requestActions.Release, writeReleaseBody(context));
        return answer;
      }
      const batch = readBatch(answer.value);
      if (batch === undefined) return fail(this.#invalid("it is no answer to Enumerate or Pull"));
      batch.items.forEach(onItem);
      if (batch.end) return ok(undefined);
      context = batch.context ?? context;
      if (context === "") return fail(this.#invalid("it neither ends the enumeration nor names a context to go on with"));
      empty = batch.items.length === 0 ? empty + 1 : 0;
      if (empty > emptyAnswersAllowed) return fail(this.#invalid("the enumeration goes on without any items"));
      answer = await this.#first(this.#request(target, requestActions.Pull, writePullBody(context, maxElements)));
    }
  }

  close(): void {
    this.#sender.close();
  }

  #request(target: Target, action: string, body: string): Promise<Result<readonly XmlElement[], ClientProblem>> {
    const messageId = this.#settings.newMessageId();
    const { url, operationTimeout, locale } = this.#settings;
    const isPull = action === requestActions.Pull || action === requestActions.Release;
    // The enumeration remembers what it was asked with; only where it lives is repeated.
    const about = isPull ? { resourceUri: target.resourceUri, ...(target.selectors === undefined ? {} : { selectors: target.selectors }) } : target;
    return this.#exchange(writeRequest({ ...about, to: url.href, action, messageId, operationTimeout, locale, maxEnvelopeSize }, body), messageId);
  }

  async #exchange(envelope: string, messageId: string | undefined): Promise<Result<readonly XmlElement[], ClientProblem>> {
    const { url, credentials, encoding } = this.#settings;
    const isWide = encoding === "utf-16";
    const headers: Record<string, string> = { "Content-Type": `application/soap+xml;charset=${isWide ? "UTF-16" : "UTF-8"}`, "User-Agent": "WS-Manor client" };
    if (credentials !== undefined) headers["Authorization"] = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`, "utf8").toString("base64")}`;
    else if (messageId === undefined) headers["WSMANIDENTIFY"] = "unauthenticated";
    const answer = await this.#sender.send(encodeXml(envelope, isWide ? "utf-16le" : "utf-8", isWide), headers);
    return answer.ok ? readAnswer(answer.value, url, messageId, credentials !== undefined) : answer;
  }

  async #first(answer: Promise<Result<readonly XmlElement[], ClientProblem>>): Answer {
    const content = await answer;
    return content.ok ? ok(content.value[0]) : content;
  }

  #invalid(why: string): ClientProblem {
    return { number: problemNumbers.invalidAnswer, message: `The answer of ${this.#settings.url.host} cannot be used: ${why}.` };
  }
}

interface Batch {
  readonly items: readonly XmlElement[];
  readonly context: string | undefined;
  readonly end: boolean;
}

/** Items are `w:Items` in an optimized EnumerateResponse and `n:Items` in a PullResponse; EndOfSequence likewise. */
function readBatch(answer: XmlElement | undefined): Batch | undefined {
  if (answer?.namespace !== namespaces.n || (answer.name !== "EnumerateResponse" && answer.name !== "PullResponse")) return undefined;
  const either = (name: string): XmlElement | undefined => findChild(answer, namespaces.n, name) ?? findChild(answer, namespaces.w, name);
  const items = either("Items");
  const context = findChild(answer, namespaces.n, "EnumerationContext");
  return {
    items: items === undefined ? [] : childElements(items),
    context: context && textOf(context).trim(),
    end: either("EndOfSequence") !== undefined,
  };
}
