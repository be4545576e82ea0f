"""A process that may not open a socket: the kernel ends it at the attempt, whatever library makes it.

seccomp(2) holds for all threads and for the processes that this one starts, and cannot be taken back.
"""

import ctypes
import platform
import struct

# struct sock_filter {code, jt, jf, k} of <linux/filter.h>.
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
SOCKET_CALL = {"x86_64": 41, "aarch64": 198}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def is_possible() -> bool:
    """Whether this kernel and processor are known here."""
    return platform.system() == "Linux" and platform.machine() in SOCKET_CALL


def deny_sockets() -> None:
    """From now on socket(2) ends the process with SIGSYS."""
    steps = (
        (_LOAD, 0, 0, 0),
        (_EQUAL, 0, 1, SOCKET_CALL[platform.machine()]),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_RETURN, 0, 0, _ALLOW),
    )
    content = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(content))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)):
        if system.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "sockets cannot be denied")
