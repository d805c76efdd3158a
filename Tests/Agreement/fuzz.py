"""Has schemathesis ask the local service for what its OpenAPI document has; FuzzTests.swift runs it.

    fuzz.py ADDRESS PROJECT ROOT DOCUMENT SEED EXAMPLES

Requests are signed with the provider's own signer, by the keys of the environment, and those that are about something
are about a task and a group that it makes below ROOT. It ends with 0 when every answer is one that the document allows.
"""

import itertools
import os
import sys
from urllib.parse import parse_qsl, urlsplit

import requests
import schemathesis
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer
from schemathesis.cli import schemathesis as command

address, project, root, document, seed, examples = sys.argv[1:]
# What an answer may be; that it refuses what is wrong and takes what is right is for other tests to show.
CHECKS = [
    "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "documented_failures",
]


class Signed(requests.auth.AuthBase):
    """Signs a request that is ready to be sent."""

    signer = Signer(
        BasicCredentials(os.environ["HUAWEICLOUD_SDK_AK"], os.environ["HUAWEICLOUD_SDK_SK"], project)
    )

    def __call__(self, request):
        place = urlsplit(request.url)
        body = request.body or b""
        signed = self.signer.sign(
            SdkRequest(
                method=request.method, schema=place.scheme, host=place.netloc, resource_path=place.path, uri=place.path,
                query_params=parse_qsl(place.query, keep_blank_values=True), header_params={},
                body=body.encode() if isinstance(body, str) else body,
            )
        )
        request.headers.update(signed.header_params)
        return request


schemathesis.auth.set_from_requests(Signed())


@schemathesis.check
def documented_failures(context, response, case):
    """A default answer is a refusal, never a failure of the service."""
    statuses = case.operation.definition.raw["responses"]
    assert response.status_code < 500 or str(response.status_code) in statuses, "a failure of the service"


def made(kind, **more):
    """The id of a task or a group that is there to be asked about."""
    place = {"cloud_type": "Local", "region": "none", "ak": "none", "sk": "none"}
    body = {
        "src_node": {**place, "bucket": f"{root}/from", "object_key": ["d0/"]},
        "dst_node": {**place, "bucket": f"{root}/to"}, "task_type": "prefix", **more,
    }
    answer = requests.post(f"{address}/v2/{project}/{kind}", json=body, auth=Signed())
    answer.raise_for_status()
    return answer.json()


known = {
    "task": made("tasks")["id"],
    "group": made("taskgroups", task_type="PREFIX")["group_id"],
}
calls = itertools.count()


@schemathesis.hook
def before_call(context, case, kwargs):
    """Only the caller's own project lets him in; every second call is about what is there."""
    wanted = {"project": project}
    if next(calls) % 2 and case.method != "DELETE":
        wanted |= known
    for name in wanted.keys() & case.path_parameters.keys():
        case.path_parameters[name] = wanted[name]


# Whatever it leaves behind it leaves there.
os.chdir(root)
command(
    [
        "run", document, "--url", address, "--seed", seed, "--max-examples", examples, "--checks", ",".join(CHECKS),
        "--workers", "1", "--phases", "examples,coverage,fuzzing", "--generation-database", "none", "--no-color",
    ]
)
