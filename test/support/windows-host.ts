import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openUsers } from "../../src/host/manage-users.js";
import { projectRoot } from "./project-root.js";
import { startRunningHost, type RunningHost } from "./running-host.js";
import { selfSignedCertificate } from "./self-signed-certificate.js";

export interface WindowsHostOptions {
  /** Inside of `windowsAuthentication`: providers, extendedProtection. */
  readonly inner?: string;
  /** More attributes of it. */
  readonly attributes?: string;
  readonly allowUnencrypted?: boolean;
  readonly messageEncryption?: "iis" | "service";
  /** The one binding is https. */
  readonly secure?: boolean;
  readonly basic?: boolean;
  /** `<Plugin>` elements added to the shipped ones. */
  readonly plugins?: string;
  /** Accounts besides `tester`: name and password, with an NT hash. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** What else is changed in applicationHost.config. */
  change?(text: string): string;
}

export interface WindowsHost extends RunningHost {
  readonly config: string;
  /** Its certificate's file, with `secure`. */
  readonly certificate: string;
}

const declaration = '<section name="windowsAuthentication" overrideModeDefault="Deny"/>';

/** Starts the whole host with the shipped configuration and `windowsAuthentication` turned on; `tester` may use NTLM. */
export async function startWindowsHost(options: WindowsHostOptions = {}): Promise<WindowsHost> {
  const { inner = "", attributes = "", allowUnencrypted = false, messageEncryption = "service", secure = false, basic = true, plugins = "" } = options;
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-windows-"));
  const shipped = readFileSync(join(projectRoot, "config", "applicationHost.config"), "utf8");
  let text = shipped
    .replace('<basicAuthentication enabled="true"/>', `<basicAuthentication enabled="${basic}"/><windowsAuthentication enabled="true" ${attributes}>${inner}</windowsAuthentication>`)
    .replace('<wsmanor allowUnencrypted="false">', `<wsmanor allowUnencrypted="${allowUnencrypted}" messageEncryption="${messageEncryption}">`);
  if (!text.includes('<section name="windowsAuthentication"')) text = text.replace(/<section name="basicAuthentication"[^>]*>/u, `$&${declaration}`);
  if (secure) {
    const { key, cert } = selfSignedCertificate("localhost", { dns: ["localhost"], addresses: ["127.0.0.1"] });
    writeFileSync(join(folder, "host.key"), key, { mode: 0o600 });
    writeFileSync(join(folder, "host.pem"), cert);
    text = text.replace('<binding protocol="http" bindingInformation="127.0.0.1:5985:"/>', '<binding protocol="https" bindingInformation="127.0.0.1:5986:" certificateFile="host.pem" keyFile="host.key"/>');
  }
  writeFileSync(join(folder, "applicationHost.config"), options.change?.(text) ?? text);
  mkdirSync(join(folder, "wsman"));
  writeFileSync(join(folder, "wsman", "web.config"), readFileSync(join(projectRoot, "config", "wsman", "web.config"), "utf8").replace("</OperationsPlugins>", () => `${plugins}</OperationsPlugins>`));
  const state = mkdtempSync(join(tmpdir(), "wsmanor-test-"));
  const users = await openUsers(state);
  await users.add("tester", "correct horse battery", { administrator: true, ntlm: true });
  for (const [name, password] of Object.entries(options.accounts ?? {})) await users.add(name, password, { administrator: false, ntlm: true });
  const host = await startRunningHost({ config: folder, state });
  return {
    ...host, config: folder, certificate: join(folder, "host.pem"),
    stop: async () => {
      const code = await host.stop();
      for (const made of [folder, state]) rmSync(made, { recursive: true, force: true });
      return code;
    },
  };
}

/** A host for the time of the work. */
export async function withWindowsHost<T>(options: WindowsHostOptions, work: (host: WindowsHost) => Promise<T>): Promise<T> {
  const host = await startWindowsHost(options);
  try {
    return await work(host);
  } finally {
    await host.stop();
  }
}
