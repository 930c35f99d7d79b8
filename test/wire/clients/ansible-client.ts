import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClientScenario, ClientStage, RealClient } from "../../support/client-scenario.js";
import { longCommand, processEnds } from "../../support/process-ends.js";
import { debianPackage, debianVersion } from "../../support/debian.js";
import { runProgram } from "../../support/run-program.js";

const names = ["one", "two", "three"];

/** What Ansible says of a task on a host. */
interface TaskResult {
  readonly rc?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly unreachable?: boolean;
  readonly msg?: string;
}

interface Played {
  readonly status: number | null;
  /** By task, then by host, in the order of the inventory. */
  readonly results: readonly (readonly TaskResult[])[];
}

const settings = { ANSIBLE_STDOUT_CALLBACK: "json", ANSIBLE_HOST_KEY_CHECKING: "false", ANSIBLE_NOCOLOR: "true", ANSIBLE_RETRY_FILES_ENABLED: "false", ANSIBLE_DEPRECATION_WARNINGS: "false" };

interface PlayOptions {
  readonly password?: string;
  /** Lines of the inventory. */
  readonly variables?: readonly string[];
  /** Seconds of a task. */
  readonly timeout?: number;
  /** How many of the hosts; all, when absent. */
  readonly hosts?: number;
}

/** Plays `raw` tasks on all hosts at once. */
async function play({ host, proxies, folder }: ClientStage, commands: readonly string[], { password = host.password, variables = [], timeout = 0, hosts = names.length }: PlayOptions = {}): Promise<Played> {
  const common = ["ansible_connection=winrm", "ansible_winrm_transport=basic", "ansible_winrm_scheme=http", "ansible_host=127.0.0.1", `ansible_user=${host.user}`, `ansible_password="${password}"`, ...variables];
  const inventory = ["[windows]", ...names.slice(0, hosts).map((name, index) => `${name} ansible_port=${proxies[index]!.port}`), "[windows:vars]", ...common];
  writeFileSync(join(folder, "hosts.ini"), `${inventory.join("\n")}\n`);
  const tasks = commands.map((command) => ({ raw: command, ignore_errors: true, timeout }));
  // YAML understands JSON.
  writeFileSync(join(folder, "play.yml"), JSON.stringify([{ hosts: "windows", gather_facts: false, tasks }]));
  const env = Object.entries({ ...settings, ANSIBLE_HOME: join(folder, "ansible"), ANSIBLE_LOCAL_TEMP: join(folder, "ansible", "tmp") }).map(([name, value]) => `${name}=${value}`);
  const ran = await runProgram("env", [...env, "ansible-playbook", "--forks", String(names.length), "-i", join(folder, "hosts.ini"), join(folder, "play.yml")]);
  const text = ran.stdout.toString();
  assert.ok(text.includes("{"), `${text}${ran.stderr}`);
  const said = JSON.parse(text.slice(text.indexOf("{"))) as { readonly plays: readonly { readonly tasks: readonly { readonly hosts: Readonly<Record<string, TaskResult>> }[] }[] };
  return { status: ran.status, results: said.plays[0]!.tasks.map((task) => names.slice(0, hosts).map((name) => task.hosts[name]!)) };
}

/** On each host the same is expected. */
function scenario(name: string, does: string, expects: string, command: string, expected: TaskResult, options: PlayOptions = {}): ClientScenario {
  return {
    name, does, expects,
    run: async (stage) => {
      const { results } = await play(stage, [command], options);
      for (const { rc, stdout, stderr } of results[0]!) {
        // Ten megabytes are compared at once: where they differ, the words of an assertion would take minutes.
        assert.ok(stdout === expected.stdout, `other output: ${stdout?.slice(0, 100)}`);
        assert.deepEqual({ rc, stderr }, { rc: expected.rc, stderr: expected.stderr });
      }
    },
  };
}

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `${n + 1}\n`).join("");

/** Debian's ansible-core: `raw` sends its text to PowerShell, in whose place stands a program that hands it to sh. */
export const ansibleClient: RealClient = {
  name: "ansible", title: "Ansible, connection winrm (raw; sh stands in for PowerShell)", packageName: "ansible-core", hosts: names.length,
  install: () => debianPackage("python3-winrm", "/usr/bin/python3 -c 'import winrm'") || debianPackage("ansible-core", "command -v ansible-playbook"),
  version: () => debianVersion("ansible-core"),
  scenarios: [
    { name: "three-hosts-at-once", does: "plays a raw task on three hosts at once, in which each waits for the others", expects: "all three come to their end",
      run: async (stage) => {
        const wait = `mktemp ${stage.folder}/at-XXXXXX >/dev/null; until [ "$(ls -d ${stage.folder}/at-* | wc -l)" -eq ${names.length} ]; do sleep 0.02; done; echo all here`;
        const { status, results } = await play(stage, [wait, "echo and again"]);
        assert.equal(status, 0);
        assert.deepEqual(results.map((task) => task.map(({ rc, stdout }) => [rc, stdout])), [names.map(() => [0, "all here\n"]), names.map(() => [0, "and again\n"])]);
      } },
    scenario("quotes", "gives words with spaces and quotes", "the command gets them as the shell reads them", `printf '%s|' "two  words" 'one " quote' "it's" ''`, { rc: 0, stdout: `two  words|one " quote|it's||`, stderr: "" }),
    scenario("non-ascii", "sends and receives characters beyond ASCII", "they are the same", "echo 'Grüße, Жук, 你好, 😀'", { rc: 0, stdout: "Grüße, Жук, 你好, 😀\n", stderr: "" }),
    scenario("exit-code", "runs a command that exits with 7 and writes to both of its outputs", "the task fails with 7, and the outputs are apart", "echo out; echo err >&2; exit 7", { rc: 7, stdout: "out\n", stderr: "err\n" }),
    scenario("ten-megabytes", "runs a command that writes over 10 MB, on one host", "gets all of it", "seq 1500000", { rc: 0, stdout: lines(1_500_000), stderr: "" }, { hosts: 1 }),
    { name: "longer-than-the-operation-time-out", does: "runs a command that takes 1.2 s with an operation time-out of 1 s", expects: "takes TimedOut for what it is, asks again, and gets the output",
      run: async (stage) => {
        const { results } = await play(stage, ["sleep 1.2; echo late"], { variables: ["ansible_winrm_operation_timeout_sec=1", "ansible_winrm_read_timeout_sec=15"] });
        for (const { rc, stdout } of results[0]!) assert.deepEqual([rc, stdout], [0, "late\n"]);
      } },
    { name: "terminate", does: "gives up a task in the middle of its command (timeout of the task)", expects: "terminates the command; nothing of it is left running",
      run: async (stage) => {
        const { results } = await play(stage, [`own=$(mktemp -d ${stage.folder}/of-XXXXXX); ${longCommand("$own")}`], { timeout: 5 });
        for (const { msg } of results[0]!) assert.match(msg!, /in the expected time frame \(5\)/u);
        const folders = readdirSync(stage.folder).filter((name) => name.startsWith("of-"));
        assert.equal(folders.length, names.length);
        for (const name of folders) await processEnds(join(stage.folder, name));
      } },
    { name: "bad-credentials", does: "gives a wrong password", expects: "the hosts count as unreachable, for their credentials",
      run: async (stage) => {
        const { status, results } = await play(stage, ["echo"], { password: "wrong" });
        assert.equal(status, 4);
        for (const { unreachable, msg } of results[0]!) {
          assert.equal(unreachable, true);
          assert.match(msg!, /credentials were rejected/u);
        }
      } },
  ],
  cannot: [
    { what: "sending input", why: "`raw` has no way to; modules send themselves, to PowerShell" },
    { what: "naming a shell", why: "it opens its own" },
    { what: "copying files", why: "its modules for that are PowerShell" },
  ],
};
