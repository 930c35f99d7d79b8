/** The door `wsmanor/testing`: everything that tests of plug-ins import. */
export type { Diagnostic } from "../base/diagnostic.js";
export * from "./ask.js";
export type { AllowsCase, AskableOperation, AuthorizationCases, AuthorizationQuestion, DeniesCase, RedirectsCase } from "./authorization-cases.js";
export * from "./authorization-tester.js";
export { CaseFailed } from "./case-failed.js";
export { ManualClock } from "./manual-clock.js";
export { MemoryDocuments } from "./memory-documents.js";
export * from "./plugin-cases.js";
export * from "./plugin-tester.js";
export * from "./recording-logger.js";
export { settled } from "./settled.js";
export * from "./start-test-host.js";
export type { Enumerated, EnumeratedItem, InstanceReference, OpenEnumeration, TestClient, WireAnswer } from "./test-client.js";
export * from "./test-host-options.js";
export type { SendOptions } from "./test-request.js";
export { WsmanFault } from "./wsman-fault.js";
