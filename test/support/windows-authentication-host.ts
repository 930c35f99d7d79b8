import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./project-root.js";
import { startRunningHost, type RunningHost } from "./running-host.js";

export interface WindowsAuthenticationOptions {
  /** Values of `<providers>`. */
  readonly providers: readonly string[];
  /** `<negotiate …/>` of `system.webServer/wsmanor`. */
  readonly negotiate?: string;
  /** Bodies in clear over HTTP? */
  readonly allowUnencrypted?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** State directory of the host; a temporary one unless given. */
  readonly state?: string;
}

/** Starts the whole host with the shipped configuration and windowsAuthentication turned on in it. */
export async function startWindowsAuthenticationHost(options: WindowsAuthenticationOptions): Promise<RunningHost & { /** Path of its applicationHost.config. */ readonly config: string }> {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-windows-authentication-"));
  cpSync(join(projectRoot, "config"), folder, { recursive: true });
  const path = join(folder, "applicationHost.config");
  writeFileSync(path, withWindowsAuthentication(readFileSync(path, "utf8"), options));
  try {
    const host = await startRunningHost({ config: folder, ...(options.env === undefined ? {} : { env: options.env }), ...(options.state === undefined ? {} : { state: options.state }) });
    return {
      ...host,
      config: path,
      stop: async () => {
        const code = await host.stop();
        rmSync(folder, { recursive: true, force: true });
        return code;
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The shipped text may come to declare the section, or to turn it off. */
function withWindowsAuthentication(shipped: string, { providers, negotiate = "", allowUnencrypted = false }: WindowsAuthenticationOptions): string {
  const listed = providers.map((value) => `<add value="${value}"/>`).join("");
  const declared = /<section name="windowsAuthentication"/u.test(shipped) ? shipped : shipped.replace(/<section name="basicAuthentication"/u, '<section name="windowsAuthentication"/>$&');
  return declared
    .replace(/<windowsAuthentication\b[^>]*?(?:\/>|>[\s\S]*?<\/windowsAuthentication>)/u, "")
    .replace("</authentication>", `<windowsAuthentication enabled="true"><providers><clear/>${listed}</providers></windowsAuthentication>$&`)
    .replace('allowUnencrypted="false"', `allowUnencrypted="${allowUnencrypted}"`)
    .replace("</pluginDirectories>", `$&${negotiate}`);
}
