# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Variants of the kinds in launched.py and forms.py that were once judged incorrectly. They are NOT from runs."""

from launched import FAILED, STEPS, VALUE_ERROR, case
from torchforms import elastic, frames, prefixed, raised, report, watchdog, work

ABOVE = ("RuntimeError: One or more background workers are no longer alive. Exiting. Please check the print statements above "
         "for the actual error message")
WATCHDOG = "".join(watchdog(rank, 80, "ALLREDUCE").splitlines(True)[0] for rank in (1, 0, 2))
THROWN = "terminate called after throwing an instance of 'std::runtime_error'\n"
WHAT = f"  what():    what():  [Rank 0] NCCL watchdog thread terminated with exception: {work(0, 80, 'ALLREDUCE')}\n"
NO_STEP = "FileNotFoundError: [Errno 2] No such file or directory: '/ckpt/step_40/.metadata'"
ACTOR = ("ray.exceptions.ActorDiedError: The actor died unexpectedly before finishing this task.\n\tclass_name: Worker\n"
         "\tpid: 4001\nThe actor is dead because its worker process has died. Worker exit type: SYSTEM_ERROR Worker exit "
         "detail: Worker unexpectedly exits with a connection error code 2. End of file.")
LOST = ("torch.distributed.DistBackendError: NCCL error in: ../torch/csrc/distributed/c10d/ProcessGroupNCCL.cpp:1333, "
        "unhandled system error, NCCL version 2.18.1\nncclSystemError: System call (e.g. socket, malloc) or external library "
        "call failed or device error.\nLast error:\nsocketStartConnect: Connect to 10.0.0.7<41739> failed : Software caused "
        "connection abort")

SIBLINGS = {
    "terminate_mixed": case(
        WATCHDOG + THROWN + THROWN + WHAT + "\n" + elastic(0, -6) + report([(0, -6, 4001)]),
        "hang", "Watchdog caught collective operation timeout", None),
    "worker_then_see_above": case(
        STEPS + "Exception in background worker 3:\n No such file\n" +
        f"Traceback (most recent call last):\n{frames(['loader.py:53:producer:    item = next(loader)'])}{NO_STEP}\n" +
        "Exception in thread Thread-4 (results_loop):\n" +
        raised(["threading.py:1016:_bootstrap_inner:    self.run()", "loader.py:125:results_loop:    raise error"], ABOVE) +
        raised(["train.py:9:<module>:    main()"], ABOVE), "missing-file", "/ckpt/step_40/.metadata", 0),
    "logged_then_thread_noise": case(
        STEPS + "ERROR training failed\nTraceback (most recent call last):\n" +
        frames(["train.py:31:load:    raise ValueError('no images')"]) + "ValueError: no images in /data/pets\n" +
        "Exception in thread Thread-1 (pin_memory):\n" +
        raised(["threading.py:1016:_bootstrap_inner:    self.run()"], "KeyError: 'late'"), "exception", "no images in /data/pets",
        0),
    "logged_then_worker_lost": case(
        STEPS + "ERROR training failed\nTraceback (most recent call last):\n" +
        frames(["train.py:31:load:    raise ValueError('no images')"]) + "ValueError: no images in /data/pets\n" +
        raised(["train.py:9:<module>:    main()"], "RuntimeError: DataLoader worker (pid(s) 77) exited unexpectedly"),
        "exception", "no images in /data/pets", 0),
    "unreachable_host_of_pdsh": case(
        "worker-1: Host key verification failed.\npdsh@worker-0: worker-1: ssh exited with exit code 255\n", "exit",
        "Host key verification failed", 0, {"exitCode": 255}),
    "hydra_override": case(
        "Could not override 'trainer.gpus'.\nTo append to your config use +trainer.gpus=2\nKey 'gpus' is not in struct\n"
        "    full_key: trainer.gpus\n    object_type=dict\n\nSet the environment variable HYDRA_FULL_ERROR=1 for a complete "
        "stack trace.\n", "bad-argument", "Could not override 'trainer.gpus'", 0),
    "tcmalloc": case(STEPS + "src/tcmalloc.cc:278] Attempt to free invalid pointer 0x7ffe44b66698 \nrun.sh: line 2:   342 "
                     "Aborted                 (core dumped) python train.py\n", "crash", "Attempt to free invalid pointer", 0,
                     {"exitCode": 134}, sentence="Rank 0 crashed (SIGABRT): src/tcmalloc.cc:278] Attempt to free invalid pointer "
                                                 "0x7ffe44b66698"),
    "checkpoint_of_rank": case(
        prefixed("[rank0]: ", raised(
            ["train.py:9:<module>:    load(state)"],
            "torch.distributed.checkpoint.api.CheckpointException: CheckpointException ranks:dict_keys([0])\n" +
            raised(["torch/distributed/checkpoint/utils.py:166:reduce_scatter:    local_data = map_fun()"], NO_STEP,
                   "Traceback (most recent call last): (RANK 0)").replace(
                       '  File "train.py", line 120, in <module>\n    main()\n', ""))),
        "missing-file", "/ckpt/step_40/.metadata", 0),
    "other_accelerator": case(
        raised(["train.py:9:<module>:    main()"], "RuntimeError: NPU out of memory. Tried to allocate 2.00 GiB (NPU 0; 29.50 "
               "GiB total capacity)"), "cuda-out-of-memory", "NPU out of memory", 0),
    "record_before_header": case(
        STEPS + "2026-11-30 10:00:05,001 - ERROR - train - " + VALUE_ERROR +
        "2026-11-30 10:00:05,002 - INFO - train - cleaning up\n", "exception", "no images in /data/pets", 0),
    "driver_repeats_rank": case(
        prefixed("(RayTrainWorker pid=881, ip=10.0.0.2) [rank1]: ", VALUE_ERROR) +
        raised(["train.py:60:<module>:    trainer.fit()"],
               "ray.exceptions.RayTaskError(ValueError): ray::_RayTrainWorker__execute.get_next() (pid=881)\n"
               "ValueError: no images in /data/pets"), "exception", "no images in /data/pets", 1),
    "driver_quotes_rank": case(
        prefixed("(Worker rank=1 pid=77) ERROR [executor.py:522] ", VALUE_ERROR) +
        raised(["train.py:60:<module>:    run()"], "RuntimeError: Worker failed with error 'no images in /data/pets'"),
        "exception", "ValueError: no images in /data/pets", 1),
    "two_in_one_line": case(
        "Traceback (most recent call last):\n" * 2 + frames(["train.py:9:<module>:    main()"] * 2) +
        "KeyErrorKeyError: : 'birds''birds'\n\n" + elastic(0, 1) + report([(0, 1, 4001), (1, 1, 4002)]),
        "exception", "KeyError: 'birds'", 0),
    "name_then_library": case(
        raised(["catalog.py:51:get:    return self[name]"], "KeyError: 'birds_train'") +
        "\nDuring handling of the above exception, another exception occurred:\n\n" +
        raised(["train.py:9:<module>:    main()"], "KeyError: \"Dataset 'birds_train' is not registered! Available datasets "
               "are: coco_2014_train, coco_2014_val\""), "exception", "is not registered", 0,
        sentence="Rank 0: KeyError: 'birds_train' (raised in turn: KeyError: \"Dataset 'birds_train' is not registered! "
                 "Available datasets are: coco_2014_train, coco_2014_val\")"),
    "peer_unreachable": case(prefixed("trainer-1: ", raised(["train.py:9:<module>:    main()"], LOST)), "nccl-error",
                             "socketStartConnect: Connect to 10.0.0.7", 0),
    "actor_died": case(raised(["train.py:9:<module>:    trainer.fit()"], ACTOR), ["exception", "killed", "crash"],
                       "Worker unexpectedly exits", 0, certainty="inferred",
                       sentence="Rank 0: ActorDiedError: The actor is dead because its worker process has died. Worker exit "
                                "type: SYSTEM_ERROR Worker exit detail: Worker unexpectedly exits with a connection error code "
                                "2. End of file."),
    "host_in_code": case(
        "wandb: View run at https://wandb.ai/birds/7\n" +
        raised(["urllib/request.py:1319:do_open:    h.request(req.get_method())"],
               "socket.gaierror: [Errno -2] Name or service not known") +
        "\nDuring handling of the above exception, another exception occurred:\n\n" +
        raised(['train.py:5:<module>:    urlopen("http://data.example.org/birds.tgz", timeout=5)'],
               "urllib.error.URLError: <urlopen error [Errno -2] Name or service not known>"), "exception",
        "", 0, sentence="Rank 0: gaierror: [Errno -2] Name or service not known (http://data.example.org/birds.tgz)"),
    "host_and_port_in_code": case(
        raised(['train.py:5:<module>:    socket.create_connection(("data.example.org", 443))'],
               "socket.gaierror: [Errno -2] Name or service not known"), "exception",
        "", 0, sentence="Rank 0: gaierror: [Errno -2] Name or service not known (data.example.org:443)"),
    "page_of_logger": case(
        "wandb: View run at https://wandb.ai/birds/7\n" +
        raised(["train.py:5:<module>:    connect(args.host)"], "socket.gaierror: [Errno -2] Name or service not known"),
        "exception", "", 0, sentence="Rank 0: gaierror: [Errno -2] Name or service not known"),
    "caught_then_mute_exit": case(
        "Traceback (most recent call last):\n" + frames(["metrics.py:12:connect:    return connect(host)"]) +
        "ConnectionError: metrics server did not answer\n" + STEPS * 4 + "validation failed, stopping\n", "exit",
        "validation failed, stopping", 0, {"exitCode": 3}),
    "caught_at_import_then_mute_exit": case(
        raised(["train.py:3:<module>:    import apex"], "ModuleNotFoundError: No module named 'apex'") + STEPS * 40, "exit",
        "", 0, {"exitCode": 3}, certainty="inferred"),
    "uncaught_beside_one_that_goes_on": case(STEPS + VALUE_ERROR + STEPS * 4, "exception", "no images in /data/pets", 0),
    "uncaught_then_summary": case(
        STEPS + VALUE_ERROR + "wandb: Run summary:\n" + "wandb:   train/epoch 3.0\nwandb:   train/global_step 1200\n" * 4,
        "exception", "no images in /data/pets", 0),
    "attempt_before_this": case(
        prefixed("[rank0]: ", VALUE_ERROR) + "I1130 10:00:02.004 991 torch/distributed/elastic/agent/server/api.py:879] "
        "[default] Worker group FAILED. 1/1 attempts left; will restart worker group\n" + STEPS + elastic(0, 5) +
        report([(0, 5, 4001)]), "exit", "exitcode  : 5", 0),
    "flag_of_absl": case(
        "FATAL Flags parsing error: Unknown command line flag 'lrr'. Did you mean: lr ?\nPass --helpshort or --helpfull to "
        "see help on flags.\n", "bad-argument", "Unknown command line flag 'lrr'", 0),
    "option_of_click": case(
        "Usage: train.py [OPTIONS]\nTry 'train.py --help' for help.\n\nError: No such option: --rate\n", "bad-argument",
        "No such option: --rate", 0, {"exitCode": 2}),
    "dated_check_failed": case(
        STEPS + "F20261130 10:00:05.123456 4711 comm.cc:88] Check failed: count > 0 (0 vs. 0) no devices\n"
        "*** Check failure stack trace: ***\n    @     0x7f01  google::LogMessage::Fail()\n", "crash", "Check failed: count > 0",
        0, {"signal": 6}),
}

CASES = {f"text_{name}": one for name, one in SIBLINGS.items()}
