"""Runs a scenario, Python text on standard input, with what all scenarios share. What `say` is given is printed as JSON."""
import ast
import json
import os
import sys
import time
from base64 import b64encode

import xmltodict
from winrm.exceptions import InvalidCredentialsError, WinRMError, WinRMOperationTimeoutError
from winrm.protocol import Protocol

recorded, direct, user, password, folder = sys.argv[1:]
SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell'


def protocol(**options):
    return Protocol(**{**dict(endpoint=recorded, transport='basic', username=user, password=password), **options})


p = protocol()


def say(*values):
    print(json.dumps(values))


def ended(shell, command):
    """The command's whole output, and its exit code; the command is cleaned up."""
    out, err, code = p.get_command_output(shell, command)
    p.cleanup_command(shell, command)
    return out, err, code


def run(line, arguments=(), skip_cmd_shell=False, codepage=65001, **options):
    """A shell for one command, as winrm.Session does it. Output as text."""
    shell = p.open_shell(codepage=codepage, **options)
    out, err, code = ended(shell, p.run_command(shell, line, arguments, skip_cmd_shell=skip_cmd_shell))
    p.close_shell(shell)
    page = 'utf-8' if codepage == 65001 else 'cp%d' % codepage
    return out.decode(page), err.decode(page), code


def send(shell, command, octets, end=False):
    """As later versions of pywinrm do it; this one has no way to send input."""
    message = {'env:Envelope': p._get_soap_header(resource_uri=SHELL + '/cmd', action=SHELL + '/Send', shell_id=shell)}
    stream = message['env:Envelope'].setdefault('env:Body', {}).setdefault('rsp:Send', {}).setdefault('rsp:Stream', {})
    stream['@Name'] = 'stdin'
    stream['@CommandId'] = command
    if end:
        stream['@End'] = 'true'
    stream['#text'] = b64encode(octets)
    p.send_message(xmltodict.unparse(message))


def refused(call, *arguments, **options):
    """The exception, with the fault's subcode and code where it has one."""
    try:
        call(*arguments, **options)
    except InvalidCredentialsError as error:
        return type(error).__name__
    except WinRMError as error:
        fault = ast.literal_eval(str(error).split('(extended fault data: ')[1][:-1])
        return type(error).__name__, fault['fault_subcode'], fault['wsmanfault_code']
    except Exception as error:
        return type(error).__name__
    return 'not refused'


def start_long(shell):
    """A command with a child, both of which would run for a day; returns when it has said that it runs."""
    command = p.run_command(shell, 'echo $$ >%s/pids; sleep 86400 & echo $! >>%s/pids; echo runs; wait' % (folder, folder))
    out = b''
    while out != b'runs\n':
        out += p._raw_get_command_output(shell, command)[0]
    return command


def is_gone(pid):
    try:
        with open('/proc/%s/stat' % pid) as stat:
            return stat.read().rsplit(')', 1)[1].split()[0] == 'Z'
    except (FileNotFoundError, ProcessLookupError):
        return True


def all_gone():
    """Waits until the processes of start_long are gone, for as long as the test may take."""
    pids = open(folder + '/pids').read().split()
    assert len(pids) == 2
    while not all(is_gone(pid) for pid in pids):
        time.sleep(0.01)
    return True


exec(sys.stdin.read())
