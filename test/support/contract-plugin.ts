import { definePlugin, element, failure, matchesSelectors, readerOf, type EnumerateRequest, type GetRequest, type OperationRequest, type StartupContext, type XmlInput } from "wsmanor/sdk";

/** What a request says, in one line: the same wherever the plug-in runs. */
function told(request: OperationRequest & { readonly fragment?: unknown; readonly method?: string; readonly body?: XmlInput | undefined; readonly filter?: EnumerateRequest["filter"]; readonly mode?: string }): string {
  const { resourceUri, action, selectors, options, sender, locale, dataLocale, limits, fragment, method, body, filter, mode } = request;
  const reference = selectors.reference("ref");
  return JSON.stringify({
    resourceUri, action, locale, dataLocale, fragment, method, mode,
    selectors: [selectors.size, selectors.get("NAME"), selectors.has("name"), selectors.get("ref") ?? "none", reference?.address, reference?.selectors.get("INNER"), [...selectors.entries()].map(([name]) => name)],
    options: [options.size, options.mustUnderstand, options.get("LEVEL"), [...options.entries()].map(({ name }) => name)],
    sender: { ...sender, environment: [...sender.environment] },
    limits: [limits.maxEnvelopeSize, limits.timeout, limits.largestResultSize, limits.remainingResultSize()],
    body: body === undefined ? "none" : [body.renderingType, body.renderingType === "text" ? body.text : nodesOf(body), body.element()],
    filter: filter === undefined ? "none" : [filter.dialect, filter.text, filter.selectors?.get("A")],
  });
}

function nodesOf(body: Extract<XmlInput, { renderingType: "XmlReader" }>): unknown[] {
  const reader = body.reader();
  const nodes = [];
  for (let node = reader.read(); node !== undefined; node = reader.read()) nodes.push(node);
  return [nodes, body.reader().read()];
}

/** @returns what it threw, at once or later */
async function attempt(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "done";
  } catch (error) {
    return (error as Error).message;
  }
}

/** Does everything that the contract between a host and a plug-in speaks of, by the selector `do`. */
export default definePlugin({
  declaration: { name: "contract", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate"], parameters: ["greeting"] },
  startup: (context: StartupContext) => {
    const { logger, storage, host, initializationParameters, clock } = context;
    logger.info("it starts", { answer: 42 });
    const events: string[] = [];
    const open = new Set<string>();

    const get = async (request: GetRequest) => {
      switch (request.selectors.get("do")) {
        case "tell": return element("urn:c", "Told", told(request));
        case "started": {
          const { startReason, applicationIdentification, name, applicationDirectory, validateOnly } = context;
          return element("urn:c", "Started", JSON.stringify({ startReason, applicationIdentification, name, applicationDirectory, validateOnly, greeting: initializationParameters.get("GREETING"), time: typeof clock.now() }));
        }
        case "refuse": throw failure("invalid-selectors", { detail: "ambiguous", code: 77, message: "which one?", extended: element("urn:c", "More", "a<b") });
        case "throw": throw new TypeError("broken inside");
        case "throw text": return { then: (_: unknown, no: (reason: unknown) => void) => no("only text") } as unknown as Promise<string>;
        case "nonsense": return 42 as unknown as string;
        case "no xml": return { name: "1 2", namespace: "", attributes: [], children: [] };
        case "reader": return readerOf(element("urn:c", "Read", element("urn:c", "Inner", "x & y")));
        case "text": return "<t:Text xmlns:t='urn:c'> <![CDATA[<>]]> </t:Text>";
        case "wait": return new Promise<string>((resolve) => request.signal.addEventListener("abort", () => {
          events.push(`get:${String(request.signal.reason)}`);
          resolve("<late/>");
        }));
        case "events": return element("urn:c", "Events", JSON.stringify([events, [...open]]));
        case "store": {
          await storage.write("doc", new TextEncoder().encode("kept ✓"));
          const kept = new TextDecoder().decode(await storage.read("doc"));
          await storage.remove("doc");
          return element("urn:c", "Stored", JSON.stringify([kept, await storage.read("doc") === undefined, await attempt(() => storage.write("../out", new Uint8Array()))]));
        }
        case "host": return element("urn:c", "Host", JSON.stringify([host.productVendor, host.settings().maxBatchItems, host.listeners().length, host.plugins().map(({ name, state }) => [name, state])]));
        case "edit": {
          const { configuration } = host;
          if (configuration === undefined) return element("urn:c", "Edited", "may not");
          const changes = [{ kind: "set", section: "system.webServer/wsmanor", attribute: "maxBatchItems", value: "8" }] as const;
          return element("urn:c", "Edited", JSON.stringify([await configuration.edit(changes), await configuration.edit([]), await attempt(() => configuration.edit([{ kind: "remove-plugin", name: "throws" }]))]));
        }
        case "stray": {
          setTimeout(() => { throw new Error("thrown by a timer"); }, 1);
          void Promise.reject(new Error("rejected for nobody"));
          return "<ok/>";
        }
        case "say": {
          logger.warn("said", { plugin: "somebody else", number: 1 });
          return "<ok/>";
        }
        default: return "<ok/>";
      }
    };

    return {
      get,
      put: (request) => (request.selectors.get("do") === "rename" ? { renamed: { selectors: { Name: "new" } } } : request.selectors.get("do") === "nothing" ? undefined : element("urn:c", "Put", told(request))),
      create: () => ({ selectors: [["Name", "made"], ["Other", "b"]] as const, resourceUri: "urn:other" }),
      delete: (request) => (request.selectors.get("do") === "refuse" ? failure("not-found", { message: "gone" }) : undefined),
      invoke: (request) => (request.body === undefined ? undefined : element("urn:c", "Invoked", told(request))),
      enumerate: (request) => {
        const what = request.selectors.get("do") ?? "";
        const number = Number(request.selectors.get("number") ?? 0);
        if (what === "list") return Array.from({ length: number }, (_, at) => element("urn:c", "Item", at));
        if (what === "references") return Array.from({ length: number }, (_, at) => ({ object: element("urn:c", "Item", at), epr: { selectors: { Name: String(at) } } }));
        if (what === "remaining") return (function* () { for (;;) yield element("urn:c", "Left", request.limits.remainingResultSize()); })();
        // It filters itself.
        if (what === "filter") return [1, 2, 3].filter((at) => matchesSelectors(request.filter, { Name: at })).map((at) => element("urn:c", "Item", at));
        if (what === "told filter") return [element("urn:c", "Item", JSON.stringify([request.filter?.dialect, request.filter?.text, request.filter?.selectors?.get("name"), request.query?.className, request.query?.properties, [...(request.query?.equals ?? [])]]))];
        if (what === "refuse") return failure("cannot-process-filter", { message: "no such filter" });
        return (async function* () {
          open.add(what);
          request.signal.addEventListener("abort", () => events.push(`enumerate:${String(request.signal.reason)}`));
          try {
            for (let at = 0; at < number; at++) {
              events.push(`gives ${at}`);
              if (what === "slow") await new Promise((resolve) => setTimeout(resolve, 5));
              yield element("urn:c", "Item", at);
            }
            if (what === "then throw") throw new Error("after the items");
            if (what === "then refuse") throw failure("quota", { message: "enough" });
            if (what === "then wait") await new Promise(() => undefined);
          } finally {
            open.delete(what);
          }
        })();
      },
      shutdown: (reason) => logger.info(`it ends: ${reason}`),
    };
  },
});
