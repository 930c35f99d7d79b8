import { elementsOf } from "wsmanor/sdk";

/** Namespaces of the configuration resources, as Windows writes them. */
export const configUri = "http://schemas.microsoft.com/wbem/wsman/1/config";
export const listenerUri = `${configUri}/listener`;
export const certificateMappingUri = `${configUri}/service/certmapping`;
export const pluginNamespace = `${configUri}/PluginConfiguration`;

/** An element with the prefix that clients look for. */
export const cfg = elementsOf(configUri, "cfg");
