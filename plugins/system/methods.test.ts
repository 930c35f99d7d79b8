import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { childText, isNil, childElement, type XmlElement } from "wsmanor/sdk";
import { startTestHost } from "wsmanor/testing";
import { DirectEnumeration, valueIn } from "./ask-directly.js";
import type { FakeMachine, FakeMachineParts } from "./fake-machine.js";
import { fakeMachines, systemctl } from "./fake-machines.js";
import { classUri } from "./resource.js";
import { systemPlugin } from "./system-plugin.js";

const uri = (name: string): string => classUri("wmi", name);

interface Call {
  readonly of: string;
  readonly method: string;
  readonly selectors?: Readonly<Record<string, string>>;
  readonly input?: Readonly<Record<string, string>>;
  readonly user?: string;
}

/** Calls methods of a machine on which everything is allowed, unless said otherwise. */
async function calls(machine: FakeMachine, each: readonly Call[], allowed = "true"): Promise<readonly XmlElement[]> {
  const initializationParameters = Object.fromEntries(["AllowProcessCreate", "AllowProcessTerminate", "AllowProcessPriority", "AllowServiceControl"].map((name) => [name, allowed]));
  const host = await startTestHost({ users: { boss: { administrator: true }, clerk: {} }, plugins: [{ plugin: systemPlugin(() => machine), resources: [{ resourceUri: uri("") }], initializationParameters }] });
  const answers: XmlElement[] = [];
  for (const { of, method, selectors = {}, input = {}, user = "clerk" } of each) {
    const body = `<q:${method}_INPUT xmlns:q="${uri(of)}">${Object.entries(input).map(([name, value]) => `<q:${name}>${value}</q:${name}>`).join("")}</q:${method}_INPUT>`;
    answers.push((await host.invoke({ resourceUri: uri(of), method, selectors, body, user }))!);
  }
  await host.stop();
  return answers;
}

const numbers = async (machine: FakeMachine, each: readonly Call[], allowed?: string): Promise<readonly (string | null | undefined)[]> => (await calls(machine, each, allowed)).map((answer) => childText(answer, "ReturnValue"));

describe("methods of processes", () => {
  const create = (CommandLine: string, more: Readonly<Record<string, string>> = {}): Call => ({ of: "Win32_Process", method: "Create", input: { CommandLine, ...more } });

  it("start a program without a shell, in its folder, and tell its number", async () => {
    const machine = fakeMachines.server({ spawn: () => 4711 });
    const [answer] = await calls(machine, [create("/bin/echo &quot;a b&quot; $(id) ; rm * &gt; x", { CurrentDirectory: "/srv" })]);
    assert.deepEqual(machine.done, ['spawn ["/bin/echo","a b","$(id)",";","rm","*",">","x"] in /srv']);
    assert.deepEqual(answer!.children.map((child) => (child as XmlElement).name), ["ProcessId", "ReturnValue"]);
    assert.deepEqual([childText(answer!, "ProcessId"), childText(answer!, "ReturnValue")], ["4711", "0"]);
  });

  it("tell what did not go with Windows' numbers", async () => {
    for (const [CommandLine, error, folder, number] of [["", "", "", "21"], ["&quot;open", "", "", "21"], ["/none", "ENOENT", "", "9"], ["/etc/passwd", "EACCES", "", "2"], ["/x", "ENOMEM", "", "8"], ["/bin/true", "", "/nowhere", "9"]] as const) {
      const [answer] = await calls(fakeMachines.server({ spawn: () => error }), [create(CommandLine, { CurrentDirectory: folder })]);
      assert.equal(childText(answer!, "ReturnValue"), number, CommandLine);
      assert.ok(isNil(childElement(answer!, "ProcessId")!));
    }
  });

  it("end a process and change its priority, if it is still the same one", async () => {
    const on = (method: string, input: Readonly<Record<string, string>> = {}): Call => ({ of: "Win32_Process", method, selectors: { Handle: "900" }, input });
    const machine = fakeMachines.server();
    const asked = [on("Terminate", { Reason: "0" }), ...["64", "16384", "32", "32768", "128", "256", "31", ""].map((Priority) => on("SetPriority", { Priority }))];
    assert.deepEqual(await numbers(machine, asked), ["0", "0", "0", "0", "0", "0", "0", "21", "21"]);
    assert.deepEqual(machine.done, ["kill 900", ...[19, 10, 0, -5, -10, -20].map((nice) => `nice 900 ${nice}`)]);
    for (const [act, number] of [["denied", "2"], ["gone", "9"], ["failed", "8"]] as const) assert.deepEqual(await numbers(fakeMachines.server({ act }), [on("Terminate")]), [number]);
    const reused = fakeMachines.server();
    const stat = reused.files.get("/proc/900/stat") as string;
    let looks = 0;
    const read = reused.readText.bind(reused);
    reused.readText = (path) => (path === "/proc/900/stat" && ++looks > 1 ? stat.replace(" 6000 ", " 7000 ") : read(path));
    assert.deepEqual(await numbers(reused, [on("Terminate")]), ["9"]);
    assert.deepEqual(reused.done, []);
  });

  it("do nothing without permission, and only administrators' bidding where they alone are allowed", async () => {
    const machine = fakeMachines.server({ spawn: () => 1 });
    const everything: Call[] = [
      create("/bin/true"), { of: "Win32_Process", method: "Terminate", selectors: { Handle: "1" } }, { of: "Win32_Process", method: "SetPriority", selectors: { Handle: "1" }, input: { Priority: "32" } },
      ...["StartService", "StopService", "PauseService", "ResumeService", "Delete", "Change"].map((method) => ({ of: "Win32_Service", method, selectors: { Name: "ssh" } })),
      { of: "Win32_Service", method: "ChangeStartMode", selectors: { Name: "ssh" }, input: { StartMode: "Disabled" } },
    ];
    const acted = (): readonly string[] => machine.done.filter((line) => !/ show | list-unit/u.test(line));
    assert.deepEqual(await numbers(machine, everything, "false"), everything.map(() => "2"));
    assert.deepEqual(await numbers(machine, everything, "administrators"), everything.map(() => "2"));
    assert.deepEqual(acted(), []);
    assert.deepEqual(await numbers(machine, [{ ...everything[0]!, user: "boss" }], "administrators"), ["0"]);
    assert.deepEqual(acted(), ['spawn ["/bin/true"]']);
  });
});

describe("services", () => {
  const on = (Name: string, method: string, StartMode?: string): Call => ({ of: "Win32_Service", method, selectors: { Name }, ...(StartMode === undefined ? {} : { input: { StartMode } }) });
  const commands = (machine: FakeMachine): readonly string[] => machine.done.filter((line) => !/ show | list-unit/u.test(line));

  it("of systemd are started, stopped and set with its command, names behind the end of options", async () => {
    const machine = fakeMachines.server();
    const asked = [
      on("broken", "StartService"), on("ssh", "StartService"), on("masked", "StartService"), on("ssh", "StopService"), on("broken", "StopService"), on("ssh", "InterrogateService"), on("ssh", "PauseService"),
      on("broken", "ChangeStartMode", "Automatic"), on("masked", "ChangeStartMode", "Manual"), on("ssh", "ChangeStartMode", "disabled"), on("ssh", "ChangeStartMode", "Boot"), on("ssh", "ChangeStartMode"),
    ];
    assert.deepEqual(await numbers(machine, asked), ["0", "10", "14", "0", "5", "0", "1", "0", "0", "0", "21", "21"]);
    assert.deepEqual(commands(machine).map((line) => line.replace("systemctl --no-ask-password --no-pager ", "")), [
      "start -- broken.service", "stop -- ssh.service", "enable -- broken.service", "unmask -- masked.service", "disable -- masked.service", "mask -- ssh.service",
    ]);
  });

  it("tell why systemd did not do it", async () => {
    for (const [stderr, status, number] of [["Failed to start x.service: Access denied", 4, "2"], ["Interactive authentication required.", 1, "2"], ["Unit x.service not found.", 5, "9"], ["Job failed. See journal.", 1, "8"]] as const) {
      const machine = fakeMachines.server({ run: (program, args) => (args.includes("stop") ? { status, stdout: "", stderr } : systemctl(program, args)) });
      assert.deepEqual(await numbers(machine, [on("ssh", "StopService")]), [number], stderr);
    }
    const silent = fakeMachines.server({ run: (program, args) => (args.includes("stop") ? undefined : systemctl(program, args)) });
    assert.deepEqual(await numbers(silent, [on("ssh", "StopService")]), ["7"]);
  });

  it("get no name to see that is none: what looks like options, paths and patterns reaches no command", async () => {
    const machine = fakeMachines.server();
    for (const Name of ["--root=/tmp", "a b", "*", "../x", "a;b", "$(id)", "a\nb", "é", "x".repeat(300)]) {
      const before = machine.done.length;
      assert.deepEqual(await new DirectEnumeration(machine, "Win32_Service", { equals: new Map([["Name", Name]]) }).all(), [], Name);
      for (const line of machine.done.slice(before)) assert.match(line, /^systemctl (?:show .* -- --root=\/tmp\.service|list-unit)/u);
    }
    assert.ok(machine.done.every((line) => !line.includes("--root=/tmp") || / -- --root=\/tmp\.service$/u.test(line)));
  });

  it("are listed whether loaded or only installed, templates are not, and one that is looked up is asked for alone", async () => {
    const machine = fakeMachines.server();
    const texts = await new DirectEnumeration(machine, "Win32_Service").texts();
    assert.deepEqual(texts.map((text) => ["Name", "State", "StartMode", "Status", "ExitCode", "Started"].map((name) => valueIn(text, name)).join(" ")), [
      "broken Stopped Manual Error 1066 false", "masked Stopped Disabled OK 1077 false", "ssh Running Auto OK 0 true", "static Start Pending Auto Starting 0 false",
    ]);
    machine.done.length = 0;
    await new DirectEnumeration(machine, "Win32_Service", { equals: new Map([["Name", "ssh"]]) }).all();
    assert.equal(machine.done.length, 1);
    assert.match(machine.done[0]!, / -- ssh\.service$/u);
  });

  it("of Windows come from PowerShell and are driven with sc", async () => {
    const rows = [{ Name: "Spooler", DisplayName: "Print Spooler", Description: null, State: "Running", StartMode: "Auto", Status: "OK", ProcessId: 4, PathName: "C:\\spool.exe", StartName: "LocalSystem", ExitCode: 0, ServiceSpecificExitCode: 0, AcceptStop: true, AcceptPause: false, ServiceType: "Own Process", ErrorControl: "Normal", DelayedAutoStart: false, TagId: 0, DesktopInteract: true }];
    const windows = (more: FakeMachineParts = {}): FakeMachine => fakeMachines.server({ platform: "win32", files: {}, run: (program, args) => (program === "powershell.exe" ? { status: 0, stdout: JSON.stringify(rows), stderr: "" } : { status: args[0] === "start" ? 1056 : 0, stdout: "", stderr: "" }), ...more });
    const [text] = await new DirectEnumeration(windows(), "Win32_Service").texts();
    assert.deepEqual(["Name", "Caption", "DesktopInteract", "PathName"].map((name) => valueIn(text!, name)), ["Spooler", "Print Spooler", "true", "C:\\spool.exe"]);
    const machine = windows();
    assert.deepEqual(await numbers(machine, [on("spooler", "StartService"), on("spooler", "StopService"), on("spooler", "ChangeStartMode", "Manual")]), ["10", "0", "0"]);
    assert.deepEqual(machine.done.filter((line) => line.startsWith("sc.exe")), ["sc.exe start Spooler", "sc.exe stop Spooler", "sc.exe config Spooler start= demand"]);
    for (const said of [{ status: 1, stdout: "", stderr: "" }, { status: 0, stdout: "{", stderr: "" }, { status: 0, stdout: "[null, 1]", stderr: "" }, undefined]) {
      assert.deepEqual(await new DirectEnumeration(windows({ run: () => said }), "Win32_Service").all(), []);
    }
  });
});
