# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of tracebacks, prefixes of platforms, messages of libraries, and several ranks. They are NOT from runs, but
were written from the sources of the tools that print them."""

from launched import FAILED, STEPS, VALUE_ERROR, case
from torchforms import frames, prefixed, raised, terminate, watchdog

RULE = "-" * 75 + "\n"
NO_FILE = "FileNotFoundError: [Errno 2] No such file or directory: 'labels.csv'"
CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
DIRECT = "\nThe above exception was the direct cause of the following exception:\n\n"

TRACEBACKS = {
    "ipython_cell": case(
        RULE + "ValueError                                Traceback (most recent call last)\nCell In[3], line 4\n      2 images "
        "= load(path)\n      3 if not images:\n----> 4     raise ValueError(f'no images in {path}')\n      6 train(images)\n\n"
        "ValueError: no images in /data/pets\n", "exception", "no images in /data/pets", 0, certainty="told"),
    "ipython_chain": case(
        RULE + "KeyError                                  Traceback (most recent call last)\nFile ~/birds/data.py:12, in "
        "pick(table, name)\n     11 try:\n---> 12     return table[name]\n     13 except KeyError:\n\nKeyError: 'birds'\n" +
        CONTEXT + "FileNotFoundError                         Traceback (most recent call last)\nCell In[4], line 1\n----> 1 "
        "pick({}, 'birds')\n\nFile ~/birds/data.py:14, in pick(table, name)\n---> 14     return open(name)\n\n" + NO_FILE + "\n",
        "missing-file", "labels.csv", 0),
    "papermill": case(
        "Executing:  40%|####      | 2/5 [00:03<00:04,  1.40s/cell]\n" +
        raised(["/opt/bin/papermill:8:<module>:    sys.exit(papermill())",
                "papermill/execute.py:251:raise_for_execution_errors:    raise error"],
               "papermill.exceptions.PapermillExecutionError: ") + RULE + "Exception encountered at \"In [3]\":\n" + RULE +
        "ModuleNotFoundError                       Traceback (most recent call last)\nCell In[3], line 1\n----> 1 import "
        "seaborn\n\nModuleNotFoundError: No module named 'seaborn'\n", "missing-module", "No module named 'seaborn'", 0),
    "nbconvert": case(
        raised(["/opt/bin/jupyter-nbconvert:8:<module>:    sys.exit(main())"],
               "nbclient.exceptions.CellExecutionError: An error occurred while executing the following cell:") +
        "------------------\nmodel = build()\nmodel.fit(x)\n------------------\n\n\n" + RULE +
        "NameError                                 Traceback (most recent call last)\nCell In[7], line 2\n      1 model = "
        "build()\n----> 2 model.fit(x)\n\nNameError: name 'x' is not defined\n", "exception", "name 'x' is not defined", 0),
    "rich_box": case(
        "╭──────────────── Traceback (most recent call last) ─────────────────╮\n"
        "│ /home/u/birds/train.py:41 in <module>                              │\n"
        "│                                                                    │\n"
        "│   40                                                               │\n"
        "│ ❱ 41 main()                                                        │\n"
        "│   42                                                               │\n"
        "╰────────────────────────────────────────────────────────────────────╯\n"
        "ValueError: no images in /data/pets\n", "exception", "no images in /data/pets", 0, certainty="told"),
    "rich_box_ascii": case(
        "+--------------- Traceback (most recent call last) ---------------+\n"
        "| /home/u/birds/train.py:41 in <module>                           |\n"
        "|                                                                 |\n"
        "| > 41 main()                                                     |\n"
        "+-----------------------------------------------------------------+\n"
        "ValueError: no images in /data/pets\n", "exception", "no images in /data/pets", 0),
    "rich_coloured": case(
        "\x1b[31m╭─\x1b[0m\x1b[31m────\x1b[0m\x1b[31m \x1b[0m\x1b[1;31mTraceback \x1b[0m\x1b[1;2;31m(most recent call "
        "last)\x1b[0m\x1b[31m \x1b[0m\x1b[31m────\x1b[0m\x1b[31m─╮\x1b[0m\n\x1b[31m│\x1b[0m \x1b[2;33m/home/u/\x1b[0m"
        "\x1b[1;33mtrain.py\x1b[0m:\x1b[94m41\x1b[0m in \x1b[92m<module>\x1b[0m          \x1b[31m│\x1b[0m\n\x1b[31m╰──────"
        "──────╯\x1b[0m\n\x1b[1;91mValueError: \x1b[0mno images in \x1b[35m/data/pets\x1b[0m\n",
        "exception", "ValueError: no images in /data/pets", 0),
    "coloured_313": case(
        "Traceback (most recent call last):\n  File \x1b[35m\"/data/train.py\"\x1b[0m, line \x1b[35m3\x1b[0m, in "
        "\x1b[35m<module>\x1b[0m\n    \x1b[31mload\x1b[0m\x1b[1;31m()\x1b[0m\n    \x1b[31m~~~~\x1b[0m\x1b[1;31m^^\x1b[0m\n"
        "\x1b[1;35mValueError\x1b[0m: \x1b[35mno images in /data/pets\x1b[0m\n", "exception",
        "ValueError: no images in /data/pets", 0, certainty="told"),
    "task_group": case(
        STEPS + "  + Exception Group Traceback (most recent call last):\n  |   File \"/data/fetch.py\", line 12, in <module>\n"
        "  |     asyncio.run(main())\n  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)\n"
        "  +-+---------------- 1 ----------------\n    | Traceback (most recent call last):\n    |   File \"/data/fetch.py\", "
        "line 6, in read\n    |     return open(path)\n    | " + NO_FILE + "\n    +------------------------------------\n",
        "missing-file", "labels.csv", 0, certainty="told"),
    "nested_groups": case(
        "  + Exception Group Traceback (most recent call last):\n  |   File \"/data/fetch.py\", line 12, in <module>\n  | "
        "ExceptionGroup: outer (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | Exception Group Traceback "
        "(most recent call last):\n    |   File \"/data/fetch.py\", line 8, in all\n    | ExceptionGroup: inner (2 "
        "sub-exceptions)\n    +-+---------------- 1 ----------------\n      | ValueError: no images in /data/pets\n"
        "      +---------------- 2 ----------------\n      | TypeError: another\n      "
        "+------------------------------------\n", "exception", "no images in /data/pets", 0,
        sentence="Rank 0: ValueError: no images in /data/pets (raised in turn: ExceptionGroup: outer (1 sub-exception))"),
    "json_log": case(
        '{"ts": "2026-11-30T10:00:00Z", "level": "info", "message": "epoch 1 done"}\n{"ts": "2026-11-30T10:00:01Z", "level": '
        '"error", "message": "failed", "exc_info": "Traceback (most recent call last):\\n  File \\"train.py\\", line 3, in '
        '<module>\\n    main()\\nValueError: no images in /data/pets"}\n', "exception", "no images in /data/pets", 0),
    "docker_json": case(
        "".join('{"log":"%s\\n","stream":"stderr","time":"2026-11-30T10:00:01.123Z"}\n' % line.replace('"', '\\"')
                for line in VALUE_ERROR.splitlines()), "exception", "no images in /data/pets", 0),
    "message_below": case(
        raised(["train.py:9:main:    torch.cuda.init()"], "RuntimeError: ") + "Found no NVIDIA driver on your system. Please "
        "check that you have an NVIDIA GPU.\n", "cuda-error", "Found no NVIDIA driver", 0),
    "state_dict": case(
        raised(["train.py:9:main:    model.load_state_dict(state)"],
               "RuntimeError: Error(s) in loading state_dict for Linear:") + "\tsize mismatch for weight: copying a param with "
        "shape torch.Size([4, 8]) from checkpoint, the shape in current model is torch.Size([2, 8]).\n", "exception",
        "size mismatch for weight", 0),
    "download_failed": case(
        "Downloading https://ossci-datasets.s3.amazonaws.com/mnist/train-images-idx3-ubyte.gz\nFailed to download (trying "
        "next):\n<urlopen error [Errno -3] Temporary failure in name resolution>\n\n" +
        raised(["train.py:9:main:    MNIST('.', download=True)"], "RuntimeError: Error downloading train-images-idx3-ubyte.gz:") +
        "Tried https://ossci-datasets.s3.amazonaws.com/mnist/, got:\n<urlopen error [Errno -3] Temporary failure in name "
        "resolution>\n", "exception", "name resolution", 0),
    "transformers_nested_import": case(
        raised(["modeling.py:1364:_get_module:    import flash_attn"], "ModuleNotFoundError: No module named 'flash_attn'") + DIRECT +
        raised(["train.py:1:<module>:    from transformers import LlamaModel"],
               "RuntimeError: Failed to import transformers.models.llama.modeling_llama because of the following error (look up "
               "to see its traceback):") + "No module named 'flash_attn'\n", "missing-module", "No module named 'flash_attn'", 0),
    "message_with_traceback": case(
        raised(["pool.py:30:<module>:    run()"], "WorkerError: worker 3 failed with:") + VALUE_ERROR, "exception",
        "no images in /data/pets", 0),
    "validation": case(
        raised(["train.py:9:main:    Config(**given)"], "pydantic.error_wrappers.ValidationError: 1 validation error for Config") +
        "learning_rate\n  field required (type=value_error.missing)\n", "exception", "field required", 0),
    "network_chain": case(
        raised(["urllib3/util/connection.py:85:create_connection:    sock.connect(sa)"], "TimeoutError: timed out") + DIRECT +
        raised(["urllib3/connectionpool.py:787:urlopen:    conn.connect()"],
               "urllib3.exceptions.ConnectTimeoutError: (<urllib3.connection.HTTPSConnection object at 0x7f1>, 'Connection to "
               "huggingface.co timed out. (connect timeout=10)')") + DIRECT +
        raised(["urllib3/util/retry.py:519:increment:    raise MaxRetryError("],
               "urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded "
               "with url: /bert/resolve/main/config.json") + CONTEXT +
        raised(["train.py:5:<module>:    AutoModel.from_pretrained('bert')"],
               "OSError: We couldn't connect to 'https://huggingface.co' to load the files, and couldn't find them in the "
               "cached files."), ["exception", "rendezvous-timeout"], "We couldn't connect to 'https://huggingface.co'", 0),
    "which_host": case(
        "Downloading https://linqs-data.soe.ucsc.edu/public/lbc/cora.tgz\n" +
        raised(["/usr/lib/python3.13/urllib/request.py:1319:do_open:    h.request(req.get_method())"],
               "socket.gaierror: [Errno -2] Name or service not known") + CONTEXT +
        raised(["train.py:5:<module>:    download()"], "urllib.error.URLError: <urlopen error [Errno -2] Name or service not known>"),
        "exception", "linqs-data.soe.ucsc.edu", 0),
    "logged_then_exit": case(
        "2026-11-30 10:00:00 ERROR training failed\nTraceback (most recent call last):\n" +
        frames(["train.py:31:load:    raise ValueError('no images')"]) + "ValueError: no images in /data/pets\n", "exception",
        "no images in /data/pets", 0),
    "caught_before": case(
        "Traceback (most recent call last):\n" + frames(["train.py:12:connect:    raise OSError('metrics')"]) +
        "ConnectionError: metrics server did not answer\nretrying without metrics\n" + STEPS + VALUE_ERROR, "exception",
        "no images in /data/pets", 0, certainty="told"),
}

NOISE = {
    "thread_after": case(
        VALUE_ERROR + "Exception in thread Thread-2 (_pin_memory_loop):\n" +
        raised(["/usr/lib/python3.13/threading.py:1043:_bootstrap_inner:    self.run()",
                "/usr/lib/python3.13/multiprocessing/connection.py:430:_recv:    raise EOFError"],
               "ConnectionResetError: [Errno 104] Connection reset by peer"),
        "exception", "no images in /data/pets", 0, certainty="told"),
    "thread_alone": case(
        STEPS + "Exception in thread Thread-2 (load):\n" +
        raised(["/usr/lib/python3.13/threading.py:1043:_bootstrap_inner:    self.run()"], "ValueError: no images in /data/pets"),
        "exception", "no images in /data/pets", 0),
    "worker_then_eof": case(
        STEPS + "Process Process-4:\n" + raised(["/usr/lib/python3.13/multiprocessing/process.py:313:_bootstrap:    self.run()"],
                                               "OSError: [Errno 24] Too many open files") +
        raised(["train.py:5:<module>:    main()", "/usr/lib/python3.13/multiprocessing/connection.py:430:_recv:    raise EOFError"],
               "EOFError"), "exception", "Too many open files", 0),
    "loader_worker": case(
        STEPS + raised(["train.py:5:<module>:    main()", "torch/_utils.py:733:reraise:    raise exception"],
                       "IndexError: Caught IndexError in DataLoader worker process 1.") +
        "Original Traceback (most recent call last):\n" + frames(["worker.py:349:_worker_loop:    data = fetcher.fetch(index)"]) +
        "IndexError: index 12 is out of bounds for axis 0 with size 12\n\n", "exception", "index 12 is out of bounds", 0),
    "loader_killed_for_memory": case(
        STEPS + raised(["train.py:5:<module>:    main()"],
                       "RuntimeError: DataLoader worker (pid 812) is killed by signal: Killed. ") + DIRECT +
        raised(["train.py:5:<module>:    main()"], "RuntimeError: DataLoader worker (pid(s) 812) exited unexpectedly") +
        "[52311.01] Memory cgroup out of memory: Killed process 812 (python) total-vm:9437184kB\n", "out-of-memory",
        "Memory cgroup out of memory", 0),
    "resource_tracker": case(
        VALUE_ERROR + "/usr/lib/python3.13/multiprocessing/resource_tracker.py:301: UserWarning: resource_tracker: There appear "
        "to be 6 leaked semaphore objects to clean up at shutdown\n  warnings.warn(\nException ignored in: <function "
        "Loader.__del__ at 0x7f>\n" + raised(["loader.py:9:__del__:    self.close()"], "AttributeError: 'NoneType'"),
        "exception", "no images in /data/pets", 0),
    "atexit_after": case(
        VALUE_ERROR + "Error in atexit._run_exitfuncs:\n" + raised(["log.py:3:<lambda>:    close()"], "OSError: closed"),
        "exception", "no images in /data/pets", 0),
    "interrupted_workers_after": case(
        VALUE_ERROR + "Process ForkPoolWorker-2:\n" +
        raised(["/usr/lib/python3.13/multiprocessing/process.py:313:_bootstrap:    self.run()"], "KeyboardInterrupt"),
        "exception", "no images in /data/pets", 0),
    "peer_of_nobody": case(
        STEPS + raised(["train.py:9:fetch:    requests.get(url)"], "ConnectionResetError: [Errno 104] Connection reset by peer"),
        "exception", "Connection reset by peer", 0, certainty="told"),
    "build_then_import": case(
        raised(["torch/utils/cpp_extension.py:2100:_run_ninja_build:    subprocess.run("],
               "subprocess.CalledProcessError: Command '['ninja', '-v']' returned non-zero exit status 1.") + DIRECT +
        raised(["train.py:5:<module>:    build()"], "RuntimeError: Error building extension 'fused_lamb'") +
        "Loading extension module fused_lamb...\n" +
        raised(["train.py:5:<module>:    build()"], "ImportError: /opt/ext/fused_lamb.so: cannot open shared object file: No such "
               "file or directory"), "exception", "Error building extension 'fused_lamb'", 0),
    "goes_on_before_it_loses": case(
        STEPS + VALUE_ERROR + "epoch 1 step 30 loss 1.7\n" +
        raised(["train.py:9:main:    dist.all_reduce(x)"], "RuntimeError: [../third_party/gloo/gloo/transport/tcp/pair.cc:598] "
               "Connection closed by peer [10.0.0.2]:1234"), "exception", "no images in /data/pets"),
    "mute_3": case(STEPS + "1\n", "exit", "ended with exit code 3", 0, {"exitCode": 3}, sentence="Rank 0 ended with exit code 3"),
    "mute_sigkill": case(STEPS, "killed", "nothing tells by whom", 0, {"signal": 9}, certainty="inferred"),
}

PLATFORMS = {
    "kubernetes": case(prefixed("pets-worker-3: ", STEPS + VALUE_ERROR), "exception", "no images in /data/pets", 0),
    "kubectl_bracket": case(prefixed("[pod/pets-worker-0/trainer] ", STEPS + VALUE_ERROR), "exception", "no images in /data/pets"),
    "compose": case(prefixed("trainer-1  | ", STEPS + VALUE_ERROR) + "trainer-1 exited with code 1\n", "exception",
                    "no images in /data/pets"),
    "stamped": case(prefixed("2026-11-30T10:00:0#.123456Z ", STEPS + VALUE_ERROR), "exception", "no images in /data/pets"),
    "determined": case(prefixed("[2026-11-30T10:00:0#.295539Z] fa88a9df || [rank=1] ", VALUE_ERROR), "exception",
                       "no images in /data/pets", 1),
    "sagemaker": case(prefixed("[1,mpirank:1,algo-1]<stderr>:", VALUE_ERROR) + prefixed("[1,mpirank:0,algo-1]<stdout>:", STEPS),
                      "exception", "no images in /data/pets"),
    "two_pods_mixed": case(
        "".join(a + b for a, b in zip(prefixed("worker-0: ", STEPS * 5).splitlines(True),
                                      prefixed("worker-1: ", VALUE_ERROR).splitlines(True))), "exception",
        "no images in /data/pets"),
    "azure_bootstrap": case(
        "2026/11/30 10:00:00 Got JobInfoJson from env\n" + STEPS + "Cleaning up all outstanding Run operations, waiting 300.0 "
        "seconds\n1 items cleaning up...\nCleanup took 0.1 seconds\n" + VALUE_ERROR + "\n2026/11/30 10:00:05 Failed to run the "
        "wrapper cmd with err: exit status 1\n2026/11/30 10:00:05 mpirun version string: { Intel(R) MPI Library }\n", "exception",
        "no images in /data/pets", 0),
}

NATIVE = {
    "double_free": case(STEPS + "double free or corruption (!prev)\n", "crash", "double free or corruption", 0, {"signal": 6}),
    "free_with_stack": case(
        STEPS + "free(): invalid pointer\nFatal Python error: Aborted\n\nCurrent thread 0x00007f7f61cd1780 (most recent call "
        "first):\n  File \"/data/ops.py\", line 79 in gather\n", "crash", "free(): invalid pointer", 0, {"signal": 6}),
    "corrupted_size": case(STEPS + "corrupted size vs. prev_size\n", "crash", "corrupted size vs. prev_size", 0, {"exitCode": 134}),
    "stack_smashing": case(STEPS + "*** stack smashing detected ***: terminated\n", "crash", "stack smashing", 0, {"signal": 6}),
    "malloc_top": case(STEPS + "malloc(): corrupted top size\n", "crash", "malloc(): corrupted top size", 0, {"signal": 6}),
    "c_assert": case(STEPS + "python3: /src/nms.cpp:41: int nms(int): Assertion `n > 0' failed.\n", "crash", "Assertion `n > 0'",
                     0, {"signal": 6}),
    "cpp_throw": case(STEPS + "terminate called after throwing an instance of 'std::out_of_range'\n  what():  vector::_M_range_check: "
                      "__n (which is 9) >= this->size() (which is 9)\n", "crash", "vector::_M_range_check", 0, {"signal": 6}),
    "nccl_duplicate": case(
        "gpu01:412:980 [0] init.cc:943 NCCL WARN Duplicate GPU detected : rank 1 and rank 0 both on CUDA device 1000\n" +
        raised(["train.py:9:main:    dist.barrier()"], "torch.distributed.DistBackendError: NCCL error in: ../torch/csrc/"
               "distributed/c10d/ProcessGroupNCCL.cpp:1331, invalid usage (run with NCCL_DEBUG=WARN for details), NCCL version "
               "2.21.5") + "ncclInvalidUsage: This usually reflects invalid usage of NCCL library.\nLast error:\nDuplicate GPU "
        "detected : rank 1 and rank 0 both on CUDA device 1000\n", "nccl-error", "Duplicate GPU detected", 0),
    "gpu_fault": case(STEPS + "Memory access fault by GPU node-1 (Agent handle: 0x55) on address 0x7f. Reason: Page not present.\n"
                      "Aborted (core dumped)\n", "crash", "Memory access fault", 0, {"exitCode": 134}),
    "check_failed": case(STEPS + "F0101 10:00:00.000000 991 loader.cc:30] Check failed: ret == 0 (11 vs. 0)\n", "crash",
                         "Check failed: ret == 0", 0, {"signal": 6}),
    "nccl_warn_only": case(
        "gpu01:412:980 [0] misc/ibvwrap.cc:262 NCCL WARN Call to ibv_create_qp failed\n", "nccl-error", "ibv_create_qp failed", 0),
    "glibc_missing": case("python: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by python)\n",
                          "missing-module", "GLIBC_2.34", 0),
    "shared_library": case("python: error while loading shared libraries: libcudart.so.12: cannot open shared object file: No such "
                           "file or directory\n", ["missing-module", "missing-file"], "libcudart.so.12", 0, {"exitCode": 127}),
    "undefined_symbol": case(raised(["train.py:2:<module>:    import apex_C"], "ImportError: /opt/apex_C.so: undefined symbol: "
                                    "_ZN3c105ErrorC2E"), "missing-module", "undefined symbol", 0),
    "ctypes_library": case(raised(["train.py:2:<module>:    ctypes.CDLL(name)"], "OSError: libGL.so.1: cannot open shared object "
                                  "file: No such file or directory"), ["missing-module", "missing-file"], "libGL.so.1", 0),
    "device_assert": case(
        "../aten/src/ATen/native/cuda/Indexing.cu:1141: indexSelectLargeIndex: block: [12,0,0], thread: [64,0,0] Assertion "
        "`srcIndex < srcSelectDimSize` failed.\n" * 200 +
        raised(["train.py:9:main:    loss.item()"], "RuntimeError: CUDA error: device-side assert triggered"), "cuda-error",
        "srcIndex < srcSelectDimSize", 0),
    "bus_error": case(
        STEPS + "ERROR: Unexpected bus error encountered in worker. This might be caused by insufficient shared memory (shm).\n" +
        raised(["train.py:5:<module>:    main()"], "RuntimeError: DataLoader worker (pid 91) is killed by signal: Bus error. It is "
               "possible that dataloader's workers are out of shared memory."), ["out-of-memory", "crash"], "Bus error", 0),
    "kernel_words": case(STEPS + "[ 9211.1] Out of memory: Killed process 812 (python3) total-vm:94371840kB\n", "out-of-memory",
                         "Out of memory: Killed process", 0, {"signal": 9}),
}


def several(*ranks, expected):
    return {"ranks": list(ranks), "expected": expected}


def gave_up(rank, number, operation):
    return STEPS + watchdog(rank, number, operation) + terminate(rank, number, operation)


SEVERAL = {
    "one_collective_behind": several(
        (gave_up(0, 80, "ALLREDUCE"), {"signal": 6}, 20.0), (gave_up(1, 79, "ALLGATHER"), {"signal": 6}, 20.1),
        (gave_up(2, 80, "ALLREDUCE"), {"signal": 6}, 20.2),
        expected={"kind": "hang", "rank": 1, "says": "SeqNum=79", "certainty": "inferred"}),
    "one_has_enqueued_less": several(
        *[(STEPS + f"[E ProcessGroupNCCL.cpp:1375] [PG 0 Rank {rank}] Timeout at NCCL work: 700, last enqueued NCCL work: "
           f"{last}, last completed NCCL work: 699.\n" + terminate(rank, 700, "ALLREDUCE"), {"signal": 6}, 20.0 + rank / 10)
          for rank, last in enumerate((704, 700, 704))],
        expected={"kind": "hang", "rank": 1, "says": "last enqueued: 700", "certainty": "inferred"}),
    "another_operation": several(
        (gave_up(0, 80, "ALLREDUCE"), {"signal": 6}, 20.0), (gave_up(1, 80, "ALLREDUCE"), {"signal": 6}, 20.1),
        (gave_up(2, 80, "BROADCAST"), {"signal": 6}, 20.2),
        expected={"kind": "hang", "rank": 2, "says": "BROADCAST", "certainty": "inferred"}),
    "mute_before_words": several(
        (STEPS, FAILED, 19.82), (STEPS + VALUE_ERROR, FAILED, 20.05),
        expected={"kind": "exception", "rank": 1, "says": "no images in /data/pets"}),
    "each_under_a_wrapper": several(
        *[(STEPS + VALUE_ERROR + raised(["wrapper.py:3:<module>:    subprocess.run(command, check=True)"],
                                        "subprocess.CalledProcessError: Command 'train.py' returned non-zero exit status 1."),
           FAILED, seconds) for seconds in (20.0, 20.3)],
        expected={"kind": "exception", "rank": None, "tie": 2, "says": "no images in /data/pets"}),
    "each_under_torchrun": several(
        (STEPS + VALUE_ERROR, FAILED, 20.0),
        (STEPS + raised(["/opt/bin/torchrun:8:<module>:    sys.exit(main())"],
                        "torch.distributed.elastic.multiprocessing.api.SignalException: Process 991 got signal: 15"), FAILED, 22.0),
        expected={"kind": "exception", "rank": 0, "says": "no images in /data/pets", "followers": [1]}),
}

CASES = {f"text_{name}": one
         for name, one in {**TRACEBACKS, **NOISE, **PLATFORMS, **NATIVE, **SEVERAL}.items()}
