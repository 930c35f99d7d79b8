/** The door `wsmanor/sdk`: everything a plug-in author imports. */
export type { Capability } from "../base/capability.js";
export type { Clock } from "../base/clock.js";
export type { CertificateDetails } from "../base/identity.js";
export type { Logger, LogFields } from "../base/logger.js";
export type { XmlAttribute, XmlElement } from "../base/xml-element.js";
export * from "./check-selectors.js";
export type { CimScalarType, CimType, ClassDefinition, ItemQuery } from "../base/class-definition.js";
export * from "./define-authorization-plugin.js";
export * from "./define-plugin.js";
export * from "./element.js";
export * from "./failure.js";
export * from "./host-information.js";
export * from "./matches-selectors.js";
export * from "./operation-request.js";
export * from "./operation-result.js";
export * from "./plugin-storage.js";
export * from "./read-element.js";
export * from "./reader-of.js";
