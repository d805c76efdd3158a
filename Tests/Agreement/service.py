"""The official SDK drives the local service through every operation of v2; OfficialClientTests.swift runs it.

    service.py ENDPOINT PROJECT ROOT   works in the directory ROOT, which the service may use, and prints
                                       each operation that did what it should; fails at the first that
                                       did not

The key pair comes from HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK.
"""

import os
import pathlib
import sys
import time

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
from huaweicloudsdkcore.http.http_config import HttpConfig
from huaweicloudsdkoms import v2

endpoint, project, root = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
config = HttpConfig.get_default_config()
config.timeout = (60, 120)
client = (
    v2.OmsClient.new_builder()
    .with_http_config(config)
    .with_credentials(
        BasicCredentials(
            os.environ["HUAWEICLOUD_SDK_AK"], os.environ["HUAWEICLOUD_SDK_SK"], project
        )
    )
    .with_endpoint(endpoint)
    .build()
)

EVERY_DAY = {"start": "00:00", "end": "23:59"}
SLOWLY = [v2.BandwidthPolicyDto(max_bandwidth=1048576, **EVERY_DAY)]
# Neither side of these tasks wants keys; the SDK wants some for the destination all the same.
KEYS = {"dst_ak": "none", "dst_sk": "none"}


def call(operation, **members):
    """Makes a call, and tells that it has done what it should."""
    name = "".join(part.capitalize() for part in operation.split("_"))
    answer = getattr(client, operation)(getattr(v2, name + "Request")(**members))
    print(operation, flush=True)
    return answer


def refused(status, code, operation, **members):
    """Makes a call that must be refused."""
    try:
        call(operation, **members)
    except ServiceResponseException as refusal:
        seen = (refusal.status_code, refusal.error_code)
        assert seen == (status, code), f"{operation}: {seen}, {refusal.error_msg}"
        print(operation, flush=True)
        return refusal.error_msg
    raise AssertionError(f"{operation} was not refused")


def until(what, done):
    """Asks again until it is so."""
    for _ in range(6000):
        value = done()
        if value is not None:
            return value
        time.sleep(0.1)
    raise AssertionError(f"never came: {what}")


def task_in(task, *states):
    def shown():
        answer = call("show_task", task_id=task)
        return answer if answer.status in states else None

    return until(f"task {task} in {states}", shown)


def group_in(group, *states):
    def shown():
        answer = call("show_task_group", group_id=group)
        return answer if answer.status in states else None

    return until(f"group {group} in {states}", shown)


def source(name, keys, model=v2.SrcNodeReq):
    return model(cloud_type="Local", bucket=str(root / name), object_key=keys)


def destination(name):
    # The SDK has no provider for the destination of a task; the service takes one.
    return {"cloud_type": "Local", "bucket": str(root / name)}


def write(name, size=1000):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(os.urandom(size))


def same(one, other):
    for path in (root / one).rglob("*"):
        if path.is_file():
            copy = root / other / path.relative_to(root / one)
            assert copy.read_bytes() == path.read_bytes(), copy


def versions_and_storage():
    assert [v.id for v in call("list_api_versions").versions] == ["v1", "v2"]
    assert call("show_api_info", version="v2").id == "v2"
    call("update_privacy_agreement_record")
    assert "Local" in call("show_cloud_type", type="src").body
    assert "HuaweiCloud" in [r.service_name for r in call("show_region_info").body]
    account = {"cloud_type": "Local", "bucket_name": str(root / "from")}
    page = {"file_path": "a/", "data_center": "", "page_size": 2, "behind_filename": ""}
    first = call("show_bucket_objects", body=v2.ShowBucketReq(**account, **page))
    assert [(r.name, r.size) for r in first.records] == [("a/0", "1000"), ("a/1", "1000")]
    page["behind_filename"] = first.next_marker
    assert first.next_page
    rest = call("show_bucket_objects", body=v2.ShowBucketReq(**account, **page))
    assert [r.name for r in rest.records] == ["a/2"] and not rest.next_page
    for prefix, exists in (("b", True), ("c/1", True), ("d", False)):
        body = v2.CheckPrefixReq(**account, file_name=prefix, data_center="")
        assert call("check_prefix", body=body).exist == exists
    body = v2.ShowBucketRegionReq(**account)
    assert "region" in refused(501, "OMS.1008", "show_bucket_region", body=body)
    refused(400, "OMS.0001", "show_bucket_list", body=v2.ListBucketsReq(cloud_type="Local"))
    keys = {"ak": "a", "sk": "s"}
    domain = v2.SourceCdnReq(authentication_type="NONE", domain="d", protocol="http")
    body = v2.ShowCdnInfoReq(
        **keys, cloud_type="AWS", region="r", bucket="b", source_cdn=domain
    )
    assert "source_cdn" in refused(501, "OMS.1008", "show_cdn_info", body=body)
    body = v2.CheckUrlSourceListFileFormatReq(
        **keys, obs_bucket="b", list_file_key="k", region="r"
    )
    operation = "check_url_source_list_file_format"
    assert "OBS" in refused(501, "OMS.1008", operation, body=body)


def tasks():
    body = v2.CreateTaskReq(
        src_node=source("from", ["a/", "b/1"]), dst_node=destination("one")
    )
    task = call("create_task", body=body)
    assert task_in(task.id, 4, 5).successful_num == 4
    listed = call("list_tasks", task_name=task.task_name, status=5, limit=1, offset=0)
    assert listed.count == 1 and listed.tasks[0].id == task.id

    body = v2.CreateTaskReq(
        task_type="prefix",
        src_node=source("big", [""]),
        dst_node=destination("two"),
        bandwidth_policy=SLOWLY,
    )
    slow = call("create_task", body=body).id
    task_in(slow, 2)
    refused(400, "OMS.0063", "delete_task", task_id=slow)
    call("stop_task", task_id=slow)
    assert task_in(slow, 3).complete_size < 40_000_000
    changes = v2.BatchUpdateTasksReq(
        ids=[slow], bandwidth_policy=SLOWLY, task_priority="HIGH"
    )
    call("batch_update_tasks", body=changes)
    call("start_task", task_id=slow, body=v2.StartTaskReq(**KEYS))
    task_in(slow, 2)
    free = v2.UpdateBandwidthPolicyReq(bandwidth_policy=[])
    call("update_bandwidth_policy", task_id=slow, body=free)
    assert task_in(slow, 4, 5).task_priority == "HIGH"
    same("big", "two")

    # A folder stands where an object is to be.
    (root / "three/a/0/in the way").mkdir(parents=True)
    (root / "three/a/0/in the way/x").write_bytes(b"x")
    body = v2.CreateTaskReq(src_node=source("from", ["a/"]), dst_node=destination("three"))
    broken = call("create_task", body=body).id
    failed = task_in(broken, 4, 5)
    assert failed.status == 4 and failed.failed_num == 1 and failed.failed_object_record.result
    (root / "three/a/0/in the way/x").unlink()
    (root / "three/a/0/in the way").rmdir()
    (root / "three/a/0").rmdir()
    again = v2.StartTaskReq(migrate_failed_object=True, **KEYS)
    call("start_task", task_id=broken, body=again)
    assert task_in(broken, 4, 5).successful_num == 3
    for each in (task.id, slow, broken):
        call("delete_task", task_id=each)
        refused(400, "OMS.1009", "show_task", task_id=each)
    assert call("list_tasks").count == 0


def new_group(source_name, keys, destination_name):
    body = v2.CreateTaskGroupReq(
        src_node=source(source_name, keys, v2.TaskGroupSrcNode),
        dst_node=v2.TaskGroupDstNode(
            ak="none", sk="none", region="none", **destination(destination_name)
        ),
        bandwidth_policy=SLOWLY,
    )
    return call("create_task_group", body=body).group_id


def groups():
    group = new_group("big", ["one", "two"], "four")
    assert group_in(group, 2).total_task_num == 2
    refused(400, "OMS.1036", "delete_task_group", group_id=group)
    call("stop_task_group", group_id=group)
    assert group_in(group, 3).paused_task_num == 2
    members = call("list_tasks", group_id=group)
    assert members.count == 2 and members.tasks[0].group_type == "GROUP_TASK"
    call("start_task_group", group_id=group, body=v2.StartTaskGroupReq(**KEYS))
    free = v2.UpdateBandwidthPolicyReq(bandwidth_policy=[])
    call("update_task_group", group_id=group, body=free)
    assert group_in(group, 5, 6).success_num == 2
    same("big", "four")

    (root / "five/a/0").mkdir(parents=True)
    (root / "five/a/0/x").write_bytes(b"x")
    broken = new_group("from", ["a/", "b/", "c/"], "five")
    failed = group_in(broken, 5, 6)
    assert (failed.status, failed.failed_task_num, failed.fail_num) == (5, 1, 1)
    (root / "five/a/0/x").unlink()
    (root / "five/a/0").rmdir()
    again = v2.RetryTaskGroupReq(migrate_failed_object=True)
    call("retry_task_group", group_id=broken, body=again)
    assert group_in(broken, 5, 6).status == 6
    same("from", "five")
    listed = call("list_task_group", limit=10, offset=0, status=6)
    assert [g.group_id for g in listed.taskgroups] == [broken, group]
    for each in (group, broken):
        call("delete_task_group", group_id=each)
        refused(404, "OMS.1009", "show_task_group", group_id=each)


def synchronisation():
    keys = {"src_ak": "a", "src_sk": "s", "dst_ak": "a", "dst_sk": "s"}
    body = v2.CreateSyncTaskReq(
        src_region="r", src_bucket="b", dst_region="r", dst_bucket="c", **keys
    )
    reason = refused(501, "OMS.1008", "create_sync_task", body=body)
    assert "create a task" in reason, reason
    one = {"sync_task_id": "1"}
    refused(501, "OMS.1008", "list_sync_tasks")
    refused(501, "OMS.1008", "show_sync_task", query_time=1, **one)
    refused(
        501, "OMS.1008", "list_sync_task_statistic",
        data_type="SIZE", start_time="1", end_time="2", **one,
    )
    refused(501, "OMS.1008", "start_sync_task", body=v2.StartSyncTaskReq(**keys), **one)
    refused(501, "OMS.1008", "stop_sync_task", **one)
    refused(501, "OMS.1008", "delete_sync_task", **one)
    body = v2.SyncObjectReq(object_keys=["a"])
    refused(501, "OMS.1008", "create_sync_events", body=body, **one)


for folder in "abc":
    for number in range(3):
        write(f"from/{folder}/{number}")
for name in ("one", "two"):
    write(f"big/{name}", 20_000_000)
versions_and_storage()
tasks()
groups()
synchronisation()
