import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextState, type Life } from "../../../src/base/next-state.js";
import { alertCodes, isAlertCode, isUserAlert, LOGIN_STATUS, readLoginStatus, readMark } from "../../../src/protocol/dm/alerts.js";
import { clientLife, serverLife } from "../../../src/protocol/dm/session-states.js";
import { readUserAlertOptions } from "../../../src/protocol/dm/user-alert-options.js";

describe("alerts", () => {
  it("have the codes of the specification; reserved ones are none", () => {
    assert.deepEqual(Object.values(alertCodes).sort(), ["1100", "1101", "1102", "1103", "1104", "1200", "1201", "1222", "1223", "1224", "1225", "1226"]);
    for (const code of ["1105", "1199", "1202", "1221", "1227", "1299", "", "display", "toString"]) assert.equal(isAlertCode(code), false, code);
    assert.deepEqual(Object.values(alertCodes).filter(isUserAlert), ["1100", "1101", "1102", "1103", "1104"]);
  });
  it("say who is signed in, in any case; of an unknown word nothing is made", () => {
    assert.deepEqual(["user", "Others", " none\n", "admin", ""].map((data) => readLoginStatus(LOGIN_STATUS, data)), ["user", "others", "none", undefined, undefined]);
    assert.equal(readLoginStatus("COM.Microsoft/mdm/LOGINSTATUS", "user"), "user");
    assert.deepEqual(["com.microsoft.mdm.synctype", undefined].map((type) => readLoginStatus(type, "user")), [undefined, undefined]);
  });
  it("matter as they say, and are informational when they do not", () => {
    assert.deepEqual(["fatal", "Critical", "", "odd", undefined].map(readMark), ["fatal", "critical", "informational", "informational", "informational"]);
  });
  it("put their questions as their options say; what is no option is passed over", () => {
    assert.deepEqual(readUserAlertOptions("MINDT=10&MAXDT=60&DR=2-3&MAXLEN=8&IT=N&ET=P"), { minimumDisplay: 10, maximumDisplay: 60, defaultResponse: "2-3", maximumLength: 8, inputType: "numeric", echo: "password" });
    assert.deepEqual(readUserAlertOptions("dr=John%20Doe+Jr&it=x&MINDT=soon&FOO=1&=2&MAXDT"), { defaultResponse: "John Doe Jr" });
    assert.deepEqual([readUserAlertOptions(""), readUserAlertOptions("DR=%ZZ"), readUserAlertOptions("IT=toString&ET=constructor")], [{}, { defaultResponse: "%ZZ" }, {}]);
  });
});

/** Every state with every event: an arrow leads to a state that there is, an end has none, and from everywhere an end can be reached. */
function walk<S extends string, E extends string>(life: Life<S, E>, start: S, ends: readonly S[]): Readonly<Record<string, string>> {
  const states = Object.keys(life) as S[];
  const events = [...new Set(states.flatMap((state) => Object.keys(life[state]) as E[]))];
  const arrows: Record<string, string> = {};
  for (const state of states) for (const event of events) {
    const next = nextState(life, state, event);
    if (next === undefined) continue;
    assert.ok(states.includes(next));
    arrows[`${state} ${event}`] = next;
  }
  const reachable = (from: S, seen = new Set<S>()): ReadonlySet<S> => {
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const event of events) {
      const next = nextState(life, from, event);
      if (next !== undefined) reachable(next, seen);
    }
    return seen;
  };
  assert.deepEqual([...reachable(start)].sort(), [...states].sort(), "every state is reached");
  for (const state of states) {
    const isEnd = ends.includes(state);
    assert.equal(events.some((event) => nextState(life, state, event) !== undefined), !isEnd, state);
    assert.ok([...reachable(state)].some((each) => ends.includes(each)), state);
  }
  return arrows;
}

describe("the life of a session", () => {
  it("a server's end: challenged until it is accepted, managing until nothing is left", () => {
    const arrows = walk(serverLife, "new", ["closed", "aborted", "expired"]);
    assert.deepEqual(Object.keys(arrows).filter((arrow) => arrows[arrow] === "managing").sort(), ["awaitingMore accept", "awaitingMore message", "challenged accept", "managing message", "new accept", "sendingObject message"]);
    assert.deepEqual(["new message", "challenged message", "new piece", "closed message", "sendingObject more"].map((arrow) => arrows[arrow]), [undefined, undefined, undefined, undefined, undefined]);
    for (const state of ["new", "challenged", "managing", "awaitingMore", "sendingObject"]) assert.deepEqual([arrows[`${state} abort`], arrows[`${state} expire`]], ["aborted", "expired"]);
  });
  it("a device's end: opens once, answers while there are commands, goes with a credential when it is asked for one", () => {
    const arrows = walk(clientLife, "idle", ["closed", "aborted", "failed"]);
    assert.deepEqual(Object.keys(arrows).filter((arrow) => arrows[arrow] === "opening").sort(), ["challenged retry", "idle open"]);
    assert.deepEqual(["answering open", "idle commands", "challenged commands", "closed open"].map((arrow) => arrows[arrow]), [undefined, undefined, undefined, undefined]);
  });
});
