"""Tells how much memory another process holds, on any system and without a library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def memory_of(process_id: int) -> int:
    """Return the bytes of memory that a process holds; 0 where there is no such process or nobody can tell."""
    if sys.platform == "win32":
        return _committed_on_windows(process_id)
    if sys.platform == "linux":
        return _resident_on_linux(process_id)
    return _resident_by_ps(process_id)


def _resident_on_linux(process_id: int) -> int:
    try:
        lines = Path(f"/proc/{process_id}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def _resident_by_ps(process_id: int) -> int:
    # In a POSIX system ps is in the path, and -o rss= is known to macOS and the BSDs too; it tells kilobytes.
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process_id)],  # noqa: S607 - where ps lies differs between systems
        capture_output=True,
        check=False,
    ).stdout.strip()
    return 1024 * int(told) if told.isdigit() else 0


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def _committed_on_windows(process_id: int) -> int:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.OpenProcess(_QUERY, False, process_id)
        if not handle:
            return 0
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        try:
            known = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        finally:
            kernel.CloseHandle(handle)
        return int(counters.PagefileUsage) if known else 0
