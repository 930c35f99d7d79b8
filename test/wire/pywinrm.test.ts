import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pluginXml, startConfiguredHost, testPlugin } from "../support/configured-host.js";
import { debianPackage } from "../support/debian.js";
import { projectRoot } from "../support/project-root.js";
import { runProgram } from "../support/run-program.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

/** Debian's Python, not the machine's own: the package is installed for that one. */
const python = "/usr/bin/python3";
const skip = debianPackage("python3-winrm", `${python} -c 'import winrm'`);
const SLOW = "urn:test:slow";

const protocol = (host: RunningHost): string => `
import sys, winrm, xmltodict
from winrm.protocol import Protocol
p = Protocol(endpoint='${host.urls[0]}', transport='basic', username='${host.user}', password='${host.password}', operation_timeout_sec=1, read_timeout_sec=15)
N = 'http://schemas.xmlsoap.org/ws/2004/09/enumeration'
def ask(action, uri, body):
    header = p._get_soap_header(action=action, resource_uri=uri)
    header['@xmlns:n'] = N
    return xmltodict.parse(p.send_message(xmltodict.unparse({'env:Envelope': dict(header, **{'env:Body': body})})))['s:Envelope']['s:Body']
`;

describe("pywinrm 0.3.0", { skip }, () => {
  let host: RunningHost;
  before(async () => {
    host = await startConfiguredHost({ "/wsman": { plugins: pluginXml("slow", testPlugin("refusing-plugin"), [[SLOW, "Get Enumerate"]]) } });
  });
  after(() => host.stop());
  const run = async (script: string, before = protocol(host)): Promise<{ status: number | null; output: string; last: string }> => {
    const ran = await runProgram(python, ["-c", before + script]);
    return { status: ran.status, output: ran.stdout.toString().trim(), last: ran.stderr.trim().split("\n").at(-1) ?? "" };
  };

  it("gets winrm/config with the headers it always sends", async () => {
    const ran = await run("print(ask('http://schemas.xmlsoap.org/ws/2004/09/transfer/Get', 'http://schemas.microsoft.com/wbem/wsman/1/config', {})['cfg:Config']['cfg:MaxEnvelopeSizekb'])");
    assert.equal(ran.status, 0, ran.last);
    assert.equal(ran.output, "500");
  });

  it("identifies", async () => {
    const ran = await run(`
envelope = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body><i:Identify xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/></s:Body></s:Envelope>'
print(xmltodict.parse(p.send_message(envelope))['s:Envelope']['s:Body']['wsmid:IdentifyResponse']['wsmid:ProductVersion'])`);
    assert.match(ran.output, /^OS: \S+ SP: \d+\.\d+ Stack: 3\.0$/u, ran.last);
  });

  it("enumerates and pulls", async () => {
    const ran = await run(`
uri = 'http://schemas.microsoft.com/wbem/wsman/1/config/plugin'
context, names = ask(N + '/Enumerate', uri, {'n:Enumerate': None})['n:EnumerateResponse']['n:EnumerationContext'], []
while context:
    answer = ask(N + '/Pull', uri, {'n:Pull': {'n:EnumerationContext': context, 'n:MaxElements': '1'}})['n:PullResponse']
    names.append(answer['n:Items']['PlugInConfiguration']['@Name'])
    context = answer.get('n:EnumerationContext')
print(','.join(names))`);
    assert.equal(ran.output, "winrm-config,registry,system,slow", ran.last);
  });

  it("is told in words it shows that there is no shell yet", async () => {
    const ran = await run("p.open_shell()");
    assert.equal(ran.status, 1);
    assert.match(ran.last, /^winrm\.exceptions\.WinRMError: No resource is found .* No plug-in of this application serves the resource URI http:\/\/schemas\.microsoft\.com\/wbem\/wsman\/1\/windows\/shell\/cmd\./u);
    assert.match(ran.last, /'http_status_code': 500, 'wsmanfault_code': '2150858752', 'fault_code': 's:Sender', 'fault_subcode': 'a:DestinationUnreachable'/u);
  });

  it("raises its own timeout error when the operation timeout that it sent is over", async () => {
    const ran = await run(`
context = ask(N + '/Enumerate', '${SLOW}', {'n:Enumerate': None})['n:EnumerateResponse']['n:EnumerationContext']
ask(N + '/Pull', '${SLOW}', {'n:Pull': {'n:EnumerationContext': context}})`);
    assert.equal(ran.status, 1);
    assert.match(ran.last, /^winrm\.exceptions\.WinRMOperationTimeoutError/u);
  });

  it("is rejected with a wrong password", async () => {
    const ran = await run("p.open_shell()", protocol(host).replace(host.password, "wrong"));
    assert.match(ran.last, /InvalidCredentialsError/u);
  });

  it("and a client of requests and ElementTree alone creates, gets, pulls, releases and deletes", async () => {
    const ran = await runProgram(python, [join(projectRoot, "test", "wire", "requests_client.py"), host.urls[0]!, host.user, host.password]);
    assert.equal(ran.status, 0, ran.stderr);
    assert.deepEqual(JSON.parse(ran.stdout.toString()), {
      got: "3 <ü>", names: Array.from({ length: 10 }, (_, n) => `v${n}`), pulls: 3, late: "n:InvalidEnumerationContext", first: 3, released: "n:InvalidEnumerationContext", deleted: "a:DestinationUnreachable",
    });
  });
});

describe("pywinrm 0.3.0 over TLS", { skip }, () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost({ config: join(projectRoot, "config", "examples", "https") });
  });
  after(() => host.stop());

  it("identifies, and is told how it authenticated", async () => {
    const secure = host.urls.find((url) => url.startsWith("https:"))!;
    const certificate = join(projectRoot, "config", "examples", "https", "for-trying-out.pem");
    const ran = await runProgram(python, ["-c", `
import os
os.environ['REQUESTS_CA_BUNDLE'] = '${certificate}'
import xmltodict
from winrm.protocol import Protocol
p = Protocol(endpoint='${secure}', transport='basic', username='${host.user}', password='${host.password}', server_cert_validation='validate')
envelope = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body><i:Identify xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/></s:Body></s:Envelope>'
print(xmltodict.parse(p.send_message(envelope))['s:Envelope']['s:Body']['wsmid:IdentifyResponse']['wsmid:SecurityProfiles']['wsmid:SecurityProfileName'])`]);
    assert.equal(ran.stdout.toString().trim(), "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/basic", ran.stderr);
  });
});
