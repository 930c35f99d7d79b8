import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { childText } from "wsmanor/sdk";
import { startTestHost } from "wsmanor/testing";
import { DirectEnumeration, valueIn } from "./ask-directly.js";
import { lines } from "./fake-machine-files.js";
import type { FakeMachine } from "./fake-machine.js";
import { fakeMachines } from "./fake-machines.js";
import { classUri } from "./resource.js";
import { readSamba } from "./sources/shares.js";
import { systemPlugin } from "./system-plugin.js";

/** Values of all instances, by name. */
async function all(machine: FakeMachine, className: string, key: string, ...properties: readonly string[]): Promise<Readonly<Record<string, readonly (string | null | undefined)[]>>> {
  const texts = await new DirectEnumeration(machine, className).texts();
  return Object.fromEntries(texts.map((text) => [valueIn(text, key) ?? "", properties.map((name) => valueIn(text, name))]));
}

describe("users, their profiles and shares", () => {
  it("as inventories ask: with quoted truths, a quote in a name, and only what is there", async () => {
    const resourceUri = classUri("wmi", "*");
    const host = await startTestHost({ plugins: [{ plugin: systemPlugin(() => fakeMachines.server()), resources: [{ resourceUri: classUri("wmi", "") }] }] });
    const names = async (wql: string, property: string): Promise<readonly (string | null | undefined)[]> => (await host.enumerate({ resourceUri, filter: { wql } })).items.map(({ object }) => childText(object!, property));
    assert.deepEqual(await names("SELECT * FROM Win32_UserAccount WHERE Disabled='False' AND Lockout='False' AND LocalAccount='True'", "Name"), ["root", "ada"]);
    assert.deepEqual(await names("SELECT * FROM Win32_UserAccount WHERE Name='o\\'neil'", "FullName"), ["Shaun O'Neil"]);
    assert.deepEqual(await names("SELECT * FROM Win32_UserProfile WHERE LocalPath IS NOT NULL AND Special=FALSE", "LocalPath"), ["/home/ada", "/home/o'neil"]);
    assert.deepEqual(await names("SELECT Name,Path FROM Win32_Share WHERE Name = 'FILMS'", "Path"), ["/srv/films"]);
    const user = await host.get({ resourceUri: classUri("wmi", "Win32_UserAccount"), selectors: { Domain: "NODE7", Name: "Ada" } });
    assert.equal(childText(user, "SID"), "S-1-22-1-1000");
    assert.equal(childText(await host.get({ resourceUri: classUri("wmi", "Win32_Share"), selectors: { Name: "music" } }), "Path"), "/home/ada/music");
    assert.equal(childText(await host.get({ resourceUri: classUri("wmi", "Win32_UserProfile"), selectors: { SID: "S-1-22-1-0" } }), "Special"), "true");
    await host.stop();
  });

  it("who may not read passwords' file does not know who is locked; nothing of it is ever told", async () => {
    const machine = fakeMachines.server();
    machine.files.delete("/etc/shadow");
    const asked = ["Disabled", "Lockout", "PasswordRequired", "PasswordExpires", "Status"];
    assert.deepEqual(await all(machine, "Win32_UserAccount", "Name", ...asked), {
      root: [null, "false", null, null, null], daemon: ["true", "false", null, null, "Degraded"], ada: [null, "false", null, null, null], "o'neil": [null, null, null, null, null],
    });
    machine.files.set("/etc/shadow", lines("ada:$y$SECRET:19000:0::7::20000:", "root::19000:0:99999:7:::"));
    const accounts = await all(machine, "Win32_UserAccount", "Name", ...asked);
    assert.deepEqual([accounts["ada"], accounts["root"]], [["true", "false", "true", "false", "Degraded"], ["false", "false", "false", "false", "OK"]], "an account that has expired, and one without a password");
    for (const text of await new DirectEnumeration(machine, "Win32_UserAccount").texts()) assert.doesNotMatch(text, /SECRET/u);
  });

  it("who is logged in logind knows, else utmp, else nobody; whose user is of the system login.defs says", async () => {
    const machine = fakeMachines.server();
    machine.files.set("/run/systemd/users/1001", "");
    machine.files.set("/etc/login.defs", lines("# UID_MIN 5", "UID_MIN\t\t 1001"));
    assert.deepEqual(await all(machine, "Win32_UserProfile", "LocalPath", "Loaded", "Special"), { "/root": ["false", "true"], "/": ["false", "true"], "/home/ada": ["false", "true"], "/home/o'neil": ["true", "false"] });
    const bare = fakeMachines.container();
    bare.files.set("/etc/passwd", lines("node:x:1000:1000::/data:/bin/sh", "twin:x:1000:1000::/data:/bin/sh", "nobody:x:65534:65534::/data:/bin/sh", "away:x:1002:1002::/gone:/bin/sh", "none:x:1003:1003:::/bin/sh"));
    bare.files.set("/data/x", "");
    assert.deepEqual(await all(bare, "Win32_UserProfile", "SID", "Loaded", "Special"), { "S-1-22-1-1000": [null, "false"], "S-1-22-1-65534": [null, "true"] });
    assert.deepEqual([await all(bare, "Win32_Share", "Name"), await all(fakeMachines.laptop(), "Win32_UserAccount", "Name")], [{}, {}]);
  });

  it("reads smb.conf as Samba does", () => {
    const sections = readSamba(lines("path = before any", "[A]", "Guest  OK= yes # no comment", "#x = 1", "b", "[a]", "path = /x\\", " y", "[]"));
    assert.deepEqual([...sections].map(([name, settings]) => [name, [...settings]]), [["A", [["guestok", "yes # no comment"], ["path", "/x y"]]]]);
  });

  it("on macOS Directory Services tells, on Windows Windows itself", async () => {
    const mac = fakeMachines.server({
      platform: "darwin", files: { "/Users/ada/x": "", "/var/empty/x": "" },
      run: (program) => (program !== "/usr/bin/dscl" ? undefined : { status: 0, stderr: "", stdout: lines("NFSHomeDirectory: /Users/ada", "RealName:", " Ada Lovelace", "RecordName: ada", "UniqueID: 501", "UserShell: /bin/zsh", "-", "NFSHomeDirectory: /var/empty", "RealName: Unprivileged", "RecordName: nobody BUILTIN\\Nobody", "UniqueID: -2", "UserShell: /usr/bin/false", "-", "torn") }),
    });
    assert.deepEqual(await all(mac, "Win32_UserAccount", "Name", "FullName", "SID", "Disabled", "Lockout"), { ada: ["Ada Lovelace", "S-1-22-1-501", null, null], nobody: ["Unprivileged", "S-1-22-1-4294967294", "true", null] });
    assert.deepEqual(await all(mac, "Win32_UserProfile", "LocalPath", "Special"), { "/Users/ada": ["false"], "/var/empty": ["true"] });
    const said: Readonly<Record<string, string>> = {
      Win32_UserAccount: '{"Name":"Administrator","SID":"S-1-5-21-1-500","FullName":"","Description":"Built-in","Disabled":true,"Lockout":false,"PasswordRequired":true,"PasswordExpires":false,"PasswordChangeable":true}',
      Win32_UserProfile: '[{"SID":"S-1-5-18","LocalPath":"C:\\\\Windows\\\\system32","Loaded":true,"Special":true,"LastUseTime":"\\/Date(1772349330250)\\/","Status":0},{"SID":"S-1-5-21-1-1001","LocalPath":"C:\\\\Users\\\\ada","Loaded":false,"Special":false,"LastUseTime":null,"Status":0},7]',
      Win32_Share: '[{"Name":"ADMIN$","Path":"C:\\\\Windows","Description":"Remote Admin","Type":2147483648,"AllowMaximum":true,"MaximumAllowed":null},{"Name":"d","Path":"D:\\\\","Description":"","Type":0,"AllowMaximum":false,"MaximumAllowed":3}]',
    };
    const windows = fakeMachines.server({ platform: "win32", offset: 0, files: {}, run: (_program, args) => ({ status: 0, stderr: "", stdout: said[/Get-CimInstance (\w+)/u.exec(args.at(-1)!)![1]!] ?? "no JSON" }) });
    assert.deepEqual(await all(windows, "Win32_UserAccount", "Name", "SID", "Disabled", "PasswordChangeable", "Status"), { Administrator: ["S-1-5-21-1-500", "true", "true", "Degraded"] });
    assert.deepEqual(await all(windows, "Win32_UserProfile", "LocalPath", "Special", "LastUseTime"), { "C:\\Windows\\system32": ["true", "2026-03-01T07:15:30.25Z"], "C:\\Users\\ada": ["false", null] });
    assert.deepEqual(await all(windows, "Win32_Share", "Name", "Type", "AllowMaximum", "MaximumAllowed"), { ADMIN$: ["2147483648", "true", null], d: ["0", "false", "3"] });
    assert.deepEqual(await all(windows, "Win32_Service", "Name"), {});
    assert.ok(windows.done.includes("powershell.exe -NoLogo -NoProfile -NonInteractive -Command [Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-CimInstance Win32_UserAccount -Filter \"LocalAccount=TRUE\" | Select-Object Name,SID,FullName,Description,Disabled,Lockout,PasswordRequired,PasswordExpires,PasswordChangeable | ConvertTo-Json -Compress"));
  });
});
