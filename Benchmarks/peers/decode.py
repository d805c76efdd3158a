"""Times reading a page of tasks, as JSON alone and as the official SDK's models.

    python decode.py FILE COUNT

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
    with open(sys.argv[1], "rb") as file:
        body = file.read()
    count = int(sys.argv[2])
    client = OmsClient()

    def models():
        return client._deserialize(orjson.loads(body), ListTasksResponse)

    page = models()
    assert len(page.tasks) == 100, len(page.tasks)
    print(json.dumps({"json": times(count, lambda: orjson.loads(body)), "models": times(count, models)}))


if __name__ == "__main__":
    main()
