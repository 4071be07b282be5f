"""A file system that can lose power.

    /usr/bin/python3 losefs.py PLATTER MOUNT

What a program has fsynced lies on the platter. Everything else (bytes, lengths, names) is held in memory and is
forgotten at SIGUSR1, as a power cut would do. Names become durable by fsync of their directory, bytes by fsync or
fdatasync of their file. SIGUSR2 forgets too, but keeps a random beginning of each file's unsynced writes, so that the
last one may be torn. Needs python3-fusepy and fuse.
"""

import errno
import os
import random
import signal
import stat
import sys
import time

from fusepy import FUSE, FuseOSError, Operations


class Node:
    def __init__(self, ino, mode):
        self.ino = ino
        self.mode = mode
        self.uid, self.gid = 0, 0
        self.size = 0
        self.durable_size = 0
        self.pending = []  # (offset, bytes) of a write, (length, None) of a truncate, in order
        self.names = {}  # of a directory: what programs see
        self.durable_names = {}  # of a directory: what survives
        self.target = None
        self.mtime = time.time()


class LoseFs(Operations):
    def __init__(self, platter):
        self.platter = platter
        self.seed = random.Random(int(os.environ.get("LOSEFS_SEED", "1")))
        self.last = 1
        self.root = Node(1, stat.S_IFDIR | 0o777)
        self.handles = {}
        self.next_handle = 1
        self.syncs = 0

    # -- tree ---------------------------------------------------------------------------------------------------

    def find(self, path):
        node = self.root
        for name in path.split("/"):
            if name:
                node = node.names.get(name)
                if node is None:
                    raise FuseOSError(errno.ENOENT)
        return node

    def place(self, path):
        head, _, name = path.rpartition("/")
        return self.find(head), name

    def make(self, path, mode):
        folder, name = self.place(path)
        if name in folder.names:
            raise FuseOSError(errno.EEXIST)
        self.last += 1
        node = Node(self.last, mode)
        folder.names[name] = node
        return node

    # -- bytes --------------------------------------------------------------------------------------------------

    def disk(self, node, flags=os.O_RDWR):
        return os.open(os.path.join(self.platter, str(node.ino)), flags | os.O_CREAT, 0o600)

    def load(self, node, size, offset):
        size = max(0, min(size, node.size - offset))
        out = bytearray(size)
        if node.durable_size > offset:
            fd = self.disk(node)
            old = os.pread(fd, min(size, node.durable_size - offset), offset)
            os.close(fd)
            out[: len(old)] = old
        for at, data in node.pending:
            if data is None:
                if at < offset + size:
                    out[max(0, at - offset) :] = bytes(size - max(0, at - offset))
                continue
            start, end = max(at, offset), min(at + len(data), offset + size)
            if start < end:
                out[start - offset : end - offset] = data[start - at : end - at]
        return bytes(out)

    def settle(self, node):
        if not node.pending and node.size == node.durable_size:
            return
        fd = self.disk(node)
        for at, data in node.pending:
            if data is None:
                os.ftruncate(fd, at)
            else:
                os.pwrite(fd, data, at)
        os.ftruncate(fd, node.size)
        os.close(fd)
        node.pending, node.durable_size = [], node.size

    # -- power cut ----------------------------------------------------------------------------------------------

    def cut(self, torn):
        lost, seen = 0, set()

        def forget(node):
            nonlocal lost
            if node.ino in seen:
                return
            seen.add(node.ino)
            if stat.S_ISDIR(node.mode):
                lost += len(set(node.names) ^ set(node.durable_names))
                for child in [*node.names.values(), *node.durable_names.values()]:
                    forget(child)
                node.names = dict(node.durable_names)
                return
            if node.pending or node.size != node.durable_size:
                lost += 1
            if torn and node.pending:
                keep = self.seed.randrange(len(node.pending) + 1)
                rest = node.pending[keep : keep + 1]
                node.pending = node.pending[:keep]
                if rest and rest[0][1]:
                    at, data = rest[0]
                    node.pending.append((at, data[: self.seed.randrange(len(data))]))
                node.size = node.durable_size
                for at, data in node.pending:
                    node.size = at if data is None else max(node.size, at + len(data))
                self.settle(node)
            node.pending, node.size = [], node.durable_size

        forget(self.root)
        sys.stderr.write("LOST %d\n" % lost)
        sys.stderr.flush()

    # -- operations ---------------------------------------------------------------------------------------------

    def init(self, path):
        sys.stderr.write("READY\n")
        sys.stderr.flush()

    def getattr(self, path, fh=None):
        node = self.find(path)
        return {
            "st_mode": node.mode,
            "st_ino": node.ino,
            "st_size": node.size,
            "st_blocks": (node.size + 511) // 512,
            "st_nlink": 2 if stat.S_ISDIR(node.mode) else 1,
            "st_uid": node.uid,
            "st_gid": node.gid,
            "st_mtime": node.mtime,
            "st_ctime": node.mtime,
            "st_atime": node.mtime,
        }

    def readdir(self, path, fh):
        return [".", "..", *self.find(path).names]

    def hold(self, node):
        self.next_handle += 1
        self.handles[self.next_handle] = node
        return self.next_handle

    def create(self, path, mode, fi=None):
        return self.hold(self.make(path, stat.S_IFREG | stat.S_IMODE(mode)))

    def open(self, path, flags):
        node = self.find(path)
        if flags & os.O_TRUNC:
            self.shorten(node, 0)
        return self.hold(node)

    def opendir(self, path):
        return self.hold(self.find(path))

    def release(self, path, fh):
        self.handles.pop(fh, None)
        return 0

    releasedir = release

    def read(self, path, size, offset, fh):
        return self.load(self.handles[fh], size, offset)

    def write(self, path, data, offset, fh):
        node = self.handles[fh]
        node.pending.append((offset, bytes(data)))
        node.size = max(node.size, offset + len(data))
        node.mtime = time.time()
        return len(data)

    def shorten(self, node, length):
        node.pending.append((length, None))
        node.size = length

    def truncate(self, path, length, fh=None):
        self.shorten(self.handles[fh] if fh else self.find(path), length)

    def fsync(self, path, datasync, fh):
        self.settle(self.handles[fh])
        self.syncs += 1
        return 0

    def fsyncdir(self, path, datasync, fh):
        folder = self.handles[fh]
        folder.durable_names = dict(folder.names)
        return 0

    def mkdir(self, path, mode):
        self.make(path, stat.S_IFDIR | stat.S_IMODE(mode))

    def symlink(self, path, target):
        self.make(path, stat.S_IFLNK | 0o777).target = target

    def readlink(self, path):
        return self.find(path).target

    def link(self, path, source):
        folder, name = self.place(path)
        if name in folder.names:
            raise FuseOSError(errno.EEXIST)
        folder.names[name] = self.find(source)

    def unlink(self, path):
        folder, name = self.place(path)
        if folder.names.pop(name, None) is None:
            raise FuseOSError(errno.ENOENT)

    def rmdir(self, path):
        folder, name = self.place(path)
        if self.find(path).names:
            raise FuseOSError(errno.ENOTEMPTY)
        del folder.names[name]

    def rename(self, old, new):
        source, name = self.place(old)
        folder, wanted = self.place(new)
        node = self.find(old)
        del source.names[name]
        folder.names[wanted] = node

    def chmod(self, path, mode):
        node = self.find(path)
        node.mode = stat.S_IFMT(node.mode) | stat.S_IMODE(mode)

    def chown(self, path, uid, gid):
        node = self.find(path)
        node.uid = node.uid if uid == -1 else uid
        node.gid = node.gid if gid == -1 else gid

    def utimens(self, path, times=None):
        self.find(path).mtime = times[1] if times else time.time()

    def flush(self, path, fh):
        return 0

    def statfs(self, path):
        seen = os.statvfs(self.platter)
        fields = ("f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_favail", "f_ffree", "f_files", "f_frsize", "f_namemax")
        return {name: getattr(seen, name) for name in fields}


fs = LoseFs(sys.argv[1])
signal.signal(signal.SIGUSR1, lambda *_: fs.cut(torn=False))
signal.signal(signal.SIGUSR2, lambda *_: fs.cut(torn=True))
# Without direct_io and with caches the kernel would go on serving what the platter has forgotten.
FUSE(
    fs,
    sys.argv[2],
    foreground=True,
    nothreads=True,
    direct_io=True,
    big_writes=True,
    entry_timeout=0,
    attr_timeout=0,
    negative_timeout=0,
    allow_other=True,
    fsname="losefs",
)
