import { debianPackage } from "./debian.js";
import { runProgram } from "./run-program.js";

/** Debian's Python, not the machine's own: its packages are installed for that one. */
const python = "/usr/bin/python3";

/** `false`, or why there is no independent client of GSSAPI. */
export const withoutPythonGssapi: string | false = debianPackage("python3-gssapi", `${python} -c 'import gssapi.raw'`);

type Environment = Readonly<Record<string, string>>;

/** Runs a program of the machine for an account that has logged in. @throws with what it complained about */
export const runAs = (environment: Environment, program: string, ...args: readonly string[]): Promise<string> => run(environment, program, args);

export const runPython = (environment: Environment, script: string): Promise<string> => run(environment, python, ["-"], script);

async function run(environment: Environment, program: string, args: readonly string[], input?: string): Promise<string> {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const { status, stdout, stderr } = await runProgram("env", [...settings, program, ...args], input);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout.toString("utf8").trim();
}

const begin = `
import base64, gssapi
from gssapi.raw import ChannelBindings
F = gssapi.RequirementFlag
OIDS = {'krb5': '1.2.840.113554.1.2.2', 'spnego': '1.3.6.1.5.5.2'}
def context(mechanism='krb5', target='HTTP@localhost', flags=(F.mutual_authentication, F.confidentiality, F.integrity, F.replay_detection, F.out_of_sequence_detection), binding=None):
    name = gssapi.Name(target, gssapi.NameType.hostbased_service)
    bindings = None if binding is None else ChannelBindings(application_data=binding)
    return gssapi.SecurityContext(name=name, mech=gssapi.OID.from_int_seq(OIDS[mechanism]), usage='initiate', flags=list(flags), channel_bindings=bindings)
`;

/** First tokens of so many logins. @param how arguments of `context` in Python */
export async function firstTokens(environment: Environment, how = "", count = 1): Promise<readonly Buffer[]> {
  const output = await runPython(environment, `${begin}\nfor _ in range(${count}): print(base64.b64encode(context(${how}).step()).decode())`);
  return output.split("\n").map((line) => Buffer.from(line, "base64"));
}

/** The token of a login without mutual authentication, and messages after it: header and data in one. */
export async function messagesAfterLogin(environment: Environment, bodies: readonly string[], confidential: boolean): Promise<readonly Buffer[]> {
  const output = await runPython(environment, `${begin}
c = context(flags=[F.confidentiality, F.integrity, F.replay_detection, F.out_of_sequence_detection])
print(base64.b64encode(c.step()).decode())
for body in ${JSON.stringify(bodies)}: print(base64.b64encode(c.wrap(body.encode(), ${confidential ? "True" : "False"}).message).decode())`);
  return output.split("\n").map((line) => Buffer.from(line, "base64"));
}

/**
 * One login over HTTP with sealed bodies after it: posts each body on the connection of the login, checks the token of mutual
 * authentication, and prints what the answers say when they are opened.
 * @param scheme also the word of the content type
 */
export const sealedRoundTrip = (environment: Environment, port: number, scheme: "Negotiate" | "Kerberos", bodies: readonly string[]): Promise<string> => runPython(environment, `${begin}
import http.client, struct
word = {'Negotiate': 'SPNEGO', 'Kerberos': 'Kerberos'}['${scheme}']
c = context('${scheme === "Negotiate" ? "spnego" : "krb5"}')
h = http.client.HTTPConnection('localhost', ${port})
h.request('POST', '/wsman', b'', {'Authorization': '${scheme} ' + base64.b64encode(c.step()).decode(), 'Content-Length': '0'})
r = h.getresponse(); r.read()
assert r.status == 200, r.status
c.step(base64.b64decode(r.getheader('WWW-Authenticate').split(' ')[1]))
assert c.complete
for body in ${JSON.stringify(bodies)}:
    body = body.encode()
    iov = gssapi.raw.IOV(gssapi.raw.IOVBufferType.header, body, std_layout=False)
    assert gssapi.raw.wrap_iov(c, iov, confidential=True)
    head, data = iov[0].value, iov[1].value
    protocol = 'application/HTTP-%s-session-encrypted' % word
    part = ('--Encrypted Boundary\\r\\n\\tContent-Type: %s\\r\\n\\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\\r\\n--Encrypted Boundary\\r\\n\\tContent-Type: application/octet-stream\\r\\n' % (protocol, len(body))).encode()
    message = part + struct.pack('<I', len(head)) + head + data + b'--Encrypted Boundary--\\r\\n'
    h.request('POST', '/wsman', message, {'Content-Type': 'multipart/encrypted;protocol="%s";boundary="Encrypted Boundary"' % protocol})
    r = h.getresponse(); answer = r.read()
    assert r.status == 200, (r.status, answer)
    assert protocol in r.getheader('Content-Type'), r.getheader('Content-Type')
    at = answer.index(b'octet-stream\\r\\n') + len(b'octet-stream\\r\\n')
    length = struct.unpack('<I', answer[at:at + 4])[0]
    plain = gssapi.raw.unwrap(c, answer[at + 4:answer.rindex(b'--Encrypted Boundary--')])
    assert plain.encrypted
    print(length, plain.message.decode())
`);
