"""For each line of standard input runs `echo` with pywinrm, and a bare exchange before it; prints the milliseconds of each request as JSON.

usage: pywinrm_echo.py URL USER PASSWORD
"""
import json
import re
import sys
import time

import winrm

url, user, password = sys.argv[1:]
IDENTIFY = (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>'
    '<i:Identify xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/></s:Body></s:Envelope>'
)
session = winrm.Session(url, auth=(user, password))
protocol = session.protocol
send = protocol.send_message
requests = []


def timed(message):
    """What pywinrm itself does with an answer is no part of a request's time."""
    text = message if isinstance(message, str) else message.decode()
    began = time.perf_counter()
    answer = send(message)
    took = (time.perf_counter() - began) * 1000
    action = re.search(r'Action[^>]*>([^<]*)<', text)
    requests.append([action.group(1).rsplit('/', 1)[1] if action else 'Identify', took, b'CommandState/Done' in (answer if isinstance(answer, bytes) else answer.encode())])
    return answer


protocol.send_message = timed
for _ in sys.stdin:
    requests.clear()
    timed(IDENTIFY)
    bare = requests.pop()[1]
    began = time.perf_counter()
    result = session.run_cmd('echo', ['hello'])
    took = (time.perf_counter() - began) * 1000
    assert (result.std_out, result.status_code) == (b'hello\n', 0), result
    print(json.dumps({'bare': bare, 'whole': took, 'requests': list(requests)}), flush=True)
