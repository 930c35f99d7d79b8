import { definePlugin, type OperationPlugin } from "../sdk/define-plugin.js";
import { record } from "../sdk/element.js";
import type { OperationRequest } from "../sdk/operation-request.js";
import type { XmlElement } from "../base/xml-element.js";

const probeNamespace = "urn:wsmanor:testing:probe";

/** Says as whom it was called: what an authorization plug-in is tested on. */
const sender = ({ sender: { senderName, isAdministrator, environment } }: OperationRequest): XmlElement =>
  record(probeNamespace, "Sender", { Name: senderName, IsAdministrator: isAdministrator, Variable: [...environment].map(([name, value]) => `${name}=${value}`) });

/** An operation plug-in that does everything, and nothing. */
export const probePlugin: OperationPlugin<"Get" | "Put" | "Create" | "Delete" | "Invoke" | "Enumerate"> = definePlugin({
  declaration: { name: "probe", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate"] },
  operations: {
    get: sender,
    put: sender,
    create: ({ sender: { senderName } }) => ({ selectors: { Name: senderName } }),
    delete: () => undefined,
    invoke: sender,
    enumerate: (request) => [sender(request), sender(request), sender(request)],
  },
});
