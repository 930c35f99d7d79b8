import type { EnumerateRequest, Fragment, InvokeRequest, OperationLimits, OperationRequest, PutRequest, SenderDetails, XmlInput } from "../../sdk/operation-request.js";
import { dialects } from "../../protocol/wsman/namespaces.js";
import { utf8Length } from "../../protocol/xml/utf8-length.js";
import { openingOctets } from "../../protocol/wsman/response-head.js";
import { writeBehind } from "../../protocol/wsman/write-response.js";
import type { Exchange } from "./exchange.js";
import { RequestOptions } from "./option-set.js";
import { RequestSelectors } from "./selector-set.js";

const noSelectors = new RequestSelectors([]);
const noOptions = new RequestOptions([], false);

/** What only some operations are told. */
type OwnParts = Partial<Pick<PutRequest & EnumerateRequest & Pick<InvokeRequest, "method">, "fragment" | "method" | "filter" | "query" | "polymorphism" | "mode">> & { readonly body?: XmlInput | undefined };

/** What a plug-in operation is told. All are made here and with the same fields, because an object put together from others costs a multiple. */
export function buildOperationRequest<Own extends OwnParts>(exchange: Exchange, limits: OperationLimits, own: Own): Omit<OperationRequest, "signal"> & Own {
  const { request } = exchange;
  const { fragment, body, method, filter, query, polymorphism, mode }: OwnParts = own;
  const whole: Omit<OperationRequest, "signal"> & OwnParts = {
    resourceUri: exchange.resourceUri,
    action: request.action,
    selectors: request.selectors.length === 0 ? noSelectors : new RequestSelectors(request.selectors),
    options: request.options.length === 0 ? noOptions : new RequestOptions(request.options, request.optionsMustUnderstand),
    sender: senderOf(exchange),
    locale: request.locale,
    dataLocale: request.dataLocale,
    limits,
    fragment, body, filter, query, polymorphism,
    method: method!,
    mode: mode!,
  };
  return whole as Omit<OperationRequest, "signal"> & Own;
}

/** As whom the request runs. */
export const senderOf = (exchange: Exchange): SenderDetails => exchange.lease?.sender ?? exchange.sender;

export function fragmentOf({ request: { fragment } }: Exchange): Fragment | undefined {
  return fragment === undefined ? undefined : { path: fragment.path, dialect: fragment.dialect ?? dialects.xpath };
}

/** Limits of an operation with a single answer: all of the envelope but the frame is the plug-in's. */
export class SingleAnswerLimits implements OperationLimits {
  readonly maxEnvelopeSize: number;
  readonly timeout: number;
  #largest: number | undefined;

  constructor(private readonly exchange: Exchange) {
    this.maxEnvelopeSize = exchange.envelopeLimit;
    this.timeout = exchange.remainingTime();
  }

  /** Measured only when somebody asks. */
  get largestResultSize(): number {
    return (this.#largest ??= Math.max(0, this.maxEnvelopeSize - frameOctets(this.exchange)));
  }

  remainingResultSize(): number {
    return this.largestResultSize;
  }
}

/** The same as numbers: for what a plug-in may keep for hours, which must not keep the request. */
export class FixedLimits implements OperationLimits {
  readonly maxEnvelopeSize: number;
  readonly timeout: number;
  readonly largestResultSize: number;

  constructor(exchange: Exchange) {
    const { maxEnvelopeSize, timeout, largestResultSize } = new SingleAnswerLimits(exchange);
    this.maxEnvelopeSize = maxEnvelopeSize;
    this.timeout = timeout;
    this.largestResultSize = largestResultSize;
  }

  remainingResultSize(): number {
    return this.largestResultSize;
  }
}

const ending = writeBehind("", "");

function frameOctets(exchange: Exchange): number {
  const { opening } = exchange;
  // Looking at all of it would cost as much as writing it.
  return exchange.charset === "utf-8" ? openingOctets(opening, exchange.responseHead()) + ending.length : octetsOf(opening + ending, exchange);
}

/** Octets of a text as this answer is sent: in the request's charset, UTF-16 with its byte order mark. */
export function octetsOf(text: string, exchange: Pick<Exchange, "charset">): number {
  return exchange.charset === "utf-8" ? utf8Length(text) : text.length * 2 + 2;
}
