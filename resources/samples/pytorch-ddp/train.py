# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several processes train one network with DistributedDataParallel: which arm of a spiral is a point on?

Each rank draws the same points, learns from its own share of them, and DDP averages the gradients. Rank 0 logs
the loss of each epoch and writes model.pt. With --break-rank, one rank breaks in the second epoch.
"""

import argparse
import datetime
import math
import os

# Threads that wait in a busy loop make a busy machine many times slower.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

import breaking
import metrics

ARMS = 3


def spirals(points, seed):
    """Returns `points` places on the plane and the arm on which each of them is."""
    random = torch.Generator().manual_seed(seed)
    arm = torch.randint(ARMS, (points,), generator=random)
    along = torch.rand(points, generator=random)
    angle = 2 * math.pi * (arm / ARMS + 1.25 * along) + 0.15 * torch.randn(points, generator=random)
    return torch.stack((along * angle.cos(), along * angle.sin()), 1), arm


def device_of(local_rank):
    """Returns the device of a rank: with NCCL its own GPU, with Gloo the CPU."""
    if dist.get_backend() != "nccl":
        return torch.device("cpu")
    torch.cuda.set_device(local_rank % torch.cuda.device_count())
    return torch.device("cuda", torch.cuda.current_device())


def make_network():
    return nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, ARMS))


def train_epoch(network, loader, optimizer, device):
    """Returns the mean loss over the shares of all ranks."""
    total = torch.zeros(2, device=device)
    for places, arms in loader:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(network(places.to(device)), arms.to(device))
        loss.backward()
        optimizer.step()
        total += torch.tensor([loss.item() * len(arms), len(arms)], device=device)
    dist.all_reduce(total)
    return (total[0] / total[1]).item()


def accuracy(network, device):
    places, arms = spirals(2000, seed=2)
    with torch.no_grad():
        return (network(places.to(device)).argmax(1).cpu() == arms).float().mean().item()


def train(args, rank, device):
    data = TensorDataset(*spirals(args.points, seed=1))
    sampler = DistributedSampler(data, shuffle=True)
    loader = DataLoader(data, batch_size=args.batch_size, sampler=sampler)
    torch.manual_seed(1)
    network = DistributedDataParallel(make_network().to(device))
    optimizer = torch.optim.Adam(network.parameters(), lr=args.learning_rate)
    for epoch in range(args.epochs):
        if epoch == 1 and rank == args.break_rank:
            breaking.break_down(args.how)
        sampler.set_epoch(epoch)
        loss = train_epoch(network, loader, optimizer, device)
        print(f"rank {rank} epoch {epoch + 1}/{args.epochs} loss {loss:.4f}", flush=True)
        if rank == 0:
            metrics.log(epoch, train_loss=loss, accuracy=accuracy(network.module, device))
    return network.module


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--points", type=int, default=4000)
    parser.add_argument("--batch-size", type=int, default=64, help="of each rank")
    parser.add_argument("--learning-rate", type=float, default=0.01)
    parser.add_argument("--init-method", default="env://",
                        help="how the ranks find each other: env://, or $AZ_BATCHAI_PYTORCH_INIT_METHOD as on Azure")
    parser.add_argument("--timeout", type=float, default=60, help="seconds a rank waits for the others")
    breaking.add_arguments(parser)
    args = parser.parse_args()

    rank, world = int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"])
    dist.init_process_group(os.environ.get("DIST_BACKEND", "gloo"), init_method=args.init_method, rank=rank,
                            world_size=world, timeout=datetime.timedelta(seconds=args.timeout))
    print(f"rank {rank} of {world} is in the process group ({dist.get_backend()})", flush=True)
    device = device_of(int(os.environ["LOCAL_RANK"]))
    network = train(args, rank, device)
    if rank == 0:
        print(f"accuracy {accuracy(network, device):.3f}", flush=True)
        os.makedirs("outputs", exist_ok=True)
        torch.save(network.cpu(), "outputs/model.pt")
    dist.barrier()
    dist.destroy_process_group()


if __name__ == "__main__":
    main()
