"""A WS-Management client of its own: requests and ElementTree, nothing of the host. Prints what it found as JSON."""
import json
import sys
import uuid
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import requests

S = "http://www.w3.org/2003/05/soap-envelope"
A = "http://schemas.xmlsoap.org/ws/2004/08/addressing"
W = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"
N = "http://schemas.xmlsoap.org/ws/2004/09/enumeration"
X = "http://schemas.xmlsoap.org/ws/2004/09/transfer"
R = "urn:wsmanor:registry"
ANONYMOUS = A + "/role/anonymous"

url, user, password = sys.argv[1:4]
session = requests.Session()
session.auth = (user, password)
session.headers["Content-Type"] = "application/soap+xml;charset=UTF-8"


def send(action, uri, selectors=None, body="", prefix="soap"):
    """Sends a request with prefixes that no server writes, checks the answer's headers, and gives its Body."""
    message_id = "uuid:" + str(uuid.uuid4())
    chosen = "".join('<m:Selector Name="%s">%s</m:Selector>' % (name, escape(value)) for name, value in (selectors or {}).items())
    text = (
        '<?xml version="1.0" encoding="utf-8"?><{p}:Envelope xmlns:{p}="{S}" xmlns:adr="{A}" xmlns:m="{W}" xmlns:enu="{N}"><{p}:Header>'
        '<adr:To>{url}</adr:To><m:ResourceURI {p}:mustUnderstand="true">{uri}</m:ResourceURI><adr:ReplyTo><adr:Address>{ANONYMOUS}</adr:Address></adr:ReplyTo>'
        '<adr:Action {p}:mustUnderstand="true">{action}</adr:Action><adr:MessageID>{message_id}</adr:MessageID><m:SelectorSet>{chosen}</m:SelectorSet>'
        "</{p}:Header><{p}:Body>{body}</{p}:Body></{p}:Envelope>"
    ).format(p=prefix, S=S, A=A, W=W, N=N, url=url, uri=uri, ANONYMOUS=ANONYMOUS, action=action, message_id=message_id, chosen=chosen, body=body)
    answer = session.post(url, data=text.encode("utf-8"))
    root = ET.fromstring(answer.content)
    header = root.find("{%s}Header" % S)
    assert header.find("{%s}RelatesTo" % A).text == message_id
    fault = root.find("{%s}Body/{%s}Fault" % (S, S))
    assert (answer.status_code == 500) == (fault is not None)
    if fault is None:
        assert header.find("{%s}Action" % A).text == action + "Response"
    return root.find("{%s}Body" % S)


def subcode(body):
    return body.find(".//{%s}Subcode/{%s}Value" % (S, S)).text


found = {}
for number in range(10):
    created = send(X + "/Create", R, {"Key": "Python", "Value": "v%d" % number}, "<Value><Type>String</Type><Data>%d &lt;ü&gt;</Data></Value>" % number)
    assert created.find(".//{%s}ResourceCreated" % X) is not None
found["got"] = send(X + "/Get", R, {"Key": "python", "Value": "V3"}).find(".//{%s}Data" % R).text

opened = send(N + "/Enumerate", R, {"Key": "Python"}, "<enu:Enumerate/>")
context = opened.find(".//{%s}EnumerationContext" % N).text
names, contexts, pulls = [], {context}, 0
while context:
    pulled = send(N + "/Pull", R, None, "<enu:Pull><enu:EnumerationContext>%s</enu:EnumerationContext><enu:MaxElements>4</enu:MaxElements></enu:Pull>" % context)
    pulls += 1
    names += [name.text for name in pulled.findall(".//{%s}Items/{%s}Value/{%s}Name" % (N, R, R))]
    ended = pulled.find(".//{%s}EndOfSequence" % N) is not None
    following = pulled.find(".//{%s}EnumerationContext" % N)
    assert ended == (following is None)
    last, context = context, None if following is None else following.text
    contexts.add(context or last)
found["names"], found["pulls"] = names, pulls
found["late"] = subcode(send(N + "/Pull", R, None, "<enu:Pull><enu:EnumerationContext>%s</enu:EnumerationContext></enu:Pull>" % last))

opened = send(N + "/Enumerate", R, {"Key": "Python"}, "<enu:Enumerate><m:OptimizeEnumeration/><m:MaxElements>3</m:MaxElements></enu:Enumerate>")
found["first"] = len(opened.findall(".//{%s}Items/*" % W))
context = opened.find(".//{%s}EnumerationContext" % N).text
assert len(send(N + "/Release", R, None, "<enu:Release><enu:EnumerationContext>%s</enu:EnumerationContext></enu:Release>" % context)) == 0
found["released"] = subcode(send(N + "/Pull", R, None, "<enu:Pull><enu:EnumerationContext>%s</enu:EnumerationContext></enu:Pull>" % context))

assert len(send(X + "/Delete", R, {"Key": "Python"})) == 0
found["deleted"] = subcode(send(X + "/Get", R, {"Key": "Python"}))
print(json.dumps(found))
