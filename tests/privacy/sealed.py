"""A process that may not open a connection.

On Linux the kernel ends it at the first socket, whatever library asks for one: seccomp(2) holds for all
threads and for the processes that this one starts, and cannot be taken back. Everywhere Python's own audit
hook ends it when Python's code is about to open a connection, to ask for an address or to start a program.
"""

import ctypes
import os
import platform
import struct
import sys

# struct sock_filter {code, jt, jf, k} of <linux/filter.h>.
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL_PROCESS, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_NUMBER, _FAMILY, _LOCAL = 0, 16, 1  # places in struct seccomp_data; AF_UNIX
_NO_RIGHT = 13  # EACCES
SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
AUDITED = 77  # the exit code when Python's own code would have opened a connection
_EVENTS = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "webbrowser.")
_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "os.startfile/2")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def is_possible() -> bool:
    """Whether this kernel and processor are known here."""
    return platform.system() == "Linux" and platform.machine() in SOCKET_CALL


def deny_sockets(*, but_local: bool = False, refuse: bool = False) -> None:
    """From now on socket(2) ends the process with SIGSYS.

    `but_local`: one to a program on this computer (AF_UNIX) is let through, as a screen needs it.
    `refuse`: the process is not ended; it hears that it has no right.
    """
    answer = _REFUSE | _NO_RIGHT if refuse else _KILL_PROCESS
    steps = [
        (_LOAD, 0, 0, _NUMBER),
        (_EQUAL, 0, 3, SOCKET_CALL[platform.machine()]),
        (_LOAD, 0, 0, _FAMILY),
        (_EQUAL, 1, 0, _LOCAL if but_local else 0xFFFF),
        (_RETURN, 0, 0, answer),
        (_RETURN, 0, 0, _ALLOW),
    ]
    content = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(content))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)):
        if system.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "sockets cannot be denied")


def audit_connections() -> None:
    """From now on the process ends when Python's own code would open a connection or start a program."""

    def hear(event: str, _: object) -> None:
        if event.startswith(_EVENTS) or event in _PROGRAMS:
            print(f"audit: {event}", flush=True)
            os._exit(AUDITED)

    sys.addaudithook(hear)
