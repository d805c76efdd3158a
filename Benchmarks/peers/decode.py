"""Times reading a page of tasks, as JSON alone and, in v2, as the official SDK's models.

    python decode.py VERSION FILE COUNT

Prints one JSON object: lists of milliseconds, one for each of COUNT readings.
"""
import json
import sys
import time

import orjson
from huaweicloudsdkoms.v2 import OmsClient
from huaweicloudsdkoms.v2.model import ListTasksResponse


def times(count, work):
    result = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        result.append((time.perf_counter() - start) * 1000)
    return result


def main():
    version, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(name, "rb") as file:
        body = file.read()
    result = {"json": times(count, lambda: orjson.loads(body))}
    if version == "v1":  # the SDK knows no v1
        print(json.dumps(result))
        return
    client = OmsClient()

    def models():
        return client._deserialize(orjson.loads(body), ListTasksResponse)

    page = models()
    assert len(page.tasks) == 100, len(page.tasks)
    result["models"] = times(count, models)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
