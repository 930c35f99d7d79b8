import { elementsOf, type ListenerInformation, type XmlElement } from "wsmanor/sdk";
import { listenerUri } from "./element.js";

const e = elementsOf(listenerUri, "cfg");

/** One listener, with the elements that Windows writes and in their order. */
export function writeListener(listener: ListenerInformation): XmlElement {
  const { attributes, ...rest } = e("Listener",
    e("Address", listener.address),
    e("Transport", listener.transport),
    e("Port", listener.port),
    e("Hostname", listener.hostname),
    e("Enabled", listener.enabled),
    e("URLPrefix", listener.urlPrefix),
    e("CertificateThumbprint", listener.certificateThumbprint),
    ...listener.listeningOn.map((address) => e("ListeningOn", address)),
  );
  return { ...rest, attributes: [...attributes, { name: "lang", namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml", value: "en-US" }] };
}

/** What tells one listener from another. */
export const listenerSelectors = ({ address, transport }: ListenerInformation): readonly (readonly [string, string])[] => [["Address", address], ["Transport", transport]];
