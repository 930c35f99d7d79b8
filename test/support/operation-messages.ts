import { actions, identifyEnvelope, soapEnvelope, type SoapMessage } from "./soap-envelope.js";

const countingUri = "urn:test:counting";

/** A Get of the counting resource that is right, but for what is put into it. */
export const requestEnvelope = (parts: Partial<SoapMessage> = {}): string => soapEnvelope({ action: actions.get, resourceUri: countingUri, messageId: "uuid:1", ...parts });

/** One message for every operation, on the counting resource. */
export const operationMessages: Readonly<Record<string, string>> = {
  Identify: identifyEnvelope,
  Get: requestEnvelope(),
  Put: requestEnvelope({ action: actions.put, body: `<t:Thing xmlns:t="${countingUri}"/>` }),
  Create: requestEnvelope({ action: actions.create, body: `<t:Thing xmlns:t="${countingUri}"/>` }),
  Delete: requestEnvelope({ action: actions.delete }),
  Invoke: requestEnvelope({ action: `${countingUri}/Do`, body: `<t:Do_INPUT xmlns:t="${countingUri}"/>` }),
  Enumerate: requestEnvelope({ action: actions.enumerate, body: "<n:Enumerate/>" }),
  Pull: requestEnvelope({ action: actions.pull, body: "<n:Pull><n:EnumerationContext>x</n:EnumerationContext></n:Pull>" }),
  Release: requestEnvelope({ action: actions.release, body: "<n:Release><n:EnumerationContext>x</n:EnumerationContext></n:Release>" }),
};
