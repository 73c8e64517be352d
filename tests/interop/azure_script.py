# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A typical script with Microsoft's azure-ai-ml SDK: submits a command job, streams it, and registers the model that it
has written. Only the credential is not Azure's. Downloads are omitted, because the SDK downloads only from
https://ACCOUNT.blob.SUFFIX."""

import json
import os
import pathlib
import sys
import time

from azure.ai.ml import MLClient, command
from azure.ai.ml.entities import Model
from azure.core.credentials import AccessToken
from azure.core.pipeline.policies import SansIOHTTPPolicy

TOKEN = os.environ["ROOST_TOKEN"]


class StaticCredential:
    def get_token(self, *_scopes, **_words):
        return AccessToken(TOKEN, int(time.time()) + 3600)


class Loopback(SansIOHTTPPolicy):
    """The SDK's own policy sends no token over plain http, and only some of its operations accept another policy."""

    def on_request(self, request):
        request.context.options.pop("enforce_https", None)
        request.http_request.headers["Authorization"] = "Bearer " + TOKEN


def main():
    source = pathlib.Path(sys.argv[1])
    names = json.loads(pathlib.Path(os.environ["ROOST_CONFIG"]).read_text())
    client = MLClient(StaticCredential(), names["subscription_id"], names["resource_group"], names["workspace_name"],
                      authentication_policy=Loopback())
    job = client.jobs.create_or_update(command(
        code=str(source), command="python train.py --epochs 2", environment="AzureML-system-python@latest",
        compute="local", experiment_name="birds", display_name="calm-finch"))
    client.jobs.stream(job.name)
    done = client.jobs.get(job.name)
    assert done.status == "Completed", done.status
    model = client.models.create_or_update(Model(
        name="birds", type="custom_model", path=f"azureml://jobs/{job.name}/outputs/artifacts/paths/outputs/model.txt"))
    assert model.version == "1", model.version
    assert [one.name for one in client.models.list()] == ["birds"]
    print("job", job.name)


main()
