import type { FuzzTarget } from "./fuzz-target.js";
import { application } from "./targets/application.js";
import { commandArguments } from "./targets/arguments.js";
import { basic } from "./targets/basic.js";
import { certificates } from "./targets/certificates.js";
import { clientAnswer } from "./targets/client-answer.js";
import { clientHello } from "./targets/client-hello.js";
import { configurationEdits } from "./targets/configuration-edits.js";
import { configuration } from "./targets/configuration.js";
import { contentType } from "./targets/content-type.js";
import { deviceDocuments } from "./targets/device-documents.js";
import { envelope } from "./targets/envelope.js";
import { forwardedFields } from "./targets/forwarded-fields.js";
import { htpasswd } from "./targets/htpasswd.js";
import { http } from "./targets/http.js";
import { isolationFrames } from "./targets/isolation-frames.js";
import { isolationLines } from "./targets/isolation-lines.js";
import { isolationMessages } from "./targets/isolation-messages.js";
import { like } from "./targets/like.js";
import { loginTokens } from "./targets/login-tokens.js";
import { nodeAddresses } from "./targets/node-addresses.js";
import { notifications } from "./targets/notifications.js";
import { resourceUris } from "./targets/resource-uris.js";
import { revocationLists } from "./targets/revocation-lists.js";
import { schema } from "./targets/schema.js";
import { sealedBodies } from "./targets/sealed-bodies.js";
import { selectors } from "./targets/selectors.js";
import { shellBodies } from "./targets/shell-bodies.js";
import { smallSettings } from "./targets/small-settings.js";
import { syncmlMessages } from "./targets/syncml-messages.js";
import { users } from "./targets/users.js";
import { valuePatterns } from "./targets/value-patterns.js";
import { values } from "./targets/values.js";
import { wbxmlDocuments } from "./targets/wbxml-documents.js";
import { wql } from "./targets/wql.js";
import { xmlOctets } from "./targets/xml-octets.js";
import { xmlScanner } from "./targets/xml-scanner.js";
import { xmlTree } from "./targets/xml-tree.js";
import { xmlWriter } from "./targets/xml-writer.js";
import { xpath } from "./targets/xpath.js";

/** Any input goes into its own target only. */
const of = (...targets: readonly unknown[]): readonly FuzzTarget[] => targets as readonly FuzzTarget[];

/** Every reader that takes what strangers wrote, by who wrote it. */
export const targetsBySource: Readonly<Record<string, readonly FuzzTarget[]>> = {
  "octets and texts of clients": of(http, clientHello, certificates, basic, loginTokens, sealedBodies, forwardedFields, contentType, xmlOctets, xmlScanner, xmlWriter, selectors, values, wql, like, xpath, resourceUris),
  "messages of clients": of(envelope, shellBodies, application),
  "messages of devices": of(wbxmlDocuments, syncmlMessages, nodeAddresses, notifications, deviceDocuments),
  "files": of(xmlTree, configuration, configurationEdits, schema, smallSettings, users, htpasswd, revocationLists, valuePatterns),
  "what plug-ins, servers and the command's users say": of(isolationFrames, isolationMessages, isolationLines, commandArguments, clientAnswer),
};

export const allTargets: readonly FuzzTarget[] = Object.values(targetsBySource).flat();
