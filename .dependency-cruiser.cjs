// The import table of docs/decisions/0001-the-house.md, executable: one row a folder, everything not named is forbidden, type imports
// count. A rule's comment says where the thing belongs instead.
const core = ["base"];
const rooms = {
  base: { may: [], why: "shared values depend on nothing; put what needs more into the room that owns it" },
  sdk: { may: ["base"], why: "authors never see wire words or Node; shared values belong to base" },
  "protocol/xml": { may: core, why: "a core takes bytes and values; limits and ids are parameters" },
  "protocol/auth": { may: core, why: "a core takes bytes and values; hashing is a parameter" },
  "protocol/x509": { may: core, why: "certificates and lists are read here; keys, clocks and trust are listener's" },
  "protocol/tls": { may: core, why: "the first message of a client, before there is a server for it" },
  "protocol/wql": { may: core, why: "queries see values; what a class is, it is told" },
  "protocol/xpath": { may: core, why: "paths see elements; prefixes are parameters" },
  "protocol/soap": { may: [...core, "protocol/xml"], why: "soap sees xml only" },
  "protocol/wsman": { may: [...core, "protocol/xml", "protocol/soap"], why: "wsman sees soap and xml only" },
  "protocol/wbxml": { may: core, why: "octets to elements and back; which words a language has is a parameter" },
  "protocol/syncml": { may: [...core, "protocol/xml", "protocol/wbxml"], why: "one message, two encodings; what it is about is unknown here" },
  "protocol/dm": {
    may: [...core, "protocol/xml", "protocol/wbxml", "protocol/syncml", "protocol/auth"],
    why: "what device management says with messages: addresses, rights, definitions, proofs; hashing and randomness are parameters",
  },
  store: { may: [...core, "protocol/auth"], why: "one interface a file; it never reads wire messages" },
  configuration: { may: [...core, "protocol/xml"], why: "text to checked settings; everything that runs is handed settings by host" },
  listener: { may: [...core, "protocol/x509", "protocol/tls"], why: "it is handed a function; the pipeline is unknown to it" },
  pipeline: { may: [...core, "sdk", "protocol", "store"], why: "applications and settings are handed in by host" },
  routing: { may: [...core, "sdk"], why: "it defines the port; plug-in host fits it structurally" },
  "plugin-host": { may: [...core, "sdk"], why: "no wire words, no routing" },
  "apps/wsman": { may: [...core, "sdk", "protocol", "routing", "store"], why: "apps do not know each other, plug-in host or configuration" },
  "apps/admin": { may: [...core, "sdk", "protocol", "routing", "store"], why: "apps do not know each other, plug-in host or configuration" },
  "dm-client": {
    may: [...core, "sdk", "protocol"],
    why: "the device's end of a session; sockets, files and providers are handed in by host",
  },
  negotiate: { may: core, why: "native drivers stand behind the port in base; HTTP, accounts and configuration are the pipeline's and host's" },
  host: {
    may: [...core, "sdk", "protocol", "store", "configuration", "listener", "pipeline", "negotiate", "routing", "plugin-host", "apps", "dm-client"],
    why: "compose.ts is where parts meet; plug-ins are loaded by path at run time, command and testing sit above",
  },
  mock: { may: [...core, "sdk", "protocol", "configuration", "host"], why: "the double is the real host with a plug-in in memory" },
  testing: { may: [...core, "sdk", "protocol", "configuration", "host", "mock"], why: "the author's harness is the real host" },
  cli: { may: [...core, "protocol", "configuration", "host", "mock"], why: "apps and stores are reached through host" },
};

const folder = (name) => `^src/${name}/`;
const forbidden = Object.entries(rooms).map(([name, { may, why }]) => ({
  name: `room-${name.replace("/", "-")}`,
  comment: `src/${name} may import ${["itself", ...may].join(", ")}: ${why}`,
  severity: "error",
  from: { path: folder(name) },
  to: { path: "^(src|plugins)/", pathNot: [folder(name), ...may.map(folder)] },
}));

module.exports = {
  forbidden: [
    ...forbidden,
    {
      name: "no-cycles",
      comment: "A cycle means two files are one thing or a third is missing.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "pure-cores",
      comment: "base, sdk and protocol know no Node module and no package: abilities are parameters.",
      severity: "error",
      from: { path: "^src/(base|sdk|protocol)/" },
      to: { dependencyTypes: ["core", "npm", "npm-optional", "npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "plugins-know-the-sdk-only",
      comment: "A plug-in folder is copied whole by authors: it may name wsmanor/sdk (tests also wsmanor/testing), its own folder and Node.",
      severity: "error",
      from: { path: "^plugins/([^/]+)/" },
      to: { path: "^(src|plugins)/", pathNot: ["^plugins/$1/", "^src/sdk/index", "^src/testing/index", "^dist/src/(sdk|testing)/index"] },
    },
    {
      name: "known-rooms",
      comment: "A new folder under src needs a row in the table.",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: Object.keys(rooms).map(folder) },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^dist/" },
    exclude: { path: "^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { conditionNames: ["types", "import", "default"], exportsFields: ["exports"] },
  },
};
