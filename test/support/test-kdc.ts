import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { debianPackage } from "./debian.js";
import { freePort } from "./free-port.js";

/** `false`, or why no KDC can be started here. */
export const withoutKdc: string | false =
  debianPackage("krb5-kdc", "test -x /usr/sbin/krb5kdc") || debianPackage("krb5-admin-server", "test -x /usr/sbin/kadmin.local") || debianPackage("krb5-user", "command -v kinit");

/** Where its keytab has keys for, unless it is told otherwise. */
const servicePrincipals = ["HTTP/localhost", "WSMAN/localhost"];

/** A KDC of Debian's packages on loopback with a realm, folder and files of its own. Starts in about 0.1 s. */
export class TestKdc {
  readonly realm = "TEST.LOCAL";
  /** Keys of `HTTP/localhost` and `WSMAN/localhost`. */
  readonly keytab: string;
  /** Makes programs, and a host that is started with it, use this realm and no other. */
  readonly environment: Readonly<Record<string, string>>;
  #kdc: ChildProcess | undefined;

  private constructor(private readonly folder: string) {
    this.keytab = join(folder, "service.keytab");
    this.environment = { KRB5_CONFIG: join(folder, "krb5.conf"), KRB5_KDC_PROFILE: join(folder, "kdc.conf"), KRB5CCNAME: `FILE:${join(folder, "nobody.ccache")}`, KRB5RCACHEDIR: folder };
  }

  /** @param accounts principals with passwords, and their passwords */
  static async start(accounts: Readonly<Record<string, string>> = { alice: "wonderland" }): Promise<TestKdc> {
    const kdc = new TestKdc(mkdtempSync(join(tmpdir(), "wsmanor-kdc-")));
    try {
      await kdc.#start(accounts);
      return kdc;
    } catch (error) {
      await kdc.stop();
      throw error;
    }
  }

  /** Logs in. @returns the environment for programs that act for this account */
  login(account: string, password: string, ...options: readonly string[]): Readonly<Record<string, string>> {
    const environment = { ...this.environment, KRB5CCNAME: `FILE:${join(this.folder, `${account.replaceAll("/", "-")}.ccache`)}` };
    this.#run("kinit", [...options, account], `${password}\n`, environment);
    return environment;
  }

  /** Makes principals with random keys and writes the keys into a keytab of the folder. @returns its path */
  keytabFor(name: string, ...principals: readonly string[]): string {
    const path = join(this.folder, name);
    for (const principal of principals) this.#run("/usr/sbin/kadmin.local", ["addprinc", "-randkey", principal]);
    for (const principal of principals) this.#run("/usr/sbin/kadmin.local", ["ktadd", "-k", path, "-norandkey", principal]);
    return path;
  }

  /** Runs one command of the realm's administrator. */
  administer(...command: readonly string[]): string {
    return this.#run("/usr/sbin/kadmin.local", command);
  }

  /** Ends its process and takes its files away. Safe to call twice. */
  async stop(): Promise<void> {
    const kdc = this.#kdc;
    this.#kdc = undefined;
    if (kdc?.exitCode === null && kdc.signalCode === null) {
      const ended = once(kdc, "exit");
      kdc.kill("SIGTERM");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #start(accounts: Readonly<Record<string, string>>): Promise<void> {
    const port = await freePort();
    const { folder, realm } = this;
    writeFileSync(join(folder, "krb5.conf"), [
      "[libdefaults]", `default_realm = ${realm}`, "dns_lookup_kdc = false", "dns_lookup_realm = false", "rdns = false", "dns_canonicalize_hostname = false", "udp_preference_limit = 1",
      "[realms]", `${realm} = {`, `  kdc = 127.0.0.1:${port}`, "}", "[domain_realm]", `localhost = ${realm}`, "",
    ].join("\n"));
    writeFileSync(join(folder, "kdc.conf"), [
      "[kdcdefaults]", `kdc_listen = 127.0.0.1:${port}`, `kdc_tcp_listen = 127.0.0.1:${port}`,
      "[realms]", `${realm} = {`, `  database_name = ${join(folder, "principal")}`, `  key_stash_file = ${join(folder, "stash")}`, `  acl_file = ${join(folder, "acl")}`, "  max_life = 1d", "}",
      "[logging]", `kdc = FILE:${join(folder, "kdc.log")}`, "",
    ].join("\n"));
    this.#run("/usr/sbin/kdb5_util", ["create", "-s", "-r", realm, "-P", "of no use to anybody"]);
    for (const [account, password] of Object.entries(accounts)) this.administer("addprinc", "-pw", password, account);
    this.keytabFor("service.keytab", ...servicePrincipals);
    this.#kdc = spawn("/usr/sbin/krb5kdc", ["-n", "-P", join(folder, "kdc.pid")], { env: { ...process.env, ...this.environment }, stdio: "ignore" });
    await answering(port, this.#kdc);
  }

  #run(program: string, args: readonly string[], input = "", environment: Readonly<Record<string, string>> = this.environment): string {
    const ran = spawnSync(program, args, { env: { ...process.env, ...environment, LC_ALL: "C.UTF-8" }, input, encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${ran.status}: ${ran.stderr}`);
    return ran.stdout;
  }
}

/** Asks for a connection until there is one. @throws when the KDC has ended before */
async function answering(port: number, kdc: ChildProcess): Promise<void> {
  for (;;) {
    if (kdc.exitCode !== null) throw new Error(`krb5kdc ended with ${kdc.exitCode}`);
    const connected = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: "127.0.0.1" }, () => resolve(true));
      socket.once("error", () => resolve(false)).once("close", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (connected) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
