/**
 * The command in a few files. Node reads and links each module of a program before its first line runs; of a few hundred that takes
 * longer than all the rest of starting a host. Libraries stay outside: they are found in node_modules as ever.
 */
export default {
  input: "dist/src/cli/main.js",
  external: (id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:\\/.test(id),
  output: { dir: "dist/command", format: "es", entryFileNames: "wsmanor.js", chunkFileNames: "[name].js", sourcemap: true },
  treeshake: false,
};
