import { describe, it } from "node:test";
import { childElements, childText, textOf } from "../sdk/read-element.js";
import type { XmlElement } from "../base/xml-element.js";
import type { AuthorizationPlugin } from "../sdk/define-authorization-plugin.js";
import { checkAuthorizationCases, type AllowsCase, type AuthorizationCases, type AuthorizationQuestion, type DeniesCase, type RedirectsCase } from "./authorization-cases.js";
import { CaseFailed } from "./case-failed.js";
import { describeFault } from "./describe-answer.js";
import { ManualClock } from "./manual-clock.js";
import { LazyCases, LeftBehind, type CaseOutcome } from "./plugin-tester.js";
import { patiently } from "./patiently.js";
import { probePlugin } from "./probe-plugin.js";
import { settled } from "./settled.js";
import { startTestHost, type TestHost } from "./start-test-host.js";
import type { TestUser } from "./test-host-options.js";
import { LeftoverWatch } from "./watch-leftovers.js";
import { WsmanFault } from "./wsman-fault.js";

export interface AuthorizationTesterOptions {
  /** The accounts that ask. Default: `tester`, no administrator. */
  readonly users?: Readonly<Record<string, TestUser>>;
}

/** Milliseconds of real time that an answer may take. */
const patience = 5000;

type Check = (host: TestHost) => Promise<void>;

/**
 * Runs a table of cases against an authorization plug-in on a real host in memory, in front of an operation plug-in that says as whom it
 * was called. Every case starts the plug-in anew. What takes several requests (quotas, refreshing) is shown with `startTestHost`.
 */
export class AuthorizationTester {
  readonly #plugin: AuthorizationPlugin;
  readonly #users: Readonly<Record<string, TestUser>>;

  constructor(plugin: AuthorizationPlugin, { users = { tester: {} } }: AuthorizationTesterOptions = {}) {
    this.#plugin = plugin;
    this.#users = users;
  }

  /** Registers the cases with Node's test runner (`node --test`). */
  run(cases: AuthorizationCases): void {
    void describe(`authorization plug-in ${this.#plugin.declaration?.name}`, () => {
      void it("has cases that are worth running", () => this.#checkTable(cases));
      for (const [each, check] of checksOf(cases)) void it(each.title, () => this.#run(each, check));
    });
  }

  /** For other runners: runs everything, one case after the other. @throws LazyCases before anything runs */
  async outcomes(cases: AuthorizationCases): Promise<readonly CaseOutcome[]> {
    this.#checkTable(cases);
    const outcomes: CaseOutcome[] = [];
    for (const [each, check] of checksOf(cases)) {
      const problem = await this.#run(each, check).then(() => undefined, (error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      outcomes.push({ title: each.title, problem });
    }
    return outcomes;
  }

  #checkTable(cases: AuthorizationCases): void {
    const problems = checkAuthorizationCases(cases, Object.keys(this.#users));
    if (problems.length > 0) throw new LazyCases(problems);
  }

  async #run({ resourceUri }: AuthorizationQuestion, check: Check): Promise<void> {
    await settled(1);
    const clock = new ManualClock();
    const watch = new LeftoverWatch().start();
    let failed = true;
    try {
      const host = await startTestHost({
        clock, users: this.#users, authorization: { plugin: this.#plugin, supportsQuota: false }, plugins: [{ plugin: probePlugin, resources: [{ resourceUri, exactMatch: true }] }],
      });
      try {
        await check(host);
        failed = false;
      } finally {
        await host.stop();
      }
    } finally {
      const left = await watch.stop();
      if (!failed && left.length > 0) throw new LeftBehind(left);
    }
  }
}

function checksOf({ allows, denies, redirects = [] }: AuthorizationCases): readonly (readonly [AuthorizationQuestion, Check])[] {
  return [
    ...allows.map((each) => [each, (host: TestHost) => checkAllowed(each, host)] as const),
    ...denies.map((each) => [each, (host: TestHost) => checkDenied(each, host)] as const),
    ...redirects.map((each) => [each, (host: TestHost) => checkRedirected(each, host)] as const),
  ];
}

/** @returns who the operation ran as, where its answer can say; the fault when it did not run */
async function ask({ user, operation }: AuthorizationQuestion, host: TestHost): Promise<XmlElement | WsmanFault | undefined> {
  const body = "<Probe/>";
  try {
    switch (operation) {
      case "Get": return await host.get({ user });
      case "Put": return (await host.put({ user, body })) as XmlElement;
      case "Invoke": return await host.invoke({ user, method: "Probe", body });
      case "Enumerate": return (await host.enumerate({ user })).items[0]?.object;
      case "Create": await host.create({ user, body }); break;
      case "Delete": await host.delete({ user }); break;
    }
    // What these answer does not tell; the same user's Get does.
    return undefined;
  } catch (error) {
    if (error instanceof WsmanFault) return error;
    throw error;
  }
}

async function answerTo(each: AuthorizationQuestion, host: TestHost): Promise<XmlElement | WsmanFault | undefined> {
  const asked = ask(each, host);
  asked.catch(() => undefined);
  if (each.advance !== undefined) await host.advance(each.advance);
  return patiently(each.operation, patience, asked);
}

async function checkAllowed(each: AllowsCase, host: TestHost): Promise<void> {
  const answer = await answerTo(each, host);
  if (answer instanceof WsmanFault) throw new CaseFailed(`${each.user} was denied.`, `${each.operation} is allowed`, describeFault(answer, host.logger));
  const asksMore = each.runsAs !== undefined || each.isAdministrator !== undefined || each.environment !== undefined;
  if (!asksMore) return;
  if (answer === undefined) throw new CaseFailed(`${each.operation} cannot show as whom it runs.`, "Get, Put, Invoke or Enumerate", each.operation);
  const compare = (what: string, expected: string | undefined, came: string): void => {
    if (expected !== undefined && expected !== came) throw new CaseFailed(what, expected, came);
  };
  compare("It runs as somebody else.", each.runsAs, childText(answer, "Name") ?? "");
  compare("isAdministrator is another.", each.isAdministrator === undefined ? undefined : String(each.isAdministrator), childText(answer, "IsAdministrator") ?? "");
  const environment = new Map(childElements(answer, "Variable").map((variable) => textOf(variable).split(/=(.*)/su).slice(0, 2) as [string, string]));
  for (const [name, value] of Object.entries(each.environment ?? {})) compare(`The variable ${name} is another.`, value, environment.get(name.toUpperCase()) ?? "not set");
}

async function checkDenied(each: DeniesCase, host: TestHost): Promise<void> {
  const answer = await answerTo(each, host);
  if (!(answer instanceof WsmanFault)) throw new CaseFailed(`${each.user} was allowed.`, `${each.operation} is denied`, `${each.operation} was done`);
  if (answer.subcode !== "w:AccessDenied") throw new CaseFailed("It failed otherwise.", "w:AccessDenied", describeFault(answer, host.logger));
  if (each.advance === undefined && host.logger.find(/^denied: authorization plug-in ".*" (?:failed|has not answered|does not serve)/u).length > 0) throw new CaseFailed("The plug-in did not deny, it failed; that is taken as no.", "a decision", describeFault(answer, host.logger));
  const { reason } = each;
  if (reason === undefined) return;
  const said = host.logger.lines.map(({ message, fields }) => [message, ...Object.values(fields)].join(" "));
  if (!said.some((line) => (typeof reason === "string" ? line.includes(reason) : reason.test(line)))) throw new CaseFailed("The log gives another reason.", String(reason), said.join("\n"));
}

async function checkRedirected(each: RedirectsCase, host: TestHost): Promise<void> {
  const answer = await answerTo(each, host);
  const came = answer instanceof WsmanFault ? describeFault(answer, host.logger) : `${each.operation} was done`;
  if (!(answer instanceof WsmanFault) || answer.code !== 0x80338199 || answer.extended !== each.to) throw new CaseFailed(`${each.user} was not sent there.`, each.to, came);
}
