import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { testPlugin } from "../support/configured-host.js";
import { applicationStatus, childProcesses, hostFigures, tellingEnvironment, type HostFigures } from "../support/host-figures.js";
import { HttpExchange } from "../support/http-exchange.js";
import { overConnection } from "../support/over-connection.js";
import { withoutProc } from "../support/process-figures.js";
import { projectRoot } from "../support/project-root.js";
import { quotaOperations } from "../support/quota-authorization-plugin.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { ShellSession } from "../support/shell-session.js";

export interface LeakNumbers {
  /** One after the other, each a process. */
  readonly commands: number;
  readonly shells: number;
  /** How many shells there are for each one with a command that runs when it is deleted. */
  readonly shellsPerCommand: number;
  readonly vanishing: number;
  /** Seconds that a shell whose client has vanished is left alone; what is looked at meanwhile has to fit in. */
  readonly idleSeconds: number;
  /** What is done of each before the figures are taken that everything has to come back to. */
  readonly warmUp: { readonly commands: number; readonly shells: number; readonly vanishing: number };
}

/** Milliseconds for everything to be back. */
const timeToSettle = 5000;
/**
 * What may be more than before. Memory, in MB: what is held is what counts. Of what is resident V8 keeps some of what it once had; what the
 * allocator keeps is not looked at, see oneArena.
 */
const allowance: HostFigures = { shells: 0, enumerations: 0, operations: 0, timers: 0, handles: 0, descriptors: 0, childProcesses: 0, threads: 0, heldMB: 4, residentMB: 40 };
/** glibc gives threads heaps of their own and keeps them, up to 90 MB here, of which the host holds 1.5: mallopt(3), M_ARENA_MAX. */
const oneArena = { MALLOC_ARENA_MAX: "1" };
/** A process that would run for a day. */
const endless = "echo runs; exec sleep 86400";
/** MaxAllowedConcurrentOperations is reached: 0x803381a6. */
const quotaFault = /error_Code[^>]*>2150859174</u;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A copy of the example with shells, with the quotas of a user added. */
function exampleWithQuotas(): string {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-leaks-"));
  cpSync(join(projectRoot, "config", "examples", "shell"), folder, { recursive: true });
  const file = join(folder, "wsman", "web.config");
  const plugin = `<AuthorizationPlugin Name="quota" Filename="${testPlugin("quota-authorization-plugin")}" SDKVersion="1" SupportsQuota="true"/>`;
  // The throttle of the whole application is off: it is not what is looked at.
  writeFileSync(file, readFileSync(file, "utf8").replace("<OperationsPlugins>", `${plugin}$&`).replace("<OperationsConfiguration ", '$&QuotaSystemWindowSeconds="0" '));
  return folder;
}

/** What clients do to a host with shells. */
class ShellTraffic {
  constructor(
    private readonly host: RunningHost,
    private readonly numbers: LeakNumbers,
  ) {}

  /** One after the other in one shell; half of them are never signalled. */
  async commands(count: number): Promise<void> {
    const { connection, open } = await this.#client();
    const shell = await open();
    for (let at = 0; at < count; at++) {
      const id = await shell.start(`exit ${at % 256}`);
      assert.equal((await shell.finish(id)).exitCode, at % 256);
      if (at % 2 === 0) await shell.terminate(id);
    }
    await shell.delete();
    connection.close();
  }

  /** Some with a command in the middle, every other one of those terminated first. */
  async shells(count: number): Promise<void> {
    const { connection, open } = await this.#client();
    for (let at = 0; at < count; at++) {
      const shell = await open();
      if (at % this.numbers.shellsPerCommand === 0) {
        const id = await shell.start(endless);
        if (at % (2 * this.numbers.shellsPerCommand) === 0) await shell.terminate(id);
      }
      await shell.delete();
    }
    connection.close();
  }

  /**
   * As many at a time as a user may have operations: a third waits for a command's first output, a third has begun a command and no more, a
   * third has received and waits again. Their shells and commands go on, as Windows' do, until nobody has used them for their IdleTimeOut.
   */
  async vanish(count: number): Promise<void> {
    for (let gone = 0; gone < count; gone += quotaOperations) {
      const clients = await Promise.all(Array.from({ length: Math.min(quotaOperations, count - gone) }, async (_, index) => {
        const { connection, open } = await this.#client(`<rsp:IdleTimeOut>PT${this.numbers.idleSeconds}S</rsp:IdleTimeOut>`);
        return { index, connection, shell: await open() };
      }));
      const begun = await Promise.all(clients.map(async (each) => ({ ...each, id: await each.shell.start(each.index % 3 === 0 ? "exec sleep 86400" : endless) })));
      await Promise.all(begun.filter(({ index }) => index % 3 === 2).map(({ shell, id }) => shell.receive(id)));
      const waits = begun.filter(({ index }) => index % 3 !== 1).map(({ shell, id }) => assert.rejects(shell.receive(id), /the connection ended/u));
      while ((await applicationStatus(this.host)).requestsInFlight < waits.length) await sleep(2);
      for (const { connection } of begun) connection.close();
      await Promise.all(waits);
      await this.#staysWhileIdle(begun.length);
      while ((await applicationStatus(this.host)).openShells > 0) await sleep(20);
    }
  }

  /** Receives end with their clients; shells, processes and places in the quota do not. */
  async #staysWhileIdle(count: number): Promise<void> {
    while ((await applicationStatus(this.host)).requestsInFlight > 0) await sleep(2);
    assert.equal((await applicationStatus(this.host)).openShells, count);
    // One more is the process that watches the host.
    assert.equal(childProcesses(this.host.pid).length, count + 1);
    if (count < quotaOperations) return;
    const late = await this.#client();
    await assert.rejects(late.open(), quotaFault);
    late.connection.close();
  }

  async #client(inside = ""): Promise<{ readonly connection: HttpExchange; readonly open: () => Promise<ShellSession> }> {
    const { port, urls, authorization } = this.host;
    const connection = await HttpExchange.open(port);
    return { connection, open: () => ShellSession.open(urls[0]!, authorization, { transport: overConnection(connection, authorization), inside }) };
  }
}

/**
 * Places and everything else come back, over a started host with real processes.
 * @param tell gets the figures
 */
export function shellLeaks(numbers: LeakNumbers, tell: (line: string) => void = () => undefined): void {
  describe(`a host with command shells, ${quotaOperations} operations a user`, { skip: withoutProc }, () => {
    const { commands, shells, shellsPerCommand, vanishing, warmUp } = numbers;
    const folder = exampleWithQuotas();
    const told = join(folder, "told");
    let host: RunningHost;
    let traffic: ShellTraffic;
    let baseline: HostFigures;

    before(async () => {
      host = await startRunningHost({ config: folder, env: { ...tellingEnvironment(told), ...oneArena } });
      traffic = new ShellTraffic(host, numbers);
      await traffic.commands(warmUp.commands);
      await traffic.shells(warmUp.shells);
      await traffic.vanish(warmUp.vanishing);
      // The process that watches the host goes a second after the last shell.
      while (childProcesses(host.pid).length > 0) await sleep(20);
      baseline = await hostFigures(host, told);
      tell(`baseline: ${written(baseline)}`);
    });
    after(async () => {
      assert.equal(await host.stop(), 0);
      rmSync(folder, { recursive: true, force: true });
    });

    async function everythingIsBack(what: string): Promise<void> {
      const began = performance.now();
      for (;;) {
        const now = await hostFigures(host, told);
        const more = figuresOf(now).filter(([name, value]) => value > baseline[name] + allowance[name]);
        const took = performance.now() - began;
        if (more.length === 0) return tell(`${what}: back after ${Math.round(took)} ms; ${written(now)}`);
        assert.ok(took < timeToSettle, `after ${what}: ${more.map(([name]) => name).join(", ")} not back in ${timeToSettle} ms\nbefore ${written(baseline)}\nnow    ${written(now)}`);
        await sleep(50);
      }
    }

    const check = (title: string, what: "commands" | "shells" | "vanish", count: number): void => void it(`${count} ${title}`, async () => {
      const began = performance.now();
      await traffic[what](count);
      tell(`${count} ${title}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      await everythingIsBack(title);
    });
    check("commands one after the other, half of them never signalled", "commands", commands);
    check(`shells created and deleted, one in ${shellsPerCommand} with a command that runs`, "shells", shells);
    check("clients that vanish in mid-command: shell and command stay until nobody has used them for their IdleTimeOut, and then give all back", "vanish", vanishing);
  });
}

const figuresOf = (figures: HostFigures): readonly (readonly [keyof HostFigures, number])[] => Object.entries(figures) as (readonly [keyof HostFigures, number])[];
const written = (figures: HostFigures): string => figuresOf(figures).map(([name, value]) => `${name} ${Math.round(value * 10) / 10}`).join(", ");
