import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatUsers, type UserRecord } from "../../src/protocol/auth/users-text.js";
import { checkPassword, hashPassword } from "../../src/store/hash-password.js";
import { UsersFile } from "../../src/store/users-file.js";
import { verifyAuditLog } from "../../src/host/logging/audit-chain.js";
import { createRandom } from "../fuzz/random.js";
import { projectRoot } from "../support/project-root.js";
import { post } from "../support/plain-request.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { localAuthorization, startProcess } from "../support/started-host.js";

/** What was found out about one run, for people. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Kills at which the change under way was found made though nobody had been told. */
  readonly madeUntold: number;
  /** Milliseconds until the slowest start after a kill was ready. */
  readonly slowestStart: number;
}

/** Repeatable numbers from 0 to 1. */
function fractions(seed: number): () => number {
  const source = createRandom(seed);
  return () => source.below(1_000_000) / 1_000_000;
}

interface Line {
  readonly begins?: readonly [deed: string, name: string];
  readonly done?: readonly [deed: string, name: string];
  readonly password?: string;
}

/** Kills processes that change accounts, at random moments. @throws when a file is torn, something acknowledged is lost, or anything blocks */
export async function killAccountWriters(rounds: number, seed: number): Promise<KillReport> {
  const root = mkdtempSync(join(tmpdir(), "wsmanor-kill-users-"));
  const next = fractions(seed);
  const hash = await hashPassword("of the old");
  let acknowledged = 0;
  let madeUntold = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const state = join(root, `state-${round}`);
      const accounts = new Map<string, UserRecord>([...Array(600).keys()].map((at) => [`old${at}`, { name: `old${at}`, hash, administrator: false, environment: new Map() }]));
      mkdirSync(state);
      writeFileSync(join(state, "users"), formatUsers(accounts.values()), { mode: 0o600 });
      const lines = await writeUntilKilled(state, next);
      const expected = new Map([...accounts.keys()].map((name) => [name, "of the old"]));
      for (const { done, password } of lines.complete) apply(expected, done!, password!);
      acknowledged += lines.complete.length;
      const found = new Map((await new UsersFile(join(state, "users")).list()).map((user) => [user.name, user.hash]));
      const before = new Map(expected);
      if (lines.open !== undefined) apply(expected, lines.open.begins!, lines.open.password!);
      const isNew = await agrees(found, expected, lines);
      if (isNew && lines.open !== undefined) madeUntold++;
      assert.ok(isNew || (await agrees(found, before, lines)), `round ${round}, seed ${seed}: neither the old nor the new accounts`);
      // The next command is not blocked, and cleans up.
      await new UsersFile(join(state, "users")).remove("old599");
      assert.deepEqual(readdirSync(state).sort(), ["locks", "users"]);
      rmSync(state, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { kills: rounds, acknowledged, madeUntold, slowestStart: 0 };
}

function apply(accounts: Map<string, string>, [deed, name]: readonly [string, string], password: string): void {
  if (deed === "remove") accounts.delete(name);
  else accounts.set(name, password);
}

/** The same names, and the passwords of those that were changed. */
async function agrees(found: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>, { complete, open }: Written): Promise<boolean> {
  if ([...found.keys()].sort().join() !== [...expected.keys()].sort().join()) return false;
  const touched = new Set([...complete.map(({ done }) => done!), ...(open === undefined ? [] : [open.begins!])].filter(([deed]) => deed !== "remove").map(([, name]) => name));
  for (const name of touched) if (expected.has(name) && !(await checkPassword(expected.get(name)!, found.get(name)!))) return false;
  return true;
}

interface Written {
  readonly complete: readonly Line[];
  readonly open: Line | undefined;
}

async function writeUntilKilled(state: string, next: () => number): Promise<Written> {
  const child = spawn(process.execPath, [join(projectRoot, "dist", "test", "support", "account-writer.js"), state, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  const began = new Promise<void>((resolve) => child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes("done")) resolve();
  }));
  const ended = new Promise<string>((resolve) => child.once("close", (code, signal) => resolve(signal ?? `code ${code}`)));
  assert.equal(await Promise.race([began, ended]), undefined, "the writer ends only when it is killed");
  await new Promise((resolve) => setTimeout(resolve, 60 + next() * 150));
  child.kill("SIGKILL");
  assert.equal(await ended, "SIGKILL", text);
  const complete: Line[] = [];
  let open: Line | undefined;
  for (const line of text.split("\n").slice(0, -1).map((each) => JSON.parse(each) as Line)) {
    if (line.begins !== undefined) open = line;
    else {
      complete.push({ ...line, password: open!.password! });
      open = undefined;
    }
  }
  return { complete, open };
}

/** One client that changes its own values of the registry, and knows what it was told. */
class RegistryClient {
  readonly told = new Map<string, string | undefined>();
  underWay: { readonly name: string; readonly value: string | undefined } | undefined;
  acknowledged = 0;

  constructor(readonly key: string, private readonly next: () => number) {}

  async change(url: string, authorization: string, agent: Agent): Promise<void> {
    const name = `v${Math.floor(this.next() * 4)}`;
    const before = this.told.get(name);
    const action = before === undefined ? "create" : this.next() < 0.3 ? "delete" : "put";
    const value = action === "delete" ? undefined : `${name}-${this.acknowledged}-${"x".repeat(Math.floor(this.next() * 2000))}`;
    const body = value === undefined ? "" : `<r:Value xmlns:r="urn:wsmanor:registry"><r:Type>String</r:Type><r:Data>${value}</r:Data></r:Value>`;
    this.underWay = { name, value };
    const answer = await post(url, soapEnvelope({ action: actions[action], resourceUri: "urn:wsmanor:registry", selectors: { Key: this.key, Value: name }, body }), { authorization, agent });
    assert.equal(answer.status, 200, answer.text);
    this.told.set(name, value);
    this.underWay = undefined;
    this.acknowledged++;
  }

  /** @returns was the untold change made? */
  async check(url: string, authorization: string): Promise<boolean> {
    let made = false;
    for (const name of new Set([...this.told.keys(), ...(this.underWay === undefined ? [] : [this.underWay.name])])) {
      const answer = await post(url, soapEnvelope({ action: actions.get, resourceUri: "urn:wsmanor:registry", selectors: { Key: this.key, Value: name } }), { authorization });
      const found = answer.status === 200 ? /<r:Data>([^<]*)<\/r:Data>/u.exec(answer.text)?.[1] : undefined;
      if (found === undefined) assert.match(answer.text, /There is no key|has no value/u);
      const expected = this.told.get(name);
      if (found === expected) continue;
      assert.equal(this.underWay?.name, name, `${this.key}\\${name} is neither what was acknowledged nor what was under way`);
      assert.equal(found, this.underWay?.value);
      made = true;
      this.told.set(name, found);
    }
    this.underWay = undefined;
    return made;
  }
}

/** Kills a host that changes its registry over HTTP, at random moments, and starts it anew on what is there. */
export async function killRegistryHosts(rounds: number, seed: number): Promise<KillReport> {
  const root = mkdtempSync(join(tmpdir(), "wsmanor-kill-registry-"));
  const state = join(root, "state");
  const next = fractions(seed);
  const clients = [...Array(4).keys()].map((at) => new RegistryClient(`Kill\\Client${at}`, next));
  let madeUntold = 0;
  let slowestStart = 0;
  let host: ReturnType<typeof startProcess> | undefined;
  try {
    for (let round = 0; round <= rounds; round++) {
      const began = performance.now();
      host = startProcess(state);
      const [url = ""] = await host.ready();
      if (round > 0) slowestStart = Math.max(slowestStart, performance.now() - began);
      const authorization = localAuthorization(state);
      for (const client of clients) if (await client.check(url, authorization)) madeUntold++;
      checkState(state, round);
      if (round === rounds) break;
      const agent = new Agent({ keepAlive: true });
      let killed = false;
      const changing = clients.map(async (client) => {
        try {
          for (;;) await client.change(url, authorization, agent);
        } catch (error) {
          if (!killed || error instanceof assert.AssertionError) throw error;
        }
      });
      // Not before something was acknowledged, however slow the machine is; then at any moment.
      const told = (): number => clients.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
      for (const before = told(); told() === before; ) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, next() * 120));
      killed = true;
      host.process.kill("SIGKILL");
      await Promise.all([...changing, host.ended]);
      agent.destroy();
    }
    host!.process.kill("SIGTERM");
    assert.equal(await host!.ended, 0);
  } finally {
    host?.process.kill("SIGKILL");
    await host?.ended;
    rmSync(root, { recursive: true, force: true });
  }
  return { kills: rounds, acknowledged: clients.reduce((sum, { acknowledged }) => sum + acknowledged, 0), madeUntold, slowestStart: Math.round(slowestStart) };
}

/** Nothing is left over, the audit log is whole. */
function checkState(state: string, round: number): void {
  const documents = readdirSync(join(state, "plugins", "_2f_wsman", "registry"));
  assert.deepEqual(documents.filter((name) => name !== "registry.json"), []);
  for (const folder of ["host", "users"]) assert.ok(readdirSync(join(state, "locks", folder)).length <= 2, folder);
  const { lines, broken } = verifyAuditLog([join(state, "audit.log")]);
  assert.equal(broken, undefined);
  if (round > 0) assert.ok(lines > 0);
  assert.doesNotMatch(readFileSync(join(state, "audit.log"), "utf8"), /"allowed":false/u);
}
