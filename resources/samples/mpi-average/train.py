# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several MPI processes train one network: each learns from its own points, and MPI averages the gradients.

Horovod's optimizer does the same; here it is written out with mpi4py. The network learns the height of a wavy
ground. Rank 0 logs the loss of each epoch and writes model.pt. With --break-rank, one rank breaks in the second epoch.
"""

import argparse
import os
import sys

# Threads that wait in a busy loop make a busy machine many times slower.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch
from mpi4py import MPI
from torch import nn
from torch.nn.utils import parameters_to_vector, vector_to_parameters

import breaking
import metrics


def ground(points, seed):
    """Returns `points` places on the plane and the height of the ground at each."""
    random = torch.Generator().manual_seed(seed)
    places = 2 * torch.rand(points, 2, generator=random) - 1
    height = torch.sin(3 * places[:, :1]) * torch.cos(4 * places[:, 1:])
    return places, height + 0.02 * torch.randn(points, 1, generator=random)


def mean_over_ranks(comm, vector):
    """Returns on each rank the mean of the `vector` of all ranks."""
    total = torch.empty_like(vector)
    comm.Allreduce(vector.numpy(), total.numpy(), op=MPI.SUM)
    return total / comm.Get_size()


def average_gradients(comm, network):
    gradients = parameters_to_vector(parameter.grad for parameter in network.parameters())
    mean, start = mean_over_ranks(comm, gradients), 0
    for parameter in network.parameters():
        parameter.grad = mean[start:start + parameter.numel()].view_as(parameter)
        start += parameter.numel()


def train(args, comm):
    places, heights = ground(args.points, seed=1 + comm.Get_rank())
    network = nn.Sequential(nn.Linear(2, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 1))
    with torch.no_grad():  # all ranks start with the values of rank 0
        start = parameters_to_vector(network.parameters())
        comm.Bcast(start.numpy())
        vector_to_parameters(start, network.parameters())
    optimizer = torch.optim.Adam(network.parameters(), lr=args.learning_rate)
    for epoch in range(args.epochs):
        if epoch == 1 and comm.Get_rank() == args.break_rank:
            breaking.break_down(args.how)
        print(f"rank {comm.Get_rank()} begins epoch {epoch + 1}", flush=True)
        total = torch.zeros(1)
        for batch in torch.randperm(args.points).split(args.batch_size):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(network(places[batch]), heights[batch])
            loss.backward()
            average_gradients(comm, network)
            optimizer.step()
            total += loss.detach() * len(batch) / args.points
        loss = mean_over_ranks(comm, total).item()
        print(f"rank {comm.Get_rank()} epoch {epoch + 1}/{args.epochs} loss {loss:.4f}", flush=True)
        if comm.Get_rank() == 0:
            metrics.log(epoch, train_loss=loss)
    return network


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--points", type=int, default=2000, help="of each rank")
    parser.add_argument("--batch-size", type=int, default=100)
    parser.add_argument("--learning-rate", type=float, default=0.01)
    breaking.add_arguments(parser)
    args = parser.parse_args()

    comm = MPI.COMM_WORLD
    print(f"rank {comm.Get_rank()} of {comm.Get_size()}: {MPI.Get_library_version().splitlines()[0]}", flush=True)
    expected = int(os.environ.get("WORLD_SIZE", comm.Get_size()))
    if comm.Get_size() != expected:
        sys.exit(f"mpi4py sees {comm.Get_size()} process where {expected} were started: it belongs to another MPI than "
                 "the mpirun of this environment")
    torch.manual_seed(1 + comm.Get_rank())
    network = train(args, comm)
    if comm.Get_rank() == 0:
        os.makedirs("outputs", exist_ok=True)
        torch.save(network, "outputs/model.pt")
        print("wrote outputs/model.pt", flush=True)


if __name__ == "__main__":
    main()
