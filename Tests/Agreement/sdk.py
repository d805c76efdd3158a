"""The official SDK's part in the agreement tests; SDKAgreementTests.swift runs it.

    sdk.py call ENDPOINT PROJECT FOLDER   makes the call of each vector in FOLDER, one after the other,
                                          and prints the vector's name before each
    sdk.py verify                         reads requests as JSON, one a line, and prints for each the
                                          Authorization that the SDK's signer gives it

The key pair comes from HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK.
"""

import base64
import json
import os
import pathlib
import sys
from urllib.parse import parse_qsl, urlsplit

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.http.http_config import HttpConfig
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer
from huaweicloudsdkoms import v2


def credentials(project=None):
    return BasicCredentials(
        os.environ["HUAWEICLOUD_SDK_AK"], os.environ["HUAWEICLOUD_SDK_SK"], project
    )


def request(client, vector):
    """The SDK's request for a vector, its body built by the SDK's own models."""
    sdk = vector["sdk"]
    name = "".join(part.capitalize() for part in sdk["operation"].split("_"))
    model = getattr(v2, name + "Request")
    members = dict(sdk.get("arguments", {}))
    if "body" in vector["request"]:
        members["body"] = client._deserialize(
            vector["request"]["body"], model.openapi_types["body"]
        )
    return model(**members)


def call(endpoint, project, folder):
    config = HttpConfig.get_default_config()
    config.timeout = (60, 60)
    client = (
        v2.OmsClient.new_builder()
        .with_http_config(config)
        .with_credentials(credentials(project))
        .with_endpoint(endpoint)
        .build()
    )
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        vector = json.loads(path.read_text())
        sent = request(client, vector)
        print(path.stem, flush=True)
        try:
            getattr(client, vector["sdk"]["operation"])(sent)
        except (TypeError, ValueError, AttributeError):
            # The recording server answers with an empty object, which not every model can read.
            pass


def verify():
    signer = Signer(credentials())
    for line in sys.stdin:
        seen = json.loads(line)
        target = urlsplit(seen["target"])
        signed = SdkRequest(
            method=seen["method"],
            host=dict(seen["headers"]).get("host"),
            resource_path=target.path,
            query_params=parse_qsl(target.query, keep_blank_values=True),
            header_params=dict(seen["headers"]),
            body=base64.b64decode(seen["body"]),
        )
        print(signer.sign(signed).header_params["Authorization"], flush=True)


if __name__ == "__main__":
    {"call": call, "verify": verify}[sys.argv[1]](*sys.argv[2:])
