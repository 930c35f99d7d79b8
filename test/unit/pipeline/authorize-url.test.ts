import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { UrlRule } from "../../../src/pipeline/application-guards.js";
import { GuardedPipeline, type Asked } from "../../support/guarded-pipeline.js";

const place = { file: "web.config", line: 9, column: 5 };

/** `users=a,b roles=c verbs=GET`. */
function rule(text: string): UrlRule {
  const parts = new Map(text.split(" ").map((part) => part.split("=") as [string, string]));
  const list = (name: string): string[] => parts.get(name)?.split(",") ?? [];
  return { users: list("users"), roles: list("roles"), verbs: list("verbs"), place };
}

const guarded = (deny: readonly string[], allow: readonly string[]): GuardedPipeline =>
  new GuardedPipeline({ authorization: { deny: deny.map(rule), allow: allow.map(rule), machineName: "machine" } });

const alice: Asked = { user: { name: "Alice" } };
const root: Asked = { user: { name: "root", isAdministrator: true } };
const nobody: Asked = {};

describe("authorization", () => {
  const cases: readonly { readonly deny?: readonly string[]; readonly allow?: readonly string[]; readonly asked: Asked; readonly outcome: string }[] = [
    { allow: ["users=*"], asked: alice, outcome: "200" },
    { allow: ["users=*"], asked: nobody, outcome: "200" },
    { allow: ["users=alice"], asked: alice, outcome: "200" },
    { allow: ["users=bob,alice"], asked: alice, outcome: "200" },
    { allow: ["users=bob"], asked: alice, outcome: "403" },
    { allow: ["users=bob"], asked: nobody, outcome: "401.2" },
    { allow: ["users=?"], asked: nobody, outcome: "200" },
    { allow: ["users=?"], asked: alice, outcome: "403" },
    { deny: ["users=?"], allow: ["users=*"], asked: nobody, outcome: "401.2" },
    { deny: ["users=?"], allow: ["users=*"], asked: alice, outcome: "200" },
    { deny: ["users=alice"], allow: ["users=*"], asked: alice, outcome: "403" },
    { deny: ["users=bob"], allow: ["users=*"], asked: alice, outcome: "200" },
    { deny: ["users=alice"], allow: ["users=alice"], asked: alice, outcome: "403" },
    { allow: ["users=machine\\alice"], asked: alice, outcome: "200" },
    { allow: ["users=.\\alice"], asked: alice, outcome: "200" },
    { allow: ["users=contoso\\alice"], asked: alice, outcome: "403" },
    { allow: ["users=contoso\\alice"], asked: { user: { name: "CONTOSO\\Alice" } }, outcome: "200" },
    { allow: ["users=alice"], asked: { user: { name: "CONTOSO\\Alice" } }, outcome: "403" },
    { allow: ["roles=administrators"], asked: root, outcome: "200" },
    { allow: ["roles=administrators"], asked: alice, outcome: "403" },
    { allow: ["roles=administrators"], asked: nobody, outcome: "401.2" },
    { allow: ["roles=builtin\\administrators"], asked: root, outcome: "200" },
    { allow: ["roles=machine\\administrators"], asked: root, outcome: "200" },
    { allow: ["roles=contoso\\administrators"], asked: root, outcome: "403" },
    { allow: ["roles=operators"], asked: root, outcome: "403" },
    { deny: ["roles=administrators"], allow: ["users=*"], asked: root, outcome: "403" },
    { allow: ["users=bob roles=administrators"], asked: root, outcome: "200" },
    { allow: ["users=* verbs=POST"], asked: alice, outcome: "200" },
    { allow: ["users=* verbs=post"], asked: alice, outcome: "403" },
    { allow: ["users=* verbs=GET,POST"], asked: { ...alice, method: "PUT" }, outcome: "403" },
    { deny: ["users=* verbs=GET"], allow: ["users=*"], asked: alice, outcome: "200" },
    { deny: ["users=* verbs=GET"], allow: ["users=*"], asked: { ...alice, method: "GET" }, outcome: "403" },
    { allow: ["verbs=POST"], asked: alice, outcome: "403" },
    { deny: ["verbs=POST"], allow: ["users=*"], asked: alice, outcome: "200" },
    { asked: root, outcome: "403" },
  ];
  for (const { deny = [], allow = [], asked, outcome } of cases) {
    it(`deny [${deny.join("; ")}] allow [${allow.join("; ")}]: ${asked.user?.name ?? "nobody"} ${asked.method ?? ""} gets ${outcome}`, async () => assert.equal(await guarded(deny, allow).outcome(asked), outcome));
  }

  it("challenges whom nobody knows, and not whom it knows", async () => {
    assert.deepEqual((await guarded([], ["users=bob"]).ask(nobody)).headers, [["WWW-Authenticate", "Test"]]);
    assert.deepEqual((await guarded([], ["users=bob"]).ask(alice)).headers, []);
  });

  it("the log names user and rule", async () => {
    const pipeline = guarded(["users=alice"], ["users=*"]);
    await pipeline.ask(alice);
    const [line] = pipeline.logger.lines.filter(({ message }) => message === "request refused");
    assert.deepEqual([line?.fields["user"], line?.fields["reason"]], ["Alice", "denied by web.config:9:5"]);
  });
});
