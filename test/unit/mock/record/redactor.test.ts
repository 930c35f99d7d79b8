import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findSecrets, namesSecret } from "../../../../src/mock/record/find-secrets.js";
import { literally, Redactor } from "../../../../src/mock/record/redactor.js";

const found = (text: string): readonly string[] => [...new Set(findSecrets(text).map(({ secret }) => secret))];

describe("secrets in command lines", () => {
  const secret: Readonly<Record<string, readonly string[]>> = {
    "app -Password s3cret": ["s3cret"],
    "app --password=s3cret --quiet": ["s3cret"],
    "app /PASSWORD:s3cret": ["s3cret"],
    'app -Passphrase "two words"': ["two words"],
    "$adminPassword = 'it''s'": ["it''s"],
    '{"apiKey": "abc", "client_secret":"def"}': ["abc", "def"],
    "Server=a;User Id=b;Password=c;Encrypt=true": ["c"],
    "ConvertTo-SecureString 'x y' -AsPlainText -Force": ["x y"],
    "ConvertTo-SecureString -AsPlainText -Force -String xyz": ["xyz"],
    "net user bob s3cret /add": ["s3cret"],
    "NET.EXE  USER \"bob smith\" s3cret": ["s3cret"],
    "net use z: \\\\server\\share s3cret /user:bob": ["s3cret"],
    "net use \\\\server\\share s3cret": ["s3cret"],
    "psexec \\\\web01 -u bob -p s3cret cmd": ["s3cret"],
    "schtasks /create /ru bob /rp s3cret /tn x": ["s3cret"],
    "curl -u bob:s3cret https://example.org": ["s3cret"],
    "git clone https://bob:s3cret@example.org/x.git": ["s3cret"],
    "curl -H 'Authorization: Bearer abcdefgh.ijk'": ["abcdefgh.ijk"],
    "set AWS_SECRET_ACCESS_KEY=abc/def+ghi": ["abc/def+ghi"],
  };
  for (const [line, secrets] of Object.entries(secret)) it(`finds them in ${line}`, () => assert.deepEqual(found(line), secrets));

  const harmless = [
    "net user bob /add", "net user bob *", "net user", "net accounts /minpwlen:8", "Set-LocalUser bob -PasswordNeverExpires:$true", "New-LocalUser bob -Password $pw",
    "Get-Secret name", "Get-Content passwords.txt", "powershell -ExecutionPolicy Bypass -File a.ps1", "app /password:%PW%", "echo basic skills", "ipconfig /all", "Password age (days): 42",
  ];
  for (const line of harmless) it(`finds none in ${line}`, () => assert.deepEqual(found(line), []));

  it("takes its time on no line", () => {
    for (const line of ["password=".repeat(20_000), `net use ${"\\\\".repeat(50_000)}`, `psexec ${"a ".repeat(50_000)}`, "ConvertTo-SecureString -Force ".repeat(5000), `x://${"a".repeat(100_000)}`, "'".repeat(50_000)]) findSecrets(line);
  });

  it("knows names of variables", () => {
    assert.deepEqual(["DB_PASSWORD", "GITHUB_TOKEN", "Pass", "PATH", "COMPASS", "tokens.left"].map((name) => namesSecret(name, "value")), [true, true, true, false, false, true]);
    assert.equal(namesSecret("PASSWORD", "true"), false);
  });
});

describe("what is redacted", () => {
  const redactor = (secrets: readonly string[], settings: Partial<ConstructorParameters<typeof Redactor>[0]> = {}): Redactor => {
    const made = new Redactor({ patterns: [], machines: false, ...settings });
    for (const secret of secrets) made.learn("command line", secret);
    return made;
  };

  it("the longest first, wherever it stands, in every form", () => {
    const { redact } = { redact: (text: string) => redactor(["secret", "secret-longer", "a<b&c d"]).redact(text) };
    assert.equal(redact("secret secret-longer xsecretx"), "[redacted] [redacted] x[redacted]x");
    assert.equal(redact("<v>a&lt;b&amp;c d</v> a%3Cb%26c%20d"), "<v>[redacted]</v> [redacted]");
    for (let before = 0; before < 4; before++) {
      for (const encoding of ["utf8", "utf16le"] as const) {
        const base64 = Buffer.from(`${"x".repeat(before)}secret-longer!`, encoding).toString("base64");
        const left = redact(base64).replaceAll("[redacted]", "");
        assert.ok(redact(base64).includes("[redacted]") && left.length <= base64.length / 2, `${before} ${encoding}: ${redact(base64)}`);
      }
    }
  });

  it("short ones only where a command says them", () => {
    const short = redactor([]);
    short.learnFromCommand("app -Password ab");
    assert.equal(short.redact("ab and cab"), "ab and cab");
    assert.deepEqual(short.pieces("app -Password ab; tab", true), ["app -Password ", "; tab"]);
    assert.equal(short.summary.short, 1);
  });

  it("secrets that overlap are one", () => assert.deepEqual(redactor(["abcdef", "defghi"]).pieces("xabcdefy abcdefghi"), ["x", "y ", "ghi"]));

  it("in octets with as many stars", () => {
    const octets = Buffer.concat([Buffer.from([0xff, 0]), Buffer.from("secret"), Buffer.from("secret", "utf16le")]);
    assert.deepEqual(Buffer.from(redactor(["secret"]).redactOctets(octets)), Buffer.concat([Buffer.from([0xff, 0]), Buffer.alloc(18, "*")]));
  });

  it("what the user's own patterns match, also where they do not", () => {
    const own = redactor([], { patterns: [/(?<=id )\d+/gu] });
    own.learnByPattern("the id 47114711");
    assert.equal(own.redact("id 47114711, again 47114711"), "id [redacted], again [redacted]");
  });

  it("names of machines when asked, in any case; addresses are none", () => {
    const machines = redactor([], { machines: true });
    for (const name of ["web01.example.org", "127.0.0.1", "localhost", undefined]) machines.learnMachine(name);
    assert.equal(machines.redact("WEB01 at web01.example.org, 127.0.0.1, localhost"), "[redacted] at [redacted], 127.0.0.1, localhost");
    const not = redactor([]);
    not.learnMachine("web01");
    assert.equal(not.redact("web01"), "web01");
  });

  it("whatever stands in it: nothing means something in the expressions that look for it", () => {
    const odd = "a.b*c(d[e]f{1}|g^h$i\\j/k+l?m-n";
    assert.equal(redactor([odd]).redact(`>${odd}<`), ">[redacted]<");
    assert.match(odd, new RegExp(`^${literally(odd)}$`, "su"));
  });
});
