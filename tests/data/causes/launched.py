# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Logs of a process that has started other processes, in the forms of launchers, platforms and tools. They are NOT from
runs, but were written from the sources of the tools that print them. The verdict is that of an expert."""

from torchforms import (BANNER, LAUNCHER, deepspeed, elastic, frames, mixed, prefixed, raised, report, terminate,
                        watchdog)

STEPS = "epoch 1 step 10 loss 2.113\nepoch 1 step 20 loss 1.907\n"
FAILED = {"exitCode": 1}


def case(text, kinds, says, rank=None, outcome=None, **more):
    """Returns a case. If `rank` is None, the rank is not known, or any rank is accepted."""
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return {"ranks": [(text, outcome or FAILED, 20.0)], "expected": {"kinds": kinds, "rank": rank, "says": says, **more}}


VALUE_ERROR = raised(["train.py:88:main:    images = load(args.data)", "train.py:31:load:    raise ValueError('no images')"],
                     "ValueError: no images in /data/pets")
CUDA_OOM = ("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 3.12 GiB. GPU 0 has a total capacity of "
            "39.39 GiB of which 1.02 GiB is free.")

TORCHRUN = {
    "torchrun_1_rank0_raises": case(
        STEPS + prefixed("[rank0]: ", VALUE_ERROR) + elastic(0, 1) + LAUNCHER + report([(0, 1, 4001)]),
        "exception", "no images in /data/pets", 0, certainty="told"),
    "torchrun_1_old_unmarked": case(
        STEPS + VALUE_ERROR + elastic(0, 1, old=True) + LAUNCHER + report([(0, 1, 4001)]),
        "exception", "no images in /data/pets", 0),
    "torchrun_2_rank0_raises": case(
        BANNER + STEPS + prefixed("[rank0]: ", VALUE_ERROR) +
        "W1130 10:00:02.004000 991 torch/distributed/elastic/multiprocessing/api.py:897] Sending process 4002 closing "
        "signal SIGTERM\n" + elastic(0, 1) + LAUNCHER + report([(0, 1, 4001)]),
        "exception", "no images in /data/pets", 0),
    "torchrun_4_exit_unmarked": case(
        BANNER + VALUE_ERROR * 4 + elastic(0, 1, old=True) + LAUNCHER +
        report([(0, 1, 4001), (1, 1, 4002), (2, 1, 4003), (3, 1, 4004)]),
        "exception", "no images in /data/pets", 0),
    "torchrun_8_failures_long_report": case(
        BANNER + VALUE_ERROR + elastic(0, 1, old=True) + LAUNCHER + report([(r, 1, 4001 + r) for r in range(8)]),
        "exception", "no images in /data/pets"),
    "torchrun_rank3_killed": case(
        BANNER + STEPS + elastic(3, -9) + LAUNCHER + report([(3, -9, 4004), (0, -15, 4001), (1, -15, 4002)]),
        "killed", "exitcode  : -9", 3),
    "torchrun_rank0_exit_5_mute": case(
        BANNER + STEPS + elastic(0, 5) + LAUNCHER + report([(0, 5, 4001)]), "exit", "ended with exit code 5", 0),
    "torchrun_tee_default_prefix": case(
        prefixed("[default1]:", STEPS + VALUE_ERROR) + prefixed("[default0]:", STEPS) + elastic(1, 1) + LAUNCHER +
        report([(1, 1, 4002)]),
        "exception", "no images in /data/pets", 1),
    "torchrun_record_error_in_report": case(
        STEPS + elastic(1, 1) + LAUNCHER + report([(1, 1, 4002)], error=VALUE_ERROR),
        "exception", "no images in /data/pets", 1),
    "torchrun_rank1_of_2_peer_lost": case(
        BANNER + prefixed("[rank1]: ", VALUE_ERROR) +
        prefixed("[rank0]: ", raised(["train.py:90:main:    dist.all_reduce(loss)"], "RuntimeError: [../third_party/gloo/"
                                     "gloo/transport/tcp/pair.cc:534] Connection closed by peer [10.0.0.2]:2211")) +
        elastic(0, 1) + LAUNCHER + report([(0, 1, 4001), (1, 1, 4002)]),
        "exception", "no images in /data/pets", 1),
    "torchrun_import_error_before_init": case(
        raised(["train.py:3:<module>:    import flash_attn"], "ModuleNotFoundError: No module named 'flash_attn'") * 2 +
        elastic(0, 1) + LAUNCHER + report([(0, 1, 4001), (1, 1, 4002)]),
        "missing-module", "No module named 'flash_attn'"),
    "torchrun_segv_python_stack": case(
        STEPS + "[host:4002:0:4002] Caught signal 11 (Segmentation fault: address not mapped to object at address (nil))\n"
        "==== backtrace (tid:   4002) ====\n 0  /lib/libucs.so.0(ucs_handle_error+0x2e4) [0x7f3]\n 1  /lib/libucs.so.0"
        "(+0x3182f) [0x7f4]\n=================================\nFatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f7f61cd1780 (most recent call first):\n  File \"/data/ops.py\", line 79 in gather\n"
        "  File \"/data/train.py\", line 143 in main\n" + elastic(1, -11) + LAUNCHER + report([(1, -11, 4002)]),
        "crash", "/data/ops.py", 1),
    "torchrun_agent_sigterm": case(
        STEPS + raised(["/opt/bin/torchrun:8:<module>:    sys.exit(main())"],
                       "torch.distributed.elastic.multiprocessing.api.SignalException: Process 991 got signal: 15"),
        ["killed", "interrupted"], "got signal: 15"),
    "torchrun_watchdog_two_ranks": case(
        BANNER + watchdog(1, 412, "ALLREDUCE") + watchdog(2, 412, "ALLREDUCE") + terminate(2, 412, "ALLREDUCE") +
        elastic(1, -6) + LAUNCHER + report([(1, -6, 4002), (2, -6, 4003)]),
        "hang", "Watchdog caught collective operation timeout"),
    "torchrun_watchdog_one_behind": case(
        BANNER + watchdog(0, 412, "ALLREDUCE") + watchdog(1, 412, "ALLREDUCE") + watchdog(2, 411, "ALLGATHER") +
        watchdog(3, 412, "ALLREDUCE") + elastic(0, -6) + LAUNCHER + report([(0, -6, 4001), (2, -6, 4003)]),
        "hang", "SeqNum=411", 2),
    "torchrun_oom_then_watchdog": case(
        BANNER + prefixed("[rank2]: ", raised(["train.py:70:step:    loss.backward()"], CUDA_OOM)) +
        watchdog(0, 52, "ALLREDUCE") + watchdog(1, 52, "ALLREDUCE") + elastic(0, -6) + LAUNCHER +
        report([(0, -6, 4001), (1, -6, 4002), (2, 1, 4003)]),
        "cuda-out-of-memory", "Tried to allocate 3.12 GiB", 2),
    "torchrun_rdzv_timeout": case(
        raised(["rendezvous/c10d_rendezvous_backend.py:155:_create_tcp_store:    store = TCPStore("],
               "torch.distributed.DistNetworkError: The client socket has timed out after 60000ms while trying to connect "
               "to (10.1.0.4, 29400).") +
        "\nThe above exception was the direct cause of the following exception:\n\n" +
        raised(["/opt/bin/torchrun:8:<module>:    sys.exit(main())"],
               "torch.distributed.elastic.rendezvous.api.RendezvousConnectionError: The connection to the C10d store has "
               "failed. See inner exception for details."),
        "rendezvous-timeout", "(10.1.0.4, 29400)", 0),
    "torchrun_port_taken": case(
        "[W1130 10:00:02.004 socket.cpp:464] [c10d] The server socket has failed to bind to [::]:29500 (errno: 98 - "
        "Address already in use).\n" +
        raised(["/opt/bin/torchrun:8:<module>:    sys.exit(main())"],
               "torch.distributed.DistNetworkError: The server socket has failed to listen on any local network address. "
               "port: 29500, useIpv6: false, code: -98, name: EADDRINUSE, message: address already in use"),
        "port-taken", "29500", 0),
    "torchrun_glibc_abort": case(
        BANNER + STEPS + "free(): invalid pointer\n" + elastic(1, -6) + LAUNCHER + report([(1, -6, 4002)]),
        "crash", "free(): invalid pointer", 1),
}

LAUNCHERS = {
    "accelerate_child": case(
        STEPS + raised(["train.py:70:<module>:    main()", "train.py:50:main:    loss.backward()"], CUDA_OOM) +
        raised(["/opt/bin/accelerate:8:<module>:    sys.exit(main())",
                "accelerate/commands/launch.py:637:simple_launcher:    raise subprocess.CalledProcessError("],
               "subprocess.CalledProcessError: Command '['/usr/bin/python3', 'train.py']' returned non-zero exit status 1."),
        "cuda-out-of-memory", "Tried to allocate 3.12 GiB", 0),
    "accelerate_child_killed": case(
        STEPS + raised(["/opt/bin/accelerate:8:<module>:    sys.exit(main())",
                        "accelerate/commands/launch.py:637:simple_launcher:    raise subprocess.CalledProcessError("],
                       "subprocess.CalledProcessError: Command '['/usr/bin/python3', 'train.py']' died with "
                       "<Signals.SIGKILL: 9>."),
        "killed", "SIGKILL", 0),
    "subprocess_check": case(
        VALUE_ERROR + raised(["wrapper.py:3:<module>:    subprocess.run([sys.executable, 'train.py'], check=True)",
                              "/usr/lib/python3.13/subprocess.py:577:run:    raise CalledProcessError(retcode, "
                              "process.args,"],
                             "subprocess.CalledProcessError: Command '['/usr/bin/python3', 'train.py']' returned non-zero "
                             "exit status 1."),
        "exception", "no images in /data/pets", 0),
    "subprocess_only": case(
        STEPS + raised(["prepare.py:9:<module>:    subprocess.run(['ffmpeg', '-i', 'a.mov'], check=True)"],
                       "subprocess.CalledProcessError: Command '['ffmpeg', '-i', 'a.mov']' returned non-zero exit status "
                       "187."),
        ["exception", "exit"], "ffmpeg", 0),
    "deepspeed_killed": case(STEPS + deepspeed(-9), "killed", "return code = -9", outcome={"exitCode": 247}),
    "deepspeed_segv": case(STEPS + deepspeed(-11), "crash", "return code = -11", outcome={"exitCode": 245}),
    "deepspeed_raises": case(STEPS + VALUE_ERROR + deepspeed(1), "exception", "no images in /data/pets"),
    "deepspeed_mixed_ranks": case(mixed(VALUE_ERROR) + deepspeed(1), "exception", "no images in /data/pets"),
    "deepspeed_pdsh_workers": case(
        prefixed("worker2: ", STEPS + VALUE_ERROR) + prefixed("worker1: ", STEPS) +
        prefixed("worker2: ", deepspeed(1)) + "pdsh@login: worker2: ssh exited with exit code 1\n",
        "exception", "no images in /data/pets"),
    "mp_spawn_exit_code": case(
        STEPS + raised(["train.py:40:<module>:    mp.spawn(main, nprocs=2)"],
                       "torch.multiprocessing.spawn.ProcessExitedException: process 1 terminated with exit code 3"),
        "exit", "process 1 terminated with exit code 3", 1),
    "mp_spawn_sigkill": case(
        STEPS + raised(["train.py:40:<module>:    mp.spawn(main, nprocs=2)"],
                       "torch.multiprocessing.spawn.ProcessExitedException: process 1 terminated with signal SIGKILL"),
        "killed", "process 1 terminated with signal SIGKILL", 1),
    "mp_spawn_raised": case(
        STEPS + "W1130 10:00:02.004000 991 torch/multiprocessing/spawn.py:169] Terminating process 4002 via signal SIGTERM\n" +
        raised(["train.py:40:<module>:    mp.spawn(main, nprocs=2)"],
               "torch.multiprocessing.spawn.ProcessRaisedException: ") +
        "\n-- Process 1 terminated with the following error:\n" +
        raised(["torch/multiprocessing/spawn.py:90:_wrap:    fn(i, *args)", "train.py:22:main:    table[rank]"],
               "KeyError: 'weights'"),
        "exception", "KeyError: 'weights'"),
    "lightning_child": case(
        STEPS + "[rank: 2] Child process with PID 4711 terminated with code -11. Forcefully terminating all other processes "
        "to avoid zombies 🧟\n", "crash", "Child process with PID 4711", 2, {"signal": 9}),
    "lightning_child_traceback": case(
        STEPS + prefixed("[rank1]: ", VALUE_ERROR) + "[rank: 1] Child process with PID 4711 terminated with code 1. "
        "Forcefully terminating all other processes to avoid zombies 🧟\n",
        "exception", "no images in /data/pets", 1, {"signal": 9}),
    "horovodrun_stamped": case(
        prefixed("Mon Nov 30 10:01:0# 2026[0]<stdout>:", STEPS) + prefixed("Mon Nov 30 10:01:1# 2026[1]<stderr>:", VALUE_ERROR) +
        "Process 1 exit with status code 1.\nTerminating remaining workers after failure of Process 1.\n" +
        raised(["/opt/bin/horovodrun:8:<module>:    sys.exit(run_commandline())"],
               "RuntimeError: Horovod detected that one or more processes exited with non-zero status, thus causing the job "
               "to be terminated. The first process to do so was:") + "Process name: 1\nExit code: 1\n",
        "exception", "no images in /data/pets", 1),
    "mpirun_tagged": case(
        prefixed("[1,0]<stdout>: ", STEPS) + prefixed("[1,1]<stderr>: ", VALUE_ERROR) + "-" * 74 +
        "\nPrimary job  terminated normally, but 1 process returned\na non-zero exit code. Per user-direction, the job has "
        "been aborted.\n" + "-" * 74 + "\n" + "-" * 74 + "\nmpirun detected that one or more processes exited with non-zero "
        "status, thus causing\nthe job to be terminated. The first process to do so was:\n\n  Process name: [[17112,1],1]\n"
        "  Exit code:    1\n" + "-" * 74 + "\n", "exception", "no images in /data/pets", 1),
    "mpirun_signal": case(
        STEPS + "-" * 74 + "\nmpirun noticed that process rank 2 with PID 0 on node gpu01 exited on signal 9 (Killed).\n" +
        "-" * 74 + "\n", "killed", "process rank 2", 2, {"exitCode": 137}),
    "hydra_signal": case(
        STEPS + "\n" + "=" * 83 + "\n=   BAD TERMINATION OF ONE OF YOUR APPLICATION PROCESSES\n=   PID 4711 RUNNING AT "
        "gpu01\n=   EXIT CODE: 139\n=   CLEANING UP REMAINING PROCESSES\n=   YOU CAN IGNORE THE BELOW CLEANUP MESSAGES\n" +
        "=" * 83 + "\nYOUR APPLICATION TERMINATED WITH THE EXIT STRING: Segmentation fault (signal 11)\nThis typically "
        "refers to a problem with your application.\n", "crash", "Segmentation fault (signal 11)",
        outcome={"exitCode": 139}),
    "hydra_prepended_ranks": case(
        prefixed("[0] ", STEPS) + prefixed("[2] ", VALUE_ERROR) + "\n" + "=" * 83 +
        "\n=   BAD TERMINATION OF ONE OF YOUR APPLICATION PROCESSES\n=   EXIT CODE: 1\n" + "=" * 83 + "\n",
        "exception", "no images in /data/pets", 2),
    "srun_labelled": case(
        prefixed("0: ", STEPS) + prefixed("3: ", VALUE_ERROR) + "srun: error: gpu02: task 3: Exited with exit code 1\n"
        "srun: Terminating StepId=77.0\nslurmstepd: error: *** STEP 77.0 ON gpu01 CANCELLED AT 2026-11-30T10:00:02 ***\n"
        "srun: error: gpu01: tasks 0-2: Terminated\n", "exception", "no images in /data/pets", 3),
    "srun_unlabelled": case(
        STEPS + VALUE_ERROR + "srun: error: gpu02: task 3: Exited with exit code 1\nsrun: Terminating StepId=77.0\n"
        "slurmstepd: error: *** STEP 77.0 ON gpu01 CANCELLED AT 2026-11-30T10:00:02 ***\n",
        "exception", "no images in /data/pets", 3),
    "srun_killed_task": case(
        STEPS + "srun: error: gpu02: task 5: Killed\nsrun: Terminating StepId=77.0\nslurmstepd: error: *** STEP 77.0 ON "
        "gpu01 CANCELLED AT 2026-11-30T10:00:02 ***\n", "killed", "task 5: Killed", 5, {"exitCode": 137}),
    "srun_segv_task": case(
        STEPS + "srun: error: gpu02: task 1: Segmentation fault (core dumped)\nsrun: Terminating StepId=77.0\n",
        "crash", "task 1: Segmentation fault", 1, {"exitCode": 139}),
    "srun_aborted_task": case(
        STEPS + "srun: error: gpu02: task 4: Aborted (core dumped)\nsrun: Terminating StepId=9.0\nsrun: error: gpu01: tasks "
        "0-3: Killed\n", "crash", "task 4: Aborted", 4, {"exitCode": 134}),
    "srun_out_of_memory": case(
        STEPS + "slurmstepd: error: Detected 1 oom_kill event in StepId=77.0. Some of the step tasks have been OOM Killed.\n"
        "srun: error: gpu02: task 1: Out Of Memory\nsrun: Terminating StepId=77.0\n", "out-of-memory", "oom_kill event",
        outcome={"exitCode": 137}),
    "slurm_time_limit_kill": case(
        STEPS + "slurmstepd: error: *** JOB 77 ON gpu01 CANCELLED AT 2026-11-30T10:00:02 DUE TO TIME LIMIT ***\n",
        "killed", "DUE TO TIME LIMIT", outcome={"signal": 9}),
    "slurm_time_limit_term": case(
        STEPS + "slurmstepd: error: *** STEP 77.0 ON gpu01 CANCELLED AT 2026-11-30T10:00:02 DUE TO TIME LIMIT ***\nsrun: Job "
        "step aborted: Waiting up to 32 seconds for job step to finish.\n" +
        raised(["/opt/bin/torchrun:8:<module>:    sys.exit(main())"],
               "torch.distributed.elastic.multiprocessing.api.SignalException: Process 991 got signal: 15"),
        "killed", "DUE TO TIME LIMIT", outcome={"exitCode": 143}),
    "shell_aborted_watchdog": case(
        STEPS + watchdog(1, 9, "ALLREDUCE") + "./run.sh: line 14: 4711 Aborted                 (core dumped) python "
        "train.py\n", "hang", "Watchdog caught", outcome={"exitCode": 134}),
    "shell_segv": case(
        STEPS + "./run.sh: line 14: 4711 Segmentation fault      (core dumped) python train.py\n", "crash",
        "Segmentation fault", 0, {"exitCode": 139}),
    "shell_killed_plain": case(STEPS + "Killed\n", "killed", "Killed", 0, {"exitCode": 137}),
    "make_error": case(STEPS + "make: *** [Makefile:4: train] Error 137\n", "killed", "Error 137", 0, {"exitCode": 2}),
    "wrapped_137": case(
        STEPS + raised(["wrapper.py:3:<module>:    subprocess.run(['bash', 'run.sh'], check=True)"],
                       "subprocess.CalledProcessError: Command '['bash', 'run.sh']' returned non-zero exit status 137."),
        "killed", "exit status 137", 0),
    "pbs_walltime": case(STEPS + "=>> PBS: job killed: walltime 3634 exceeded limit 3600\n", "killed", "walltime 3634", 0,
                         {"exitCode": 143}),
    "lsf_memory": case(STEPS + "TERM_MEMLIMIT: job killed after reaching LSF memory usage limit.\n", "out-of-memory",
                       "TERM_MEMLIMIT", 0, {"exitCode": 137}),
    "ray_actor_died": case(
        STEPS + raised(["main.py:62:<module>:    results = trainer.fit()"], "ray.exceptions.RayActorError: The actor died "
                       "unexpectedly before finishing this task.") + "\tclass_name: RayTrainWorker\nThe actor is dead because "
        "its worker process has died. There are some potential root causes. (1) The process is killed by SIGKILL by OOM killer "
        "due to high memory usage.\n", ["exception", "killed"], "actor died", 0, certainty="inferred"),
    "ray_worker": case(
        prefixed("\x1b[36m(RayTrainWorker pid=1943, ip=10.0.0.5)\x1b[0m ", VALUE_ERROR) +
        raised(["ray/_private/worker.py:2540:get:    raise value.as_instanceof_cause()"],
               "ray.exceptions.RayTaskError(ValueError): ray::_Inner.train() (pid=1876, ip=10.0.0.4)") +
        frames(["train.py:31:load:    raise ValueError('no images')"]) + "ValueError: no images in /data/pets\n" +
        "\nThe above exception was the direct cause of the following exception:\n\n" +
        raised(["main.py:62:<module>:    results = trainer.fit()"],
               "ray.train.base_trainer.TrainingFailedError: The Ray Train run failed. Please inspect the previous error "
               "messages for a cause."),
        "exception", "no images in /data/pets", 0),
    "process_pool_broken": case(
        STEPS + raised(["prepare.py:20:<module>:    list(pool.map(convert, files))"],
                       "concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly "
                       "while the future was running or pending."),
        ["exception", "killed", "crash"], "terminated abruptly", 0),
    "process_pool_remote": case(
        "concurrent.futures.process._RemoteTraceback: \n\"\"\"\n" + VALUE_ERROR + "\"\"\"\n\nThe above exception was the direct "
        "cause of the following exception:\n\n" + raised(["prepare.py:20:<module>:    list(pool.map(convert, files))"],
                                                       "ValueError: no images in /data/pets"),
        "exception", "no images in /data/pets", 0),
}

CASES = {f"text_{name}": one for name, one in {**TORCHRUN, **LAUNCHERS}.items()}
