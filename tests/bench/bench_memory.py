# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the memory that roostd keeps after eight requests of 57 MB and then of 20 MB, which are sent simultaneously
and rejected: at an endpoint that reads numbers in place, and at one that creates values for all of them. Compared
with the memory before."""

import http.client
import sys
import threading

from service import Service

METRIC = b'{"key":"m","value":1.5,"timestamp":1,"step":1}'


def batch(megabytes, name):
    """Returns more metrics than a batch may contain, or no data sets at all."""
    count = megabytes * 1_000_000 // (len(METRIC) + 1)
    return b'{"run_id":"none","' + name + b'":[' + b",".join([METRIC] * count) + b"]}"


def resident(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def refused(service, call, body, connections):
    """Sends the requests over eight connections that stay open, as do the threads that have answered."""
    def send(connection):
        connection.request("POST", f"/api/2.0/mlflow/runs/{call}", body,
                           {"Authorization": f"Bearer {service.token}", "Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        if answer.status not in (400, 404):
            raise RuntimeError(f"{call}: {answer.status}")

    threads = [threading.Thread(target=send, args=(connection,)) for connection in connections]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main():
    with Service(sys.argv[1]) as service:
        connections = [http.client.HTTPConnection("127.0.0.1", service.port, timeout=300) for _ in range(8)]
        refused(service, "log-batch", b'{"run_id":"none","metrics":"x"}', connections)
        before = resident(service.process)
        for megabytes in (57, 20):
            refused(service, "log-batch", batch(megabytes, b"metrics"), connections)
        refused(service, "log-inputs", batch(20, b"datasets"), connections)
        after = resident(service.process)
    print(f"memory-kept {after - before} MB {before / after:.2f} before")


main()
