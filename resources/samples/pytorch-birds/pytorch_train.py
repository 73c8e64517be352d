# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Distinguishes turkeys from chickens: trains a small network on pictures that the script draws itself.

The network is torchvision's ShuffleNet with a new last layer. With --weights (a state_dict of
shufflenet_v2_x0_5, "pretrained" in the article) only that layer learns, which is transfer learning.
Without them the whole network learns; these drawings are simple enough for that.
"""

import argparse
import copy
import importlib.util
import os
import time

# Threads that wait in a busy loop make a busy machine many times slower.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset
from torchvision import models

import birds
import tracking

CLASSES = ("chicken", "turkey")


def load_data(count, seed, batch_size, shuffle):
    """Returns a loader of `count` pictures of each class, with values in -1..1."""
    pictures = [birds.draw(name, seed + i) for name in CLASSES for i in range(count)]
    images = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 127.5 - 1.0
    labels = torch.arange(len(CLASSES)).repeat_interleave(count)
    return DataLoader(TensorDataset(images, labels), batch_size=batch_size, shuffle=shuffle)


def make_model(weights):
    model = models.shufflenet_v2_x0_5(weights=None)
    if weights:
        model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
        for parameter in model.parameters():
            parameter.requires_grad = False
    model.fc = nn.Linear(model.fc.in_features, len(CLASSES))
    return model


def run_epoch(model, loader, criterion, optimizer=None, on_batch=None):
    """Returns mean loss and accuracy of one pass; with an optimizer, the model learns from it."""
    model.train(optimizer is not None)
    loss_sum, right, seen = 0.0, 0, 0
    for inputs, labels in loader:
        with torch.set_grad_enabled(optimizer is not None):
            outputs = model(inputs)
            loss = criterion(outputs, labels)
        if optimizer is not None:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        if on_batch:
            on_batch(loss.item())
        loss_sum += loss.item() * len(labels)
        right += (outputs.argmax(1) == labels).sum().item()
        seen += len(labels)
    return loss_sum / seen, right / seen


def fine_tune(model, args, log):
    torch.manual_seed(7)
    train = load_data(birds.TRAIN, 0, args.batch_size, True)
    val = load_data(birds.VALIDATION, 100_000, args.batch_size, False)
    print(f"{len(train.dataset)} pictures to learn from, {len(val.dataset)} to check with, "
          f"{torch.get_num_threads()} threads", flush=True)

    criterion = nn.CrossEntropyLoss()
    learning = [p for p in model.parameters() if p.requires_grad]
    optimizer = optim.SGD(learning, lr=args.learning_rate, momentum=args.momentum)
    scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=7, gamma=0.1)

    step = 0

    def on_batch(loss):
        nonlocal step
        log.metric("batch_loss", loss, step)
        step += 1

    best, best_accuracy = copy.deepcopy(model.state_dict()), 0.0
    for epoch in range(args.num_epochs):
        started = time.monotonic()
        train_loss, train_accuracy = run_epoch(model, train, criterion, optimizer, on_batch)
        val_loss, val_accuracy = run_epoch(model, val, criterion)
        scheduler.step()
        log.metric("train_loss", train_loss, epoch)
        log.metric("train_acc", train_accuracy, epoch)
        log.metric("val_loss", val_loss, epoch)
        log.metric("val_acc", val_accuracy, epoch)
        print(f"Epoch {epoch + 1}/{args.num_epochs}  "
              f"train loss {train_loss:.4f} accuracy {train_accuracy:.3f}  "
              f"val loss {val_loss:.4f} accuracy {val_accuracy:.3f}  "
              f"{time.monotonic() - started:.1f} s", flush=True)
        if val_accuracy > best_accuracy:
            best, best_accuracy = copy.deepcopy(model.state_dict()), val_accuracy
    log.metric("best_val_acc", best_accuracy, args.num_epochs)
    print(f"Best val accuracy: {best_accuracy:.3f}", flush=True)
    model.load_state_dict(best)
    return model.eval()


def save(model, folder):
    os.makedirs(folder, exist_ok=True)
    torch.save(model, os.path.join(folder, "model.pt"))
    if importlib.util.find_spec("onnx"):
        picture = torch.zeros(1, 3, birds.SIZE, birds.SIZE)
        torch.onnx.export(model, (picture,), os.path.join(folder, "model.onnx"), input_names=["pictures"],
                          output_names=["scores"], dynamic_axes={"pictures": {0: "n"}, "scores": {0: "n"}},
                          opset_version=17, **tracking.plain_onnx_export())
    else:  # the model is useful without ONNX too
        print("model.onnx is left out: the Python package onnx is not installed.", flush=True)
    print("Wrote " + ", ".join(f"{name} ({os.path.getsize(os.path.join(folder, name)):,} bytes)"
                               for name in sorted(os.listdir(folder))), flush=True)


def main():
    parser = argparse.ArgumentParser(description="Train a network that tells turkeys from chickens.")
    parser.add_argument("--num_epochs", type=int, default=10, help="passes over the pictures")
    parser.add_argument("--learning_rate", type=float, default=0.01)
    parser.add_argument("--momentum", type=float, default=0.9)
    parser.add_argument("--batch_size", type=int, default=16)
    parser.add_argument("--output_dir", default="./outputs", help="where model.pt and model.onnx go")
    parser.add_argument("--weights", help="state_dict of shufflenet_v2_x0_5 to start from")
    args = parser.parse_args()

    log = tracking.start()
    for name, value in sorted(vars(args).items()):
        log.param(name, value)
    started = time.monotonic()
    torch.manual_seed(1)
    model = fine_tune(make_model(args.weights), args, log)
    print(f"Training took {time.monotonic() - started:.0f} s", flush=True)
    save(model, args.output_dir)
    log.end()


if __name__ == "__main__":
    main()
