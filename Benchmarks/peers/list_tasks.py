"""Lists 100 tasks with the official SDK, one row a task, as a script of a user would.

    python list_tasks.py ENDPOINT PROJECT_ID

Keys come from HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK.
"""
import os
import sys

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkoms.v2 import ListTasksRequest, OmsClient


def main():
    endpoint, project = sys.argv[1:3]
    credentials = BasicCredentials(
        os.environ["HUAWEICLOUD_SDK_AK"], os.environ["HUAWEICLOUD_SDK_SK"], project)
    client = OmsClient.new_builder().with_credentials(credentials).with_endpoint(endpoint).build()
    for task in client.list_tasks(ListTasksRequest(limit=100, offset=0)).tasks:
        print(task.id, task.name, task.status, task.progress, task.migrate_speed)


if __name__ == "__main__":
    main()
