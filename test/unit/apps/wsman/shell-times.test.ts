import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idIn, ScriptedShells, ShellHarness } from "./shell-harness.js";

const day = 24 * 3_600_000;

interface Row {
  readonly title: string;
  /** MaxShellIdleTimeoutMinutes; 15 when absent. */
  readonly cap?: number;
  /** MaxShellRunTime, milliseconds. */
  readonly runTime?: number;
  readonly idle?: string;
  readonly lifetime?: string;
  /** Milliseconds after which an unused shell ends, and of what; absent: never. */
  readonly ends?: readonly [number, "idle" | "lifetime"];
  /** What its Create and Get say of IdleTimeOut. */
  readonly told: string;
}

const rows: readonly Row[] = [
  { title: "says nothing: the cap is its idle time", ends: [900_000, "idle"], told: "PT900.000S" },
  { title: "asks for less than the cap", idle: "PT5M", ends: [300_000, "idle"], told: "PT300.000S" },
  { title: "asks for more than the cap, and gets the cap", idle: "PT2H", ends: [900_000, "idle"], told: "PT900.000S" },
  { title: "asks for no idle time, and gets the cap", idle: "PT0S", ends: [900_000, "idle"], told: "PT900.000S" },
  { title: "says nothing where there is no cap", cap: 0, told: "PT2147483.647S" },
  { title: "asks for no idle time where there is no cap", cap: 0, idle: "PT0S", told: "PT2147483.647S" },
  { title: "asks for a long one where there is no cap: days longer than a timer of 32 bits", cap: 0, idle: "P30D", ends: [30 * day, "idle"], told: "PT2147483.647S" },
  { title: "asks for a lifetime", lifetime: "PT60S", ends: [60_000, "lifetime"], told: "PT900.000S" },
  { title: "asks for no lifetime", lifetime: "PT0S", ends: [900_000, "idle"], told: "PT900.000S" },
  { title: "says nothing where the host bounds the run time", runTime: 120_000, ends: [120_000, "lifetime"], told: "PT900.000S" },
  { title: "asks for a lifetime beyond the host's bound", runTime: 120_000, lifetime: "PT1H", ends: [120_000, "lifetime"], told: "PT900.000S" },
  { title: "asks for a lifetime below the host's bound", runTime: 120_000, lifetime: "PT10S", ends: [10_000, "lifetime"], told: "PT900.000S" },
  { title: "asks for no lifetime where the host bounds it", cap: 0, runTime: 3_600_000, lifetime: "PT0S", ends: [3_600_000, "lifetime"], told: "PT2147483.647S" },
  { title: "asks for nothing at all to end it", cap: 0, idle: "PT0S", lifetime: "PT0S", told: "PT2147483.647S" },
];

describe("the time of a shell whose client", () => {
  for (const { title, cap = 15, runTime, idle, lifetime, ends, told } of rows) {
    it(title, async () => {
      const script = new ScriptedShells();
      const client = await ShellHarness.start(script, { settings: { maxShellIdleTimeoutMinutes: cap, maxShellRunTimeMs: runTime } });
      const part = (name: string, value: string | undefined): string => (value === undefined ? "" : `<rsp:${name}>${value}</rsp:${name}>`);
      const created = (await client.create({ inside: `${part("Lifetime", lifetime)}${part("IdleTimeOut", idle)}<rsp:OutputStreams>stdout</rsp:OutputStreams>` })).ok();
      const shell = idIn(created, "ShellId");
      assert.match(created.text, new RegExp(`<rsp:IdleTimeOut>${told}</rsp:IdleTimeOut>`, "u"));
      if (ends === undefined) {
        await client.app.advance(365 * day);
        assert.deepEqual(script.heard, []);
        (await client.delete(shell)).ok();
        assert.equal(client.app.clock.pending, 0);
        return;
      }
      const [time, of] = ends;
      await client.app.advance(time - 1);
      assert.deepEqual(script.heard, []);
      await client.app.advance(1);
      assert.deepEqual(script.heard, [`shell closed: ${of}`]);
      assert.equal(client.app.clock.pending, 0);
      const answer = (await client.command(shell, "a")).fault("w:InvalidSelectors", { code: 2_150_858_843, detail: "UnexpectedSelectors" });
      assert.match(answer.text, of === "idle" ? /nobody had used it for its idle time/u : /its lifetime was over/u);
    });
  }

  it("asks for a time that is none is refused", async () => {
    const client = await ShellHarness.start(new ScriptedShells());
    for (const inside of ["<rsp:IdleTimeOut>soon</rsp:IdleTimeOut>", "<rsp:IdleTimeOut>-PT5S</rsp:IdleTimeOut>", "<rsp:Lifetime>P1Y</rsp:Lifetime>"]) (await client.create({ inside })).fault("w:SchemaValidationError");
  });
});

describe("the time of a shell whose client is away", () => {
  it("is the one that its Disconnect said, not above the cap, and its own again afterwards", async () => {
    const script = new ScriptedShells();
    script.more = { connect: () => undefined };
    const client = await ShellHarness.start(script);
    const shell = await client.open({ inside: "<rsp:IdleTimeOut>PT100S</rsp:IdleTimeOut>" });
    (await client.disconnect(shell, "<rsp:IdleTimeOut>PT901S</rsp:IdleTimeOut>")).fault("w:InternalError", { code: 2_150_859_250 });
    (await client.disconnect(shell, "<rsp:IdleTimeOut>PT900S</rsp:IdleTimeOut>")).ok();
    await client.app.advance(899_999);
    (await client.connect(shell)).ok();
    await client.app.advance(99_999);
    assert.deepEqual(script.heard, []);
    await client.app.advance(1);
    assert.deepEqual(script.heard, ["shell closed: idle"]);
  });

  it("ends with its lifetime all the same", async () => {
    const script = new ScriptedShells();
    script.more = { connect: () => undefined };
    const client = await ShellHarness.start(script, { settings: { maxShellRunTimeMs: 20_000 } });
    (await client.disconnect(await client.open())).ok();
    await client.app.advance(20_000);
    assert.deepEqual(script.heard, ["shell closed: lifetime"]);
  });
});
