"""Posts to a host with a client certificate by requests and urllib3, and prints what it was answered as JSON: status of each request."""
import json
import ssl
import sys

import requests
from requests.adapters import HTTPAdapter

url, authority, certificate, key, version, sizes = sys.argv[1:7]


class Pinned(HTTPAdapter):
    """Speaks one version of TLS."""

    def init_poolmanager(self, *args, **named):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = context.maximum_version = getattr(ssl.TLSVersion, version)
        if certificate != "-":
            context.load_cert_chain(certificate, key)
        super().init_poolmanager(*args, ssl_context=context, **named)


session = requests.Session()
# What the environment trusts instead would come first.
session.trust_env = False
session.verify = authority
session.mount("https://", Pinned())
session.headers["Authorization"] = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual"
session.headers["Content-Type"] = "application/soap+xml;charset=UTF-8"
envelope = sys.stdin.read()
found = []
for size in sizes.split(","):
    body = envelope.replace("</s:Header>", "<!--" + "x" * int(size) + "--></s:Header>")
    try:
        found.append(session.post(url, data=body.encode()).status_code)
    except requests.exceptions.RequestException as error:
        found.append(type(error).__name__)
print(json.dumps(found))
