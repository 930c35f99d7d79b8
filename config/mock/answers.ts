import { defineMock } from "wsmanor/testing";

let count = 0;

/** What YAML cannot say: matches and replies that are functions. */
export default defineMock({
  users: { vagrant: "vagrant" },
  commands: [
    { match: /^echo /u, reply: (call) => ({ stdout: call.kind === "command" ? `${call.line.slice(5)}\r\n` : "" }) },
    { match: "count", reply: () => ({ stdout: String(++count) }) },
  ],
});
