import { strict as assert } from "node:assert";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Diagnostic } from "../../../src/base/diagnostic.js";
import { didYouMean } from "../../../src/configuration/did-you-mean.js";
import { loadSchemaFiles } from "../../../src/configuration/load-schema-files.js";
import { parseXml } from "../../../src/configuration/load-xml.js";
import { lockAttributeNames } from "../../../src/configuration/lock-attributes.js";
import { nodeFileAccess } from "../../../src/configuration/node-file-access.js";
import { readDocument } from "../../../src/configuration/read-document.js";
import { readSchema } from "../../../src/configuration/read-schema.js";
import { Report } from "../../../src/configuration/report.js";
import { childNames, childMeaning, type ElementSchema } from "../../../src/configuration/schema-model.js";
import { definitionLevels } from "../../../src/configuration/section-declarations.js";
import { sectionValidators } from "../../../src/configuration/section-validators.js";
import { sourceFile } from "../../../src/configuration/source-file.js";
import { schemaDirectory } from "../../support/golden-configuration.js";

/**
 * Every known name is misspelt where it stands in a real file, and what the administrator is shown must point at the misspelt token and
 * suggest the name. Mutants are drawn with a fixed seed: letters left out, added, replaced, swapped with their neighbour, in wrong case.
 */
const mutantsOfEachKind = 6;

let seed = 0x2f6e2b1;
/** A whole number below `limit`; mulberry32. */
function draw(limit: number): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const letter = (): string => letters[draw(letters.length)]!;
const kinds: Readonly<Record<string, (name: string, at: number) => string>> = {
  deletion: (name, at) => name.slice(0, at) + name.slice(at + 1),
  insertion: (name, at) => name.slice(0, at + 1) + letter() + name.slice(at + 1),
  substitution: (name, at) => name.slice(0, at) + letter() + name.slice(at + 1),
  transposition: (name, at) => (at + 1 < name.length ? name.slice(0, at) + name[at + 1]! + name[at]! + name.slice(at + 2) : name),
  case: (name, at) => name.slice(0, at) + (name[at] === name[at]!.toLowerCase() ? name[at].toUpperCase() : name[at]!.toLowerCase()) + name.slice(at + 1),
};

interface Name {
  readonly name: string;
  /** Everything else that would be right in its place. */
  readonly siblings: readonly string[];
  /** Values compare without case, names do not. */
  readonly foldsCase: boolean;
  /** A file around it. */
  write(name: string): string;
}

const declarations = `<configSections><sectionGroup name="system.applicationHost"><section name="sites"/><section name="listener"/></sectionGroup>
  <sectionGroup name="system.webServer"><section name="handlers"/><section name="system.management.wsmanagement.config"/><section name="wsmanor"/>
  <section name="globalModules"/><section name="modules"/><section name="serverRuntime"/>
  <sectionGroup name="security"><section name="access"/><section name="authorization"/><section name="ipSecurity"/><sectionGroup name="authentication"><section name="anonymousAuthentication"/><section name="basicAuthentication"/>
  <section name="windowsAuthentication"/><section name="iisClientCertificateMappingAuthentication"/></sectionGroup></sectionGroup>
  </sectionGroup></configSections>`;
const file = (content: string): string => `<?xml version="1.0"?>\n<configuration>${declarations}\n${content}\n</configuration>`;
const wrap = (path: readonly string[], content: string): string => path.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, content);

function* namesOfSchema(path: readonly string[], schema: ElementSchema): Generator<Name> {
  const [element, parents] = [path.at(-1)!, path.slice(0, -1)];
  const attributes = [...schema.attributes.keys()];
  for (const name of [...attributes, ...lockAttributeNames]) {
    yield { name, siblings: [...attributes, ...lockAttributeNames, "configSource"], foldsCase: false, write: (written) => file(wrap(parents, `<${element} ${written}="1"/>`)) };
  }
  for (const { name: attribute, members, type } of schema.attributes.values()) {
    const values = type === "bool" ? ["true", "false"] : members.map(({ name }) => name);
    for (const name of values) yield { name, siblings: values, foldsCase: true, write: (written) => file(wrap(parents, `<${element} ${attribute}="${written}"/>`)) };
  }
  const children = childNames(schema);
  for (const name of children) {
    yield { name, siblings: children, foldsCase: false, write: (written) => file(wrap(path, `<${written}/>`)) };
    const meaning = childMeaning(schema, name)!;
    if (meaning.kind === "element" || meaning.kind === "add") yield* namesOfSchema([...path, name], meaning.kind === "element" ? meaning.schema : meaning.collection.entry);
  }
}

function* namesOfDocuments(): Generator<Name> {
  const list = function* (siblings: readonly string[], write: Name["write"], foldsCase = false): Generator<Name> {
    for (const name of siblings) yield { name, siblings, foldsCase, write };
  };
  yield* list(["configuration"], (name) => `<${name}/>`);
  yield* list(["sectionGroup", "section"], (name) => `<configuration><configSections><${name} name="x"/></configSections></configuration>`);
  const sectionAttributes = ["name", "type", "overrideModeDefault", "allowDefinition", "allowLocation", "requirePermission", "restartOnExternalChanges"];
  yield* list(sectionAttributes, (name) => `<configuration><configSections><section ${name}="x"/></configSections></configuration>`);
  yield* list(["Allow", "Deny"], (value) => `<configuration><configSections><section name="x" overrideModeDefault="${value}"/></configSections></configuration>`, true);
  yield* list(definitionLevels, (value) => `<configuration><configSections><section name="x" allowDefinition="${value}"/></configSections></configuration>`, true);
  yield* list(["path", "overrideMode", "allowOverride", "inheritInChildApplications"], (name) => file(`<location ${name}="x"/>`));
  yield* list(["Allow", "Deny", "Inherit"], (value) => file(`<location overrideMode="${value}"/>`), true);
  yield* list(["system.applicationHost", "system.webServer", "location", "configSections"], (name) => file(`<${name}/>`));
  yield* list(["sites", "listener"], (name) => file(wrap(["system.applicationHost"], `<${name}/>`)));
  yield* list(["handlers", "globalModules", "modules", "serverRuntime", "system.management.wsmanagement.config", "wsmanor", "security"], (name) => file(wrap(["system.webServer"], `<${name}/>`)));
  yield* list(["access", "authorization", "ipSecurity", "authentication"], (name) => file(wrap(["system.webServer", "security"], `<${name}/>`)));
  yield* list(["anonymousAuthentication", "basicAuthentication", "windowsAuthentication", "iisClientCertificateMappingAuthentication"], (name) => file(wrap(["system.webServer", "security", "authentication"], `<${name}/>`)));
}

describe("misspelt where they stand", () => {
  const report = new Report();
  const schema = readSchema(loadSchemaFiles(schemaDirectory, nodeFileAccess, report), report);
  const validators = sectionValidators(join(schemaDirectory, "compiled", "section-validators.cjs"));

  /** What is said about the token. */
  const look = (text: string, token: string): readonly Diagnostic[] => {
    const found = new Report();
    const { source, root } = parseXml(sourceFile("/c/applicationHost.config", text), found, "configuration");
    readDocument(source, root!, { level: "server", inherited: new Map(), schema, validators, files: nodeFileAccess, report: found });
    return found.diagnostics.filter(({ place, sourceLine, length }) => sourceLine!.slice(place!.column - 1, place!.column - 1 + length!) === token);
  };

  it("every name finds its suggestion, at the right token, for at least nine typos in ten", () => {
    const names = [...namesOfDocuments(), ...[...schema.values()].flatMap(({ path, element }) => [...namesOfSchema(path.split("/"), element)])];
    const weak: string[] = [];
    let [right, all] = [0, 0];
    for (const { name, siblings, foldsCase, write } of names) {
      const known = new Set(siblings.map((each) => (foldsCase ? each.toLowerCase() : each)));
      const mutants = new Set<string>();
      for (const mutate of Object.values(kinds)) for (let nth = 0; nth < mutantsOfEachKind; nth++) mutants.add(mutate(name, draw(name.length)));
      // `nods` is as near to `node` as to `nodes`: nobody can say which was meant.
      const others = siblings.filter((each) => each !== name);
      const wrong = [...mutants].filter((mutant) => /^[A-Za-z][\w.]*$/u.test(mutant) && !known.has(foldsCase ? mutant.toLowerCase() : mutant) && didYouMean(mutant, others, 1) === undefined);
      const hits = wrong.filter((mutant) => look(write(mutant), mutant).some(({ didYouMean }) => didYouMean === name));
      if (hits.length < wrong.length * 0.9) weak.push(`${name} of ${siblings.join(",")}: ${hits.length} of ${wrong.length}; not ${wrong.filter((mutant) => !hits.includes(mutant)).join(", ")}`);
      [right, all] = [right + hits.length, all + wrong.length];
    }
    assert.ok(names.length > 400 && all > 8000, `only ${names.length} names, ${all} typos`);
    assert.deepEqual(weak, []);
    assert.ok(right >= all * 0.95, `${right} of ${all}`);
  });
});
