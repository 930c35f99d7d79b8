import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import ts from "typescript";
import { definePlugin, element } from "wsmanor/sdk";
import { startTestHost, StartRefused, type AnyOperationPlugin } from "wsmanor/testing";
import { projectRoot } from "../support/project-root.js";

const head = `
  import { definePlugin, defineAuthorizationPlugin, defineHttpModule, element, failure, RQ_NOTIFICATION_CONTINUE } from "wsmanor/sdk";
  const hello = () => element("urn:x", "Hello");
`;
const declaring = (capabilities: string, operations: string): string => `${head}
  export default definePlugin({ declaration: { name: "x", sdkVersion: 1, capabilities: [${capabilities}] }, operations: { ${operations} } });`;
const module = (notifications: string, handlers: string, more = ""): string => `${head}
  export default defineHttpModule({ declaration: { name: "x", sdkVersion: 1, notifications: [${notifications}]${more} }, register: () => ({ getHttpModule: () => ({ ${handlers} }) }) });`;
const failing = (call: string): string => `${head} export default ${call};`;

/** Snippets an author might write, and what the compiler must say; `undefined`: nothing. */
const snippets: readonly (readonly [title: string, source: string, said: RegExp | undefined])[] = [
  ["a capability with its method", declaring(`"Get"`, "get: hello"), undefined],
  ["two of them", declaring(`"Get", "Enumerate"`, "get: hello, *enumerate() { yield hello(); }"), undefined],
  ["all of them", declaring(`"Get", "Put", "Create", "Delete", "Invoke", "Enumerate"`, "get: hello, put: ({ body }) => body.element(), create: () => ({ selectors: { Id: \"1\" } }), delete: () => undefined, invoke: async () => undefined, enumerate: async () => [hello()]"), undefined],
  ["an end", declaring(`"Get"`, "get: hello, shutdown: async (reason) => { const known: \"system\" | \"service\" | \"iis-host\" | \"idle\" = reason; void known; }"), undefined],
  ["a plug-in with a start", `${head} export default definePlugin({ declaration: { name: "x", sdkVersion: 1, capabilities: ["Get"] }, startup: async ({ initializationParameters }) => ({ get: () => element("", "A", initializationParameters.get("a")) }) });`, undefined],
  ["an authorization plug-in", `${head} export default defineAuthorizationPlugin({ declaration: { name: "x", sdkVersion: 1 }, startup: () => ({ authorizeUser: () => ({ allow: true }), authorizeOperation: () => ({ allow: false, reason: "no" }) }) });`, undefined],
  ["a capability without its method", declaring(`"Get", "Put"`, "get: hello"), /Property 'put' is missing/u],
  ["a capability without its method, from a start", `${head} export default definePlugin({ declaration: { name: "x", sdkVersion: 1, capabilities: ["Get", "Delete"] }, startup: () => ({ get: hello }) });`, /Property 'delete' is missing/u],
  ["no method at all", declaring(`"Enumerate"`, ""), /Property 'enumerate' is missing/u],
  ["a method that is not declared", declaring(`"Get"`, "get: hello, put: hello"), /'put' does not exist in type/u],
  ["a capability that does not exist", declaring(`"Got"`, "get: hello"), /'"Got"' is not assignable|Type '"Got"'/u],
  ["neither operations nor a start", `${head} export default definePlugin({ declaration: { name: "x", sdkVersion: 1, capabilities: ["Get"] } });`, /No overload matches/u],
  ["an SDK version of the future", `${head} export default definePlugin({ declaration: { name: "x", sdkVersion: 2, capabilities: ["Get"] }, operations: { get: hello } });`, /Type '2' is not assignable to type '1'/u],
  ["an answer that is none", declaring(`"Get"`, "get: () => 7"), /number/u],
  ["a Create that names nothing", declaring(`"Create"`, "create: () => hello()"), /Answer<Created>/u],
  ["a request's field that is not there", declaring(`"Get"`, "get: ({ body }) => body.element()"), /'body' does not exist on type 'GetRequest'/u],
  ["a body taken for text without looking", declaring(`"Put"`, "put: ({ body }) => body.text"), /'text' does not exist/u],
  ["a body told apart", declaring(`"Put"`, "put: ({ body }) => (body.renderingType === \"text\" ? body.text : body.reader())"), undefined],
  ["a request that is changed", declaring(`"Get"`, "get: (request) => { request.resourceUri = \"\"; return hello(); }"), /read-only/u],
  ["options taken for texts", declaring(`"Get"`, "get: ({ options }) => { const text: string = options.get(\"A\"); return element(\"\", text); }"), /RequestOption/u],
  ["an option that may be nil taken for text", declaring(`"Get"`, "get: ({ options }) => { const text: string = options.get(\"A\")!.value; return element(\"\", text); }"), /'string \| undefined' is not assignable/u],
  ["a failure with its detail", failing(`failure("invalid-selectors", { detail: "unexpected", code: 5, extended: hello() })`), undefined],
  ["a failure that is not on the list", failing(`failure("went-wrong")`), /"went-wrong"/u],
  ["a detail of another failure", failing(`failure("invalid-selectors", { detail: "missing-values" })`), /"missing-values"/u],
  ["a detail where there is none", failing(`failure("not-found", { detail: "unexpected" })`), /undefined/u],
  ["a failure's message that is no text", failing(`failure("quota", { message: 7 })`), /number/u],
  ["a failure's option that is unknown", failing(`failure("quota", { reason: "x" })`), /'reason' does not exist/u],
  ["an authorization plug-in that answers half", `${head} export default defineAuthorizationPlugin({ declaration: { name: "x", sdkVersion: 1 }, startup: () => ({ authorizeUser: () => ({ allow: true }) }) });`, /authorizeOperation/u],
  ["an authorization that is neither yes nor no", `${head} export default defineAuthorizationPlugin({ declaration: { name: "x", sdkVersion: 1 }, startup: () => ({ authorizeUser: () => true, authorizeOperation: () => ({ allow: true }) }) });`, /boolean/u],
  ["a quota with a limit forgotten", `${head} export default defineAuthorizationPlugin({ declaration: { name: "x", sdkVersion: 1 }, startup: () => ({ authorizeUser: () => ({ allow: true }), authorizeOperation: () => ({ allow: true }), queryQuota: () => ({ timeslotSize: 1 }) }) });`, /maxAllowedConcurrentShells/u],
  ["an HTTP module with its handler", module(`"beginRequest"`, "onBeginRequest: () => RQ_NOTIFICATION_CONTINUE"), undefined],
  ["one with handlers that wait, an end and priorities", module(`"authenticateRequest", "postLogRequest"`, "async onAuthenticateRequest(_context, provider) { await provider.setUser({ userName: \"a\" }); return RQ_NOTIFICATION_CONTINUE; }, onPostLogRequest: (_context, provider) => (provider.getLogEntry().status > 399 ? 0 : 2), dispose() {}", `, priorities: { postLogRequest: "LAST" }`), undefined],
  ["a notification without its handler", module(`"beginRequest", "endRequest"`, "onBeginRequest: () => RQ_NOTIFICATION_CONTINUE"), /Property 'onEndRequest' is missing/u],
  ["a notification that does not exist", module(`"onBeginRequest"`, "onBeginRequest: () => RQ_NOTIFICATION_CONTINUE"), /'"onBeginRequest"' is not assignable/u],
  ["a status that is none", module(`"beginRequest"`, "onBeginRequest: () => 3"), /not assignable to type 'Status'/u],
  ["a user that is set outside of authenticateRequest", module(`"beginRequest"`, "async onBeginRequest(_context, provider) { await provider.setUser(null); return RQ_NOTIFICATION_CONTINUE; }"), /'setUser' does not exist/u],
  ["a priority of a notification that was not declared", module(`"beginRequest"`, "onBeginRequest: () => RQ_NOTIFICATION_CONTINUE", `, priorities: { endRequest: "LAST" }`), /'endRequest' does not exist/u],
  ["rights for an account", module(`"authenticateRequest"`, "async onAuthenticateRequest(_context, provider) { await provider.setUser({ userName: \"a\", isAdministrator: true }); return RQ_NOTIFICATION_CONTINUE; }"), /not assignable|isAdministrator/u],
  ["a certificate that is taken for granted", module(`"beginRequest"`, "onBeginRequest(context) { const { certInfo } = context.getRequest().getClientCertificate(); void certInfo.certEncoded; return RQ_NOTIFICATION_CONTINUE; }"), /'certInfo' is possibly 'null'/u],
  ["a case of the tester that asks nothing", `${head} import { PluginTester } from "wsmanor/testing"; const p = definePlugin({ declaration: { name: "x", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: hello } }); new PluginTester(p).run({ accepts: [{ title: "t", answers: "<a/>" }], refuses: [] });`, /get/u],
  ["a refusal of the tester without a failure", `${head} import { PluginTester } from "wsmanor/testing"; const p = definePlugin({ declaration: { name: "x", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: hello } }); new PluginTester(p).run({ accepts: [{ title: "t", get: {}, answers: hello() }], refuses: [{ title: "r", get: {} }] });`, /with/u],
];

describe("the SDK's types", () => {
  let program: ts.Program;
  const fileOf = (index: number): string => join(projectRoot, "test", `snippet-${index}.ts`);
  before(() => {
    const options: ts.CompilerOptions = {
      strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ["lib.es2023.d.ts"], types: ["node"],
      skipLibCheck: true, exactOptionalPropertyTypes: true,
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    const sources = new Map(snippets.map(([, source], index) => [fileOf(index), source]));
    host.fileExists = (name) => sources.has(name) || fileExists(name);
    host.readFile = (name) => sources.get(name) ?? readFile(name);
    host.getSourceFile = (name, version, ...rest) => (sources.has(name) ? ts.createSourceFile(name, sources.get(name)!, version) : getSourceFile(name, version, ...rest));
    program = ts.createProgram([...sources.keys()], options, host);
  });

  snippets.forEach(([title, , said], index) => {
    it(`${said === undefined ? "take" : "refuse"} ${title}`, () => {
      const source = program.getSourceFile(fileOf(index))!;
      const messages = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
      if (said === undefined) assert.deepEqual(messages, []);
      else assert.match(messages.join("\n"), said);
    });
  });

  it("show no any: what a request holds is typed to its ends", () => {
    const declarations = ["sdk", "testing"].flatMap((name) => program.getSourceFiles().filter(({ fileName }) => new RegExp(`/src/${name}/[^/]+\\.(?:d\\.)?ts$`, "u").test(fileName)));
    assert.ok(declarations.length > 10);
    const found: string[] = [];
    const visit = (file: ts.SourceFile) => (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${file.fileName}: ${node.parent.getText(file).slice(0, 80)}`);
      ts.forEachChild(node, visit(file));
    };
    for (const file of declarations) ts.forEachChild(file, visit(file));
    assert.deepEqual(found, []);
  });
});

describe("what types cannot refuse is refused when the plug-in is loaded", () => {
  const get = () => element("", "Hello");
  const declaration = { name: "x", sdkVersion: 1 as const, capabilities: ["Get"] as const };
  const table: readonly (readonly [title: string, plugin: unknown, said: RegExp])[] = [
    ["a method without its capability", definePlugin({ declaration, startup: () => ({ get, put: get }) }), /has a method put but does not declare Put/u],
    ["a capability without its method", { kind: "operation-plugin", declaration: { ...declaration, capabilities: ["Get", "Delete"] }, operations: { get } }, /declares Delete but has no method delete/u],
    ["a capability that does not exist", { kind: "operation-plugin", declaration: { ...declaration, capabilities: ["get"] }, operations: { get } }, /declares the capability "get", which does not exist[^]*Get/u],
    ["another SDK version", { kind: "operation-plugin", declaration: { ...declaration, sdkVersion: 2 }, operations: { get } }, /SDK version 2; this host speaks version 1/u],
    ["operations and a start", { kind: "operation-plugin", declaration, operations: { get }, startup: () => ({ get }) }, /either operations or a startup function/u],
    ["a start that gives nothing", { kind: "operation-plugin", declaration, startup: () => undefined }, /startup gave nothing/u],
    ["what is no plug-in", { declaration, operations: { get } }, /does not export a plug-in/u],
    ["a shutdown that is no function", { kind: "operation-plugin", declaration, operations: { get, shutdown: 7 } }, /shutdown is not a function/u],
  ];
  for (const [title, plugin, said] of table) {
    it(title, async () => {
      const resources = [{ resourceUri: "urn:x", capabilities: ["Get"] as const }];
      await assert.rejects(startTestHost({ plugins: [{ plugin: plugin as AnyOperationPlugin, name: "x", resources }] }), (error) => error instanceof StartRefused && said.test(error.message));
    });
  }
});
